package io.onrecord.stance;

import io.onrecord.model.Stance;
import io.onrecord.stance.Frame.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** Tells which frames fit what stands behind a word of the cue. */
final class Frames {

    /** Words behind a word among which an infinitive, {@code as} and the like still belong to it. */
    private static final int OBJECT = 12;

    /** Words of a clause within which its first verb stands. */
    private static final int CLAUSE = 10;

    /** Words of a clause within which its subject ends. */
    private static final int VERB = 5;

    private static final Set<String> WILLS = Grammar.words("""
            will would won't wouldn't shall he'll she'll it'll they'll we'll i'll
            """);

    private static final Set<String> SELVES = Set.of("he", "she", "it", "they", "we", "i");

    /** Past and present forms that a clause about what should be does not have. */
    private static final Set<String> FINITE = Grammar.words("""
            became began brought came fell felt found gave got grew had held kept knew led left lost made meant
            met put ran rose said saw sent stood thought told took went won wrote wants needs seems knows does
            says
            """);

    /** What can be disputed, beside the nouns of the lexicon that stand for something said or wanted. */
    private static final Set<String> STATEMENTS = Grammar.words("""
            accuracy authenticity authority basis effectiveness fairness fact facts figure figures finding
            findings legality legitimacy logic merit merits need number numbers result results truth validity
            value version wisdom premise timing
            """);

    private static final Set<Stance> SAID =
            Set.of(Stance.SAYS, Stance.CLAIMS, Stance.DENIES, Stance.ACCUSES, Stance.PROMISES, Stance.DEMANDS);

    private static final Set<String> WORDS = Grammar.words("""
            account allegation allegations argument assertion claim claims comment comments estimate forecast
            position remark remarks report reporting statement statements story testimony tweet version words
            """);

    /** What may stand between a verb and its particle: {@code ruled that out}. */
    private static final Set<String> OBJECTS = Set.of("it", "this", "that", "him", "her", "them", "these", "those");

    private static final Set<String> PARTICLES = Set.of("out", "off", "aside", "away", "down", "up", "back");

    private Frames() {}

    /** Whether a frame fits behind a word. */
    static boolean fits(Frame frame, Cue cue, int index) {
        if (frame.words().isEmpty()) {
            return fits(frame.shape().orElseThrow(), cue, index, index);
        }
        List<Integer> rest = new ArrayList<>();
        cue.indexes().stream().filter(i -> i > index).forEach(rest::add);
        int inside = rest.stream().anyMatch(i -> cue.isOneOf(i, Grammar.PREPOSITIONS)) ? rest.size() - 1 : rest.size();
        rest.addAll(outside(cue));
        for (int start = 0; start <= inside && start + frame.words().size() <= rest.size(); start++) {
            int end = start + frame.words().size();
            boolean same = true;
            for (int i = start; i < end; i++) {
                same &= cue.at(rest.get(i)).equals(frame.words().get(i - start));
            }
            int last = rest.get(end - 1);
            if (same
                    && frame.shape().map(shape -> fits(shape, cue, index, last)).orElse(true)) {
                return true;
            }
        }
        return false;
    }

    /** The words behind the cue, from the first that is no adverb. */
    private static List<Integer> outside(Cue cue) {
        List<Integer> behind = cue.behind(cue.indexes().get(cue.indexes().size() - 1), 6);
        int first = 0;
        while (first < behind.size() && Grammar.isAdverb(cue.at(behind.get(first)))) {
            first++;
        }
        boolean parted = first + 1 < behind.size()
                && OBJECTS.contains(cue.at(behind.get(first)))
                && PARTICLES.contains(cue.at(behind.get(first + 1)));
        return behind.subList(parted ? first + 1 : first, behind.size());
    }

    /**
     * @param head the word of the lexicon
     * @param last the last word before those that have the shape: the head, or the last of the words of the frame
     */
    private static boolean fits(Shape shape, Cue cue, int head, int last) {
        return switch (shape) {
            case X_TO -> infinitive(cue, last).isPresent();
            case X_AS -> hasBehind(cue, last, "as");
            case X_FROM -> hasBehind(cue, last, "from");
            case X_ON -> hasBehind(cue, last, "on");
            case ING -> {
                int next = next(cue, last);
                yield cue.at(next).length() > 4 && cue.at(next).endsWith("ing");
            }
            case WHETHER -> isQuestion(cue, last);
            case SHOULD -> isWish(cue, head, last);
            case WILL -> contentHas(cue, WILLS);
            case SELF_WILL -> isAboutItself(cue) && contentHas(cue, WILLS);
            case OWN_WORDS -> objectHas(cue, last, true);
            case STATEMENT -> objectHas(cue, last, false);
            case PERSON -> Sources.isPerson(cue) && !cue.isQuoted();
            case DOCUMENT -> Sources.isDocument(cue);
            case PASSIVE -> isPassive(cue, head);
        };
    }

    /** The next word that is no adverb; -1 if the sentence ends before. */
    static int next(Cue cue, int index) {
        for (int i : cue.behind(index, 6)) {
            if (!Grammar.isAdverb(cue.at(i))) {
                return i;
            }
        }
        return -1;
    }

