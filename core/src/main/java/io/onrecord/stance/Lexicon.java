package io.onrecord.stance;

import io.onrecord.model.Stance;
import io.onrecord.text.WordLists;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Words that report, with the stance of each: {@code verbs.txt} and {@code nouns.txt} beside this class. A heading names
 * the stance ({@code light} for none) and perhaps {@code chain} and {@code negated}; below it stand words, one a line with
 * all their forms, the infinitive or singular first, and after a colon the {@linkplain Frame frames} that make the stance
 * another; {@code whom} there marks a verb whose object is whom it is told. {@code #} begins a comment.
 */
final class Lexicon {

    private static final String WHOM = "whom";

    private static final Map<String, Entry> VERBS = new HashMap<>();
    private static final Map<String, Entry> NOUNS = new HashMap<>();
    private static final Set<String> INFINITIVES = new HashSet<>();

    static {
        read("verbs.txt", VERBS, INFINITIVES);
        read("nouns.txt", NOUNS, new HashSet<>());
    }

    private Lexicon() {}

    /** The verb that a word in small letters is a form of. */
    static Optional<Entry> verb(String word) {
        return Optional.ofNullable(VERBS.get(word));
    }

    /** The noun or adjective that a word in small letters is a form of. */
    static Optional<Entry> noun(String word) {
        return Optional.ofNullable(NOUNS.get(word));
    }

    /** Whether a word is the infinitive of one of the verbs. */
    static boolean isInfinitive(String word) {
        return INFINITIVES.contains(word);
    }

    private static void read(String name, Map<String, Entry> entries, Set<String> firsts) {
        @Nullable Heading heading = null;
        for (String line : WordLists.lines(Lexicon.class, name)) {
            if (line.startsWith("[")) {
                heading = Heading.parse(line.substring(1, line.length() - 1), name.startsWith("nouns"));
                continue;
            }
            if (heading == null) {
                throw new IllegalStateException(name + ": '" + line + "' stands under no heading");
            }
            String[] sides = line.split(":", 2);
            List<Frame> frames = new ArrayList<>();
            boolean whom = false;
            if (sides.length == 2) {
                for (String frame : sides[1].split(",", -1)) {
                    if (frame.strip().equals(WHOM)) {
                        whom = true;
                    } else {
                        frames.add(Frame.parse(frame));
                    }
                }
            }
            String[] forms = sides[0].strip().split(" ", -1);
            Entry entry = heading.entry(whom, frames);
            for (String form : forms) {
                if (entries.putIfAbsent(form, entry) != null) {
                    throw new IllegalStateException(name + " has '" + form + "' twice");
                }
            }
            firsts.add(forms[0]);
        }
    }

    /** What stands over words. */
    private record Heading(Optional<Stance> stance, boolean negated, boolean chain, boolean nouns) {
        static Heading parse(String line, boolean nouns) {
            List<String> words = List.of(line.split(" ", -1));
            Optional<Stance> stance =
                    words.get(0).equals("light") ? Optional.empty() : Optional.of(Stance.valueOf(words.get(0)));
            return new Heading(stance, words.contains("negated"), words.contains("chain"), nouns);
        }

        Entry entry(boolean whom, List<Frame> frames) {
            return new Entry(stance, new Entry.Traits(negated, chain, nouns, whom), frames);
        }
    }
}
