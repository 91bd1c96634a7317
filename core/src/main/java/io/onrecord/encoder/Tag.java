package io.onrecord.encoder;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a word piece is part of; the order is that of the network's scores. */
public enum Tag {
    OUTSIDE("O"),
    BEGIN_SOURCE("B-Source"),
    INSIDE_SOURCE("I-Source"),
    BEGIN_CUE("B-Cue"),
    INSIDE_CUE("I-Cue"),
    BEGIN_CONTENT("B-Content"),
    INSIDE_CONTENT("I-Content");

    private static final List<Tag> ALL = List.of(values());

    private final String label;

    Tag(String label) {
        this.label = label;
    }

    /** All tags in the order of the scores. */
    public static List<Tag> all() {
        return ALL;
    }

    /** The labels of all tags in order, as a network names them. */
    public static String labels() {
        return Stream.of(values()).map(tag -> tag.label).collect(Collectors.joining(","));
    }
}
