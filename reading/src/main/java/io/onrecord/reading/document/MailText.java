package io.onrecord.reading.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What the plain text of a mail means: soft line breaks, and what is quoted of other mails. */
final class MailText {

    private static final Pattern QUOTED = Pattern.compile("^ {0,1}>.*");

    /** The line that a program puts before what it quotes. */
    private static final Pattern INTRODUCES = Pattern.compile(
            "(?i)^(?:on|am|le|el|il|op)\\b.{5,300}:\\s*$|^.{2,200}\\b(?:wrote|writes|schrieb|écrit|escribió)\\s*:\\s*$");

    /** As it begins where it is broken into two lines. */
    private static final Pattern BEGINS = Pattern.compile("(?i)^(?:on|am|le|el|il|op)\\b.*\\d.*");

    private static final int LONGEST_INTRODUCTION = 400;

    private MailText() {}

    /**
     * A text without what it quotes.
     *
     * @param text kept to the character but for the lines left out
     * @param left how many lines those are
     */
    record Own(String text, int left) {}

    /** Lines end with a line feed: on their way mails have another end, which is no part of the text. */
    static String lines(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }

    /** Undoes soft line breaks (RFC 3676, format=flowed): a line that ends in a space goes on in the next. */
    static String flowed(String text, boolean deleteSpace) {
        StringBuilder out = new StringBuilder(text.length());
        boolean soft = false;
        int depthBefore = 0;
        for (String raw : text.split("\n", -1)) {
            int depth = 0;
            while (depth < raw.length() && raw.charAt(depth) == '>') {
                depth++;
            }
            String line = raw.substring(depth);
            line = line.startsWith(" ") ? line.substring(1) : line;
            boolean goesOn = soft && depth == depthBefore;
            if (!goesOn) {
                if (!out.isEmpty() || soft) {
                    out.append('\n');
                }
                out.append(">".repeat(depth)).append(depth > 0 ? " " : "");
            }
            boolean signature = line.equals("-- ");
            soft = line.endsWith(" ") && !signature;
            out.append(soft && deleteSpace ? line.substring(0, line.length() - 1) : line);
            depthBefore = depth;
        }
        return out.toString();
    }

    /**
     * Without the lines that quote another mail, and the line that introduces them: they are another's text, and
     * mostly an article of their own in the same mailbox. A mail that is nothing but quoted lines is kept as it is.
     */
    static Own own(String text) {
        List<String> kept = new ArrayList<>();
        int left = 0;
        boolean inQuote = false;
        for (String line : text.split("\n", -1)) {
            if (QUOTED.matcher(line).matches()) {
                if (!inQuote) {
                    left += dropIntroduction(kept);
                }
                inQuote = true;
                left++;
            } else {
                inQuote = false;
                kept.add(line);
            }
        }
        String own = String.join("\n", kept);
        return left == 0 || own.isBlank() ? new Own(text, 0) : new Own(own, left);
    }

    /** Programs break the introduction, too, so that it may be two lines. */
    private static int dropIntroduction(List<String> kept) {
        int end = kept.size();
        while (end > 0 && kept.get(end - 1).isBlank()) {
            end--;
        }
        if (end == 0) {
            return 0;
        }
        String last = kept.get(end - 1);
        String before = end > 1 ? kept.get(end - 2) : "";
        int lines = BEGINS.matcher(before).matches() && !BEGINS.matcher(last).matches() ? 2 : 1;
        String joined = lines == 2 ? before + " " + last : last;
        if (joined.length() > LONGEST_INTRODUCTION
                || !INTRODUCES.matcher(joined).matches()) {
            return 0;
        }
        kept.subList(end - lines, kept.size()).clear();
        return lines;
    }
}
