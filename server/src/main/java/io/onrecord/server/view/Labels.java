package io.onrecord.server.view;

import io.onrecord.model.Dispute;
import io.onrecord.model.SpeakerKind;
import java.util.Locale;

/** Constants as people read them. */
public final class Labels {

    private Labels() {}

    /** What a kind of party is called. */
    public static String kind(SpeakerKind kind) {
        return switch (kind) {
            case PERSON -> "person";
            case STATE -> "state";
            case ORGANISATION -> "organisation";
            case GROUP -> "group of people";
            case OFFICE -> "post";
            case DOCUMENT -> "document";
            case UNNAMED -> "unnamed";
        };
    }

    /** What one statement does to another. */
    public static String kind(Dispute.Kind kind) {
        return word(kind.name());
    }

    /** What found an edge. */
    public static String via(String via) {
        return switch (via) {
            case "WORDS" -> "the words of the article";
            case "STANCE" -> "a statement that spells out what it denies";
            case "MEANING" -> "what the two mean";
            default -> word(via);
        };
    }

    /** A constant in small letters. */
    public static String word(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** A number with what it counts. */
    public static String counted(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    /** A share from 0 to 1 as per cent. */
    public static String share(double share) {
        return Math.round(100 * share) + " %";
    }
}
