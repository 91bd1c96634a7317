package io.onrecord.speakers;

import io.onrecord.model.Role;
import io.onrecord.model.Speaker;
import io.onrecord.model.SpeakerKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A speaker of an article in one line: a name, and behind semicolons the kind ({@code STATE}; else a person), the day of the
 * article, {@code event}, {@code outlet}, {@code article}, {@code alias}, {@code is} with a description, {@code id} with one of a
 * knowledge base, and posts, such as {@code judge, Osk}.
 */
final class Somebody {

    private Somebody() {}

    static Appearance of(String article, String line) {
        String[] parts = line.split(";", -1);
        SpeakerKind kind = SpeakerKind.PERSON;
        String in = article;
        Optional<LocalDate> day = Optional.empty();
        Optional<String> event = Optional.empty();
        Optional<String> outlet = Optional.empty();
        List<Role> roles = new ArrayList<>();
        List<String> descriptions = new ArrayList<>();
        List<String> aliases = new ArrayList<>();
        Map<String, String> ids = new TreeMap<>();
        for (int i = 1; i < parts.length; i++) {
            String part = parts[i].strip();
            String word = part.split(" ", -1)[0];
            String rest = part.substring(word.length()).strip();
            switch (word) {
                case "event" -> event = Optional.of(rest);
                case "outlet" -> outlet = Optional.of(rest);
                case "article" -> in = rest;
                case "alias" -> aliases.add(rest);
                case "is" -> descriptions.add(rest);
                case "id" -> ids.put(rest.split(" ", -1)[0], rest.split(" ", -1)[1]);
                default -> {
                    if (part.matches("[A-Z]+")) {
                        kind = SpeakerKind.valueOf(part);
                    } else if (part.matches("\\d{4}-\\d\\d-\\d\\d")) {
                        day = Optional.of(LocalDate.parse(part));
                    } else {
                        int comma = part.indexOf(", ");
                        roles.add(
                                comma < 0
                                        ? new Role(part, Optional.empty())
                                        : new Role(part.substring(0, comma), Optional.of(part.substring(comma + 2))));
                    }
                }
            }
        }
        Speaker speaker = new Speaker("1", parts[0].strip(), kind, roles, descriptions, aliases, ids);
        return new Appearance(in, day, outlet, event, speaker);
    }
}
