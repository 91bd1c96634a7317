package io.onrecord.claims;

import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Attribution;
import io.onrecord.model.Form;
import io.onrecord.model.Published;
import io.onrecord.model.Resolution;
import io.onrecord.model.Span;
import io.onrecord.model.Speaker;
import io.onrecord.model.Stance;
import io.onrecord.model.StanceReading;
import io.onrecord.model.Statement;
import io.onrecord.text.Sentences;
import io.onrecord.text.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The propositions that an article's statements put. A statement whose content only names what was said ({@code it},
 * {@code those allegations}), asks, or refuses to speak puts none. A pure function of the record.
 */
public final class Propositions {

    /** Sentences of one content beyond these put no propositions of their own. */
    private static final int MOST_PARTS = 8;

    /** A sentence with fewer telling words ("Not one.", "Today, not tomorrow.") goes with the one before. */
    private static final int FEWEST_TERMS = 3;

    private static final Set<String> EARLIER = Set.of("week", "month", "year");

    /** UTF-16 units before a cue in which it may say when. */
    private static final int BEFORE = 40;

    private static final Set<String> QUESTIONS =
            Set.of("whether", "if", "who", "whom", "what", "when", "where", "why", "which", "how");

    private static final Set<String> AMOUNTS = Set.of("much", "many", "long", "far", "often", "soon", "big", "high");

    private final ArticleRecord record;
    private final Setting setting;
    private final long moment;
    private final List<Proposition> all = new ArrayList<>();

    private Propositions(ArticleRecord record) {
        this.record = record;
        this.setting = Setting.of(record);
        this.moment =
                record.article().metadata().published().map(Published::latest).orElse(Place.UNKNOWN);
    }

    /** The propositions of a record, in the order of its statements, without vectors. */
    public static List<Proposition> of(ArticleRecord record) {
        Propositions propositions = new Propositions(record);
        List<String> story =
                propositions.setting.story(record.article().metadata().outlet());
        for (Statement statement : record.statements()) {
            propositions.add(statement, story);
        }
        return propositions.all;
    }

    private void add(Statement statement, List<String> story) {
        Attribution words = statement.attribution();
        String text = record.textOf(words.in());
        StanceReading stance = statement.stance().orElse(new StanceReading(Stance.SAYS, false, false));
        List<List<Span>> sentences = sentences(text, words);
        if (sentences.isEmpty()
                || asks(text, words, stance)
                || passesOn(text, statement, stance)
                || onlyNames(text, words, stance)) {
            return;
        }
        List<Span> whole = sentences.stream().flatMap(List::stream).toList();
        add(statement, text, stance, whole, 0, story);
        for (int part = 1; part < sentences.size() && part <= MOST_PARTS; part++) {
            add(statement, text, stance, sentences.get(part), part, story);
        }
    }

    private void add(
            Statement statement, String text, StanceReading stance, List<Span> spans, int part, List<String> story) {
        Attribution words = statement.attribution();
        Optional<Speaker> speaker = statement.speaker() instanceof Resolution.Resolved resolved
                ? setting.speaker(resolved.speakerId())
                : Optional.empty();
        Content content = new Content(text, setting, speaker, words.form(), stance.stance());
        spans.forEach(content::read);
        if (content.terms().isEmpty() || content.sentence().isBlank()) {
            return;
        }
        all.add(new Proposition(
                statement.id(),
                part,
                new Place(
                        moment, record.article().id(), words.in(), spans.get(0).start()),
                record.article().metadata().outlet(),
                speaker.map(Speaker::name),
                Optional.of(stance.stance()),
                words.cue(),
                Standing.of(stance),
                isRecalled(text, statement),
                statement.furniture(),
                content.mood(),
                statement.date().filter(date -> date.value().length() == 10).map(date -> LocalDate.parse(date.value())),
                content.sentence(),
                content.terms(),
                story,
                Optional.empty()));
    }

    /**
     * {@code had told reporters}, {@code only last week she swore}: told only as something that was said before; so is what a denial
     * repeats, and what a speaker quotes of himself.
     */
    private boolean isRecalled(String text, Statement statement) {
        Optional<Statement> outer = statement.within().flatMap(this::statement);
        if (outer.isPresent()) {
            Stance stance = outer.get().stance().map(StanceReading::stance).orElse(Stance.SAYS);
            boolean own = statement.speaker() instanceof Resolution.Resolved inner
                    && outer.get().speaker() instanceof Resolution.Resolved outside
                    && inner.speakerId().equals(outside.speakerId())
                    && outer.get().attribution().form() == Form.DIRECT;
            if (stance == Stance.DENIES || stance == Stance.REJECTS || own) {
                return true;
            }
        }
        Attribution words = statement.attribution();
        if (words.cue().isEmpty()) {
            return false;
        }
        Span first = words.cue().get(0);
        Words cue = Words.of(
                text,
                new Span(first.start(), words.cue().get(words.cue().size() - 1).end()));
        if (cue.at(0).equals("had")) {
            return true;
        }
        Words before = Words.of(text, new Span(Math.max(0, first.start() - BEFORE), first.end()));
        for (int i = before.size() - 1; i >= 0 && !".!?\n".contains(before.at(i)); i--) {
            if (before.at(i - 1).equals("last") && EARLIER.contains(before.at(i))
                    || before.isOneOf(i, Set.of("previously", "earlier"))) {
                return true;
            }
        }
        return false;
    }

