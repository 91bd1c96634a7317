package io.onrecord.evaluation;

/**
 * What can be wrong with a statement, each with an example of our own making. In the examples, source, cue and content stand
 * in brackets: first as people would mark them, then as an engine might find them.
 */
enum ErrorKind {
    MISSED("no statement found with its cue", "[Port officials] [hinted] [that the crane would be sold].", "nothing"),
    INVENTED(
            "a statement found where nobody states anything",
            "nothing in: The agreed price covers the ferry.",
            "[agreed] [price covers the ferry]"),
    MERGED(
            "two statements found as one",
            "[Ito] [hopes] [to win] and [expects] [to lead].",
            "[Ito] [hopes to win and expects] [to lead]"),
    DIVIDED(
            "one statement found as two",
            "[Mori] [told and retold] [how the dam broke].",
            "[Mori] [told] [how the dam broke], and [retold] [how the dam broke]"),
    CUE_WRONG(
            "another cue",
            "[The mayor], who denied it, [said] [the well was clean].",
            "[The mayor] [denied] [the well was clean]"),
    CUE_BOUNDS("the cue has a word too many or too few", "[Serrat] [did not say] [when].", "[Serrat] [say] [when]"),
    SOURCE_MISSING("a source not found", "[The union] met on Monday and [demanded] [a vote].", "[demanded] [a vote]"),
    SOURCE_EXTRA(
            "a source where nobody is named", "It [was feared] [that the ice would break].", "[It] [was feared] …"),
    SOURCE_WRONG("somebody else", "Oldin met [Arrel], who [warned] [of floods].", "[Oldin] [warned] [of floods]"),
    SOURCE_BOUNDS(
            "the source has a word too many or too few",
            "[Dessa Korrin, the harbour master,] [said] [no].",
            "[Dessa Korrin] [said] [no]"),
    CONTENT_START(
            "the content begins too early or too late",
            "[Ms Ito] [said] [on Monday the court would rule].",
            "[Ms Ito] [said] [the court would rule]"),
    CONTENT_END(
            "the content ends too early or too late",
            "[Quist] [said] [the trams would stand] as rain fell.",
            "[Quist] [said] [the trams would stand as rain fell]"),
    CONTENT_SPLIT(
            "content in more pieces",
            "[Noakes] [said] [the hedge, all of it, was hers].",
            "[Noakes] [said] [the hedge] [was hers]"),
    CONTENT_JOINED(
            "content in fewer pieces",
            "[Lena Prys] [swore] [that she came], in tears, [and stayed].",
            "[Lena Prys] [swore] [that she came, in tears, and stayed]"),
    CONTENT_GAP(
            "the right bounds, but other words left out between them",
            "[“No,”] [Fenn] [said] to laughter, [“not yet.”]",
            "[“No,”] [Fenn] [said] [to laughter, “not yet.”]"),
    CONTENT_WRONG(
            "other words altogether",
            "It rained. [Trask] [said so], and [the bridge held].",
            "[Trask] [said so] [It rained]");

    private final String meaning;
    private final String wanted;
    private final String found;

    ErrorKind(String meaning, String wanted, String found) {
        this.meaning = meaning;
        this.wanted = wanted;
        this.found = found;
    }

    /** In a few words. */
    String meaning() {
        return meaning;
    }

    /** What people would mark in the example. */
    String wanted() {
        return wanted;
    }

    /** What an engine might find there. */
    String found() {
        return found;
    }
}
