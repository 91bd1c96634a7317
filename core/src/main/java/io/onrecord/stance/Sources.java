package io.onrecord.stance;

import java.util.Set;

/** What kind of source stands beside a cue, as far as its words tell. */
final class Sources {

    /** Documents, bodies that rule, and those who write documents. */
    private static final Set<String> DOCUMENTS = Grammar.words("""
            account agency analysis analysts audit auditors authors commission committee court data document
            documents economists figures group inquiry inspectors investigation investigators journal judge
            judges jury magazine news newspaper numbers panel paper poll pollsters polls post records report
            reports research researchers results reuters review scientists studies study survey surveys times
            tribunal watchdog website cnn bbc nbc abc cbs ap afp politico huffpost tests
            """);

    /** Pronouns and titles that only persons have. */
    private static final Set<String> PERSONS = Grammar.words("""
            i we you he she who mr mrs ms mx dr sir dame lady lord people man woman men women parents residents
            voters neighbours neighbors
            """);

    private Sources() {}

    static boolean isDocument(Cue cue) {
        return cue.source().stream().anyMatch(i -> cue.isOneOf(i, DOCUMENTS));
    }

    /** Whether the source is surely somebody, and nobody who writes documents. */
    static boolean isPerson(Cue cue) {
        return !isDocument(cue) && cue.source().stream().anyMatch(i -> cue.isOneOf(i, PERSONS));
    }
}