    private Optional<Statement> statement(String id) {
        return record.statements().stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** A question puts no proposition. */
    private static boolean asks(String text, Attribution attribution, StanceReading stance) {
        Words words = Words.of(text, attribution.content().get(0));
        int first = words.isWord(0) ? 0 : 1;
        String word = words.at(first);
        boolean question = QUESTIONS.contains(word)
                && !(word.equals("how") && !AMOUNTS.contains(words.at(first + 1)) && stance.stance() != Stance.ASKS);
        return question && (stance.stance() == Stance.ASKS || stance.negated() || attribution.form() == Form.INDIRECT);
    }

    /**
     * Sentences that say something of the world: those that only judge ({@code That is a lie.}), ask or are too short to stand by
     * themselves are left out or go with the one before.
     */
    private static List<List<Span>> sentences(String text, Attribution attribution) {
        List<List<Span>> sentences = new ArrayList<>();
        for (Span span : attribution.content()) {
            for (Span sentence : attribution.form() == Form.DIRECT ? Sentences.of(text, span) : List.of(span)) {
                Words words = Words.of(text, sentence);
                if (Judgement.only(words)) {
                    continue;
                }
                boolean question = words.size() > 0 && lastMark(words).equals("?");
                if (question) {
                    continue;
                }
                if (!sentences.isEmpty() && (attribution.form() != Form.DIRECT || telling(words) < FEWEST_TERMS)) {
                    sentences.get(sentences.size() - 1).add(sentence);
                } else {
                    List<Span> one = new ArrayList<>();
                    one.add(sentence);
                    sentences.add(one);
                }
            }
        }
        return sentences;
    }

    private static String lastMark(Words words) {
        int at = words.size() - 1;
        while (at > 0 && "\"'”’".contains(words.at(at))) {
            at--;
        }
        return words.at(at);
    }

    private static int telling(Words words) {
        int count = 0;
        for (int i = 0; i < words.size(); i++) {
            if (words.isWord(i) && !Lexis.FUNCTION.contains(words.at(i))) {
                count++;
            }
        }
        return count;
    }

    /** Whether a content does nothing but pass on a statement within it. */
    private boolean passesOn(String text, Statement statement, StanceReading stance) {
        List<Span> covered = new ArrayList<>();
        for (Statement inner : record.statements()) {
            if (inner.within().equals(Optional.of(statement.id()))) {
                covered.addAll(inner.attribution().source());
                covered.addAll(inner.attribution().cue());
                covered.addAll(inner.attribution().content());
                covered.addAll(inner.addressee());
            }
        }
        boolean disputes = stance.stance() == Stance.DENIES || stance.stance() == Stance.REJECTS || stance.negated();
        if (covered.isEmpty() || disputes) {
            return false;
        }
        int left = 0;
        for (Span span : statement.attribution().content()) {
            Words words = Words.of(text, span);
            for (int i = 0; i < words.size(); i++) {
                Span word = words.span(i);
                boolean inner = covered.stream().anyMatch(part -> part.overlaps(word));
                if (!inner
                        && words.isWord(i)
                        && !Lexis.FUNCTION.contains(words.at(i))
                        && !Lexis.SAYINGS.contains(words.at(i))
                        && !setting.isName(Setting.bare(words.at(i)))) {
                    left++;
                }
            }
        }
        return left < 2;
    }

    /** Whether a content only names what was said: {@code it}, {@code those allegations}, {@code the report as "nonsense"}. */
    private boolean onlyNames(String text, Attribution attribution, StanceReading stance) {
        List<Span> content = attribution.content();
        for (int i = 1; i < content.size(); i++) {
            boolean adjoining = text.substring(
                            content.get(i - 1).end(), content.get(i).start())
                    .isBlank();
            if (!adjoining) {
                return false;
            }
        }
        Span whole =
                new Span(content.get(0).start(), content.get(content.size() - 1).end());
        return Naming.only(Words.of(text, whole), setting, stance.stance());
    }
}