    /** The verb of an infinitive that hangs on a word, perhaps behind those who are to do it: {@code asked the council to act}. */
    static OptionalInt infinitive(Cue cue, int index) {
        for (int i : cue.behind(index, OBJECT)) {
            String word = cue.at(i);
            if (word.equals("to")) {
                return isInfinitive(cue, i + 1) && !takesInfinitive(cue, i - 1, index)
                        ? OptionalInt.of(next(cue, i))
                        : OptionalInt.empty();
            }
            boolean clause = word.equals("that")
                    || Grammar.SUBJECTS.contains(word)
                    || Grammar.QUESTIONS.contains(word)
                    || Grammar.AUXILIARIES.contains(word) && !cue.isCue(i);
            if (clause || !cue.isWord(i) && !"'’$".contains(word)) {
                break;
            }
        }
        return OptionalInt.empty();
    }

    /** Whether another verb stands before {@code to}, which then belongs to that. */
    private static boolean takesInfinitive(Cue cue, int before, int index) {
        String word = cue.at(before);
        boolean chain = Lexicon.verb(word).map(verb -> verb.traits().chain()).orElse(false);
        return before > index && (Grammar.WISHES.contains(word) || chain && !Lexicon.isInfinitive(word));
    }

    private static boolean isInfinitive(Cue cue, int index) {
        String word = cue.at(index);
        return cue.isWord(index)
                && Character.isLetter(word.charAt(0))
                && (!cue.isCapital(index) || cue.isCapital(index - 1))
                && !Grammar.DETERMINERS.contains(word)
                && !Set.of("him", "her", "them", "me", "us", "you", "it", "all", "both", "one", "two")
                        .contains(word)
                && !(word.endsWith("ing")
                        && !Set.of("bring", "sing", "ring", "cling", "fling").contains(word));
    }

    private static boolean hasBehind(Cue cue, int index, String wanted) {
        for (int i : cue.behind(index, OBJECT)) {
            String word = cue.at(i);
            if (word.equals(wanted)) {
                return !cue.at(i + 1).equals("well");
            }
            if (word.equals("that")) {
                return false;
            }
        }
        return false;
    }

    private static boolean isQuestion(Cue cue, int index) {
        int words = 0;
        for (int i : cue.behind(index, CLAUSE)) {
            if (Grammar.QUESTIONS.contains(cue.at(i))) {
                return true;
            }
            boolean passed = cue.isWord(i) && !cue.at(i).equals("that") && words++ < 5;
            if (!passed) {
                break;
            }
        }
        return false;
    }

    /** {@code suggested that they leave}: after a past form, a clause without one, or with {@code should}. */
    private static boolean isWish(Cue cue, int head, int last) {
        int that = next(cue, last);
        if (!cue.at(that).equals("that")) {
            return false;
        }
        List<Integer> clause = cue.behind(that, VERB);
        for (int i : clause) {
            if (cue.at(i).equals("should")) {
                return true;
            }
        }
        if (!cue.at(head).endsWith("ed") || clause.size() < 3) {
            return false;
        }
        for (int i : clause) {
            String word = cue.at(i);
            boolean finite = !cue.isWord(i)
                    || Grammar.AUXILIARIES.contains(word) && !word.equals("be")
                    || word.endsWith("ed")
                    || word.contains("'")
                    || FINITE.contains(word);
            if (finite) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAboutItself(Cue cue) {
        for (int i : cue.content(3)) {
            if (SELVES.contains(cue.at(i)) || cue.at(i).endsWith("'ll")) {
                return true;
            }
        }
        return false;
    }

    private static boolean contentHas(Cue cue, Set<String> wanted) {
        return cue.content(CLAUSE + 4).stream().anyMatch(i -> cue.isOneOf(i, wanted));
    }

    /** Whether the object, which ends with a clause or after a few words, is a statement, or words of the source's own. */
    private static boolean objectHas(Cue cue, int last, boolean own) {
        List<Integer> object = cue.behind(last, 6);
        if (object.isEmpty() || object.stream().noneMatch(cue::isContent)) {
            object = cue.content(6);
        }
        if (own && (object.isEmpty() || !cue.isOneOf(object.get(0), Grammar.DETERMINERS))) {
            return false;
        }
        for (int i : object) {
            String word = cue.at(i);
            boolean said = own
                    ? WORDS.contains(word)
                    : STATEMENTS.contains(word)
                            || Lexicon.noun(word)
                                    .flatMap(Entry::stance)
                                    .filter(SAID::contains)
                                    .isPresent();
            if (said) {
                return true;
            }
            boolean ends = Grammar.AUXILIARIES.contains(word) || Grammar.PREPOSITIONS.contains(word);
            if (ends) {
                return false;
            }
        }
        return false;
    }

    /** Whether a participle stands behind a form of {@code be}, adverbs aside. */
    static boolean isPassive(Cue cue, int index) {
        String word = cue.at(index);
        if (word.endsWith("ing") || Lexicon.isInfinitive(word)) {
            return false;
        }
        int before = index - 1;
        while (before >= 0 && Grammar.isAdverb(cue.at(before))) {
            before--;
        }
        return cue.isOneOf(before, Grammar.BE) || cue.at(before).equals("got");
    }
}
