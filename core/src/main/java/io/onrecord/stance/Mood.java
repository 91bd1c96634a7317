package io.onrecord.stance;

import java.util.List;
import java.util.Set;

/** Whether the act of a cue took place: negation and possibility, by the words around its telling word. */
final class Mood {

    private static final Set<String> NEGATORS = Grammar.words("""
            not never no nobody none neither nor without nothing hardly scarcely
            """);

    /** After {@code not} or {@code no}: nothing is negated. */
    private static final Set<String> HARMLESS = Grammar.words("""
            only just merely simply doubt time secret illusions sooner wonder surprisingly least guilty bones
            mincing
            """);

    private static final Set<String> NO_ONE = Set.of("nobody", "no", "none", "neither", "not", "nothing", "few");

    private static final Set<String> MODALS = Grammar.words("""
            would could might may can should must ought wouldn't couldn't can't cannot shouldn't mustn't
            """);

    /** After {@code would}: habit, or what came later. */
    private static final Set<String> LATER = Grammar.words("""
            later often eventually soon sometimes always then frequently regularly repeatedly go like routinely
            subsequently
            """);

    private static final Set<String> FIRST = Set.of("i", "we");

    /** Before the subject. */
    private static final Set<String> CONDITIONS =
            Set.of("if", "unless", "whether", "perhaps", "maybe", "possibly", "should", "until");

    /** On them an infinitive hangs that is only wished for or possible. */
    private static final Set<String> OPEN = Grammar.words("""
            want wants wanted wanting wish wishes hope hopes hoping hoped expected urge urges urged urging ask
            asks asked asking press pressed pressing pressure pressured tell told telling order ordered demand
            demanded demands need needs needed has have able unable ready likely unlikely willing unwilling
            reluctant prepared supposed plan plans planned planning intend intends intended call called calls
            calling encourage encouraged authority right chance opportunity power forced invited invite required
            require requires allow allows allowed permission obligation duty begged pushed pushing lobbied
            advised recommended persuade convince enough eager how whether reason easy hard difficult free
            due
            """);

    private static final int SEARCHED = 12;

    private Mood() {}

    /** Whether words before or right behind the telling word say that its act is not done, or by nobody. */
    static boolean isNegated(Cue cue, int head) {
        if (isOfNobody(cue)) {
            return true;
        }
        for (int i = firstOfGroup(cue); i < head; i++) {
            if (isNegator(cue, i)) {
                return true;
            }
        }
        int next = cue.isCue(head + 1) ? head + 1 : -1;
        return cue.at(next).equals("nothing") || cue.at(next).equals("little") || isNegator(cue, next);
    }

    private static boolean isNegator(Cue cue, int index) {
        if (cue.isSource(index) || cue.isContent(index) && !cue.isCue(index)) {
            return false;
        }
        String word = cue.at(index);
        String next = cue.at(index + 1);
        boolean yet = word.equals("yet") && next.equals("to") && Grammar.AUXILIARIES.contains(cue.at(index - 1));
        if (yet || word.equals("short") && next.equals("of")) {
            return true;
        }
        return (NEGATORS.contains(word) || Grammar.isDenied(word)) && !HARMLESS.contains(next);
    }

    /** {@code Nobody said}, {@code no minister has said}, {@code few believe}. */
    private static boolean isOfNobody(Cue cue) {
        int subject = cue.subject();
        return subject < cue.indexes().get(0)
                && NO_ONE.contains(cue.at(subject))
                && !HARMLESS.contains(cue.at(subject + 1));
    }

    /** Index of the first word of the verb group: the cue's, or an auxiliary, adverb or negation before it. */
    private static int firstOfGroup(Cue cue) {
        int first = cue.indexes().get(0);
        while (first > 0 && !cue.isSource(first - 1) && !cue.isContent(first - 1) && isOfGroup(cue.at(first - 1))) {
            first--;
        }
        return first;
    }

    private static boolean isOfGroup(String word) {
        return Grammar.AUXILIARIES.contains(word)
                || Grammar.isAdverb(word)
                || NEGATORS.contains(word)
                || MODALS.contains(word)
                || word.equals("to");
    }

    /** Whether the act is only possible, conditional or wished. */
    static boolean isHypothetical(Cue cue, int head) {
        int first = firstOfGroup(cue);
        for (int i = first; i < head; i++) {
            if (cue.isOneOf(i, MODALS) && !cue.isSource(i) && !cue.isContent(i)) {
                return isOpen(cue, i);
            }
        }
        return isConditional(cue, first) || isHangingOnOpen(cue, first, head) || isCommand(cue, head);
    }

    /** Whether a modal makes the act a possible one; a refusal ({@code would not say}) is only negated. */
    private static boolean isOpen(Cue cue, int modal) {
        String word = cue.at(modal);
        int next = modal + 1;
        boolean denied = Grammar.isDenied(word);
        while (cue.isSource(next) || cue.isOneOf(next, NEGATORS)) {
            denied |= cue.isOneOf(next, NEGATORS);
            next++;
        }
        if (denied) {
            return cue.at(next).equals("have");
        }
        boolean polite = FIRST.contains(cue.at(cue.subject())) && (word.equals("would") || word.equals("should"));
        boolean past = word.startsWith("would") && LATER.contains(cue.at(next));
        return !polite && !past && !(word.startsWith("can") && cue.at(next).equals("help"));
    }

    private static boolean isConditional(Cue cue, int first) {
        int subject = Math.min(cue.subject(), first);
        return CONDITIONS.contains(cue.at(subject - 1)) || CONDITIONS.contains(cue.at(subject));
    }

    /** {@code wants the church to admit}, and {@code to help people understand}. */
    private static boolean isHangingOnOpen(Cue cue, int first, int head) {
        int to = -1;
        for (int i = first; i < head; i++) {
            if (cue.at(i).equals("to")) {
                to = i;
                break;
            }
        }
        if (to < 0) {
            return Lexicon.isInfinitive(cue.at(head)) && isHelped(cue, first);
        }
        for (int i = to - 1; i >= Math.max(0, to - SEARCHED) && !cue.isEnd(i); i--) {
            if (OPEN.contains(cue.at(i))) {
                return !cue.at(to - 1).equals("yet");
            }
            boolean done = Lexicon.verb(cue.at(i)).isPresent()
                    && Lexicon.noun(cue.at(i)).isEmpty();
            if (done) {
                return false;
            }
        }
        return false;
    }

    private static boolean isHelped(Cue cue, int first) {
        for (int i = first - 1; i >= first - 4; i--) {
            if (cue.at(i).equals("help") || cue.at(i).equals("let")) {
                return true;
            }
        }
        return false;
    }

    /** An imperative: {@code Tell them that …}. */
    private static boolean isCommand(Cue cue, int head) {
        List<Integer> indexes = cue.indexes();
        return head == indexes.get(0)
                && Lexicon.isInfinitive(cue.at(head))
                && cue.subject() == head
                && !cue.isOneOf(head + 1, Grammar.PREPOSITIONS)
                && (cue.isEnd(head - 1) || "\"“'‘,".contains(cue.at(head - 1)))
                && cue.isUnsourced();
    }
}
