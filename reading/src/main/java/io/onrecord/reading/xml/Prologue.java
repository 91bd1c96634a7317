package io.onrecord.reading.xml;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What may stand before the first element of a document: comments, instructions, the document type. */
public final class Prologue {

    private static final Pattern REMARK = Pattern.compile("\\s*+(?:<!--.*?-->|<\\?.*?\\?>)", Pattern.DOTALL);

    private static final Pattern DOCUMENT_TYPE =
            Pattern.compile("\\s*+<!DOCTYPE[^>\\[]*+(?:\\[.*?\\]\\s*+)?>", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    private Prologue() {}

    /** The rest of a head, from what is neither a comment nor an instruction on. */
    public static String withoutRemarks(String head) {
        return head.substring(end(head, false)).stripLeading();
    }

    /** The rest of a head, from the first element on, if it lies within. */
    public static String without(String head) {
        return head.substring(end(head, true)).stripLeading();
    }

    private static int end(String head, boolean types) {
        int end = 0;
        Matcher remark = REMARK.matcher(head);
        Matcher type = DOCUMENT_TYPE.matcher(head);
        while (true) {
            if (remark.region(end, head.length()).lookingAt()) {
                end = remark.end();
            } else if (types && type.region(end, head.length()).lookingAt()) {
                end = type.end();
            } else {
                return end;
            }
        }
    }
}
