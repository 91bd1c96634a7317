package io.onrecord.reading.document;

import io.onrecord.reading.item.Wording;

/** How things are said to people. */
final class Says {

    private Says() {}

    /** What an exception of a library says, after a colon. */
    static String detail(Throwable e) {
        String message = e.getMessage();
        return message == null || message.isBlank() ? "" : " (" + Wording.shown(message.strip()) + ")";
    }

    static String count(int number, String one, String several) {
        return number + " " + (number == 1 ? one : several);
    }
}
