package io.onrecord.evaluation;

import io.onrecord.evaluation.SpokenArticle.Spoken;
import io.onrecord.model.Article;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Attribution;
import io.onrecord.model.CodePoints;
import io.onrecord.model.Ids;
import io.onrecord.model.Location;
import io.onrecord.model.Outcome;
import io.onrecord.model.Resolution;
import io.onrecord.model.Resolution.Resolved;
import io.onrecord.model.Span;
import io.onrecord.model.Speaker;
import io.onrecord.model.Statement;
import io.onrecord.speakers.Appearance;
import io.onrecord.speakers.Identities;
import io.onrecord.speakers.Identity;
import io.onrecord.speakers.Speakers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who speaks. For a quotation, the speaker of the statement that overlaps it most is taken; a gold statement with its spans is
 * asked for as it stands. {@code speakers.accuracy}: the right full name, or rightly none; {@code speakers.wrong}: another
 * name; what is left is unresolved. {@code speakers.members} also takes a person for whom the gold names party or employer, if the
 * record says so. {@code wrong.*} says of the wrong names what is wrong with them. {@code persons.*}: where the gold's name is a
 * person's, the share whose full name stands in the article beside; {@code camps.*}: where it is not. Then by rule ({@code via.NAME}) and by kind of mention.
 */
final class SpeakersTask implements Task {

    private final boolean together;

    /**
     * @param together whether the articles of one event are read together, with identity over them
     */
    SpeakersTask(boolean together) {
        this.together = together;
    }

    @Override
    public String name() {
        return "speakers";
    }

    @Override
    public String describes() {
        return "The speakers of quotations or statements (JSON Lines: id, text, and quotes or statements with speakers).";
    }

    @Override
    public Evaluation run(Path file, Engine engine) throws IOException {
        Map<String, SpokenArticle> gold = SpokenFile.read(file);
        Tally tally = new Tally();
        Map<String, Article> toRead = new LinkedHashMap<>();
        for (SpokenArticle article : gold.values()) {
            if (article.isGiven()) {
                addGiven(article, engine, tally);
            } else if (together || !article.spoken().isEmpty()) {
                toRead.put(article.article().address(), article.article());
            }
        }
        List<ArticleRecord> read = read(List.copyOf(toRead.values()), engine);
        Identities identities = together ? identities(read, gold) : Identities.of(List.of());
        for (ArticleRecord record : read) {
            addRead(Objects.requireNonNull(gold.get(record.article().address())), record, identities, tally);
            toRead.remove(record.article().address());
        }
        for (Article missing : toRead.values()) {
            Objects.requireNonNull(gold.get(missing.address()))
                    .spoken()
                    .forEach(spoken -> tally.add(missing, spoken, null, Map.of()));
        }
        Map<String, Double> figures = new LinkedHashMap<>();
        Map<String, Long> counts = new LinkedHashMap<>();
        tally.shares.put(figures, counts);
        counts.put("articles", (long) gold.size());
        counts.put("articles.missing", (long) toRead.size());
        return new Evaluation(name(), file.toString(), figures, counts, engine.producer());
    }

    private static List<ArticleRecord> read(List<Article> articles, Engine engine) {
        List<ArticleRecord> read = new ArrayList<>();
        Iterator<Outcome<ArticleRecord>> records = engine.read(
                articles.stream().<Outcome<Article>>map(Outcome.Kept::new).iterator());
        while (records.hasNext()) {
            if (records.next() instanceof Outcome.Kept<ArticleRecord> kept) {
                read.add(kept.value());
            }
        }
        return read;
    }

    private static Identities identities(List<ArticleRecord> read, Map<String, SpokenArticle> gold) {
        List<Appearance> appearances = new ArrayList<>();
        for (ArticleRecord record : read) {
            Optional<String> event =
                    Objects.requireNonNull(gold.get(record.article().address())).event();
            appearances.addAll(Appearance.of(record, event));
        }
        return Identities.of(appearances);
    }

    /** The speakers of a record by id, each with the name of the identity, if there is one. */
    private static Map<String, Speaker> named(ArticleRecord record, Identities identities) {
        Map<String, Speaker> named = new HashMap<>();
        for (Speaker speaker : record.speakers()) {
            Optional<Identity> identity = identities.find(record.article().id(), speaker.id());
            String name = identity.map(Identity::name).orElse(speaker.name());
            named.put(speaker.id(), speaker.with(name, speaker.kind(), speaker.aliases(), speaker.external()));
        }
        return named;
    }

    private static void addGiven(SpokenArticle article, Engine engine, Tally tally) {
        CodePoints points = CodePoints.of(article.article().text().value());
        List<Spoken> order = new ArrayList<>(article.spoken());
        order.sort((a, b) -> Integer.compare(start(a), start(b)));
        List<Statement> statements = new ArrayList<>();
        for (Spoken spoken : order) {
            statements.add(statement(article.article(), spoken.attribution().orElseThrow(), points));
        }
        Speakers.Found found = Speakers.find(
                article.article(), statements, engine.gaze(article.article().text()));
        Map<String, Speaker> speakers = byId(found.speakers());
        for (int i = 0; i < order.size(); i++) {
            tally.add(article.article(), order.get(i), found.statements().get(i), speakers);
        }
    }

    private static int start(Spoken spoken) {
        return spoken.attribution().orElseThrow().start();
    }

    private static Statement statement(Article article, Attribution words, CodePoints points) {
        String reason = words.cue().isEmpty() ? Resolution.CONTINUED : Resolution.Unresolved.NOT_TRIED;
        return new Statement(
                Ids.statement(article.id(), Location.TEXT, words.cue(), words.content(), points),
                words,
                new Resolution.Unresolved(reason),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                false);
    }

    private static void addRead(SpokenArticle article, ArticleRecord record, Identities identities, Tally tally) {
        Map<String, Speaker> speakers = named(record, identities);
        for (Spoken spoken : article.spoken()) {
            @Nullable Statement best = null;
            int most = 0;
            for (Statement statement : record.statements()) {
                int overlap = statement.attribution().in() == Location.TEXT
                        ? overlap(statement.attribution().content(), spoken.content())
                        : 0;
                if (overlap > most || overlap == most && overlap > 0 && isAhead(statement, best)) {
                    most = overlap;
                    best = statement;
                }
            }
            tally.add(record.article(), spoken, best, speakers);
        }
    }

    /** Of two that overlap as much one with a source is taken, then the outer one, then the one that the engine is surer of. */
    private static boolean isAhead(Statement statement, @Nullable Statement than) {
        if (than == null) {
            return true;
        }
        boolean source = !statement.attribution().source().isEmpty();
        if (source == than.attribution().source().isEmpty()) {
            return source;
        }
        if (statement.within().isPresent() != than.within().isPresent()) {
            return statement.within().isEmpty();
        }
        return statement.attribution().confidence().statement()
                > than.attribution().confidence().statement();
    }

    private static int overlap(List<Span> some, List<Span> others) {
        int overlap = 0;
        for (Span one : some) {
            for (Span other : others) {
                overlap += Math.max(0, Math.min(one.end(), other.end()) - Math.max(one.start(), other.start()));
            }
        }
        return overlap;
    }

    private static Map<String, Speaker> byId(List<Speaker> speakers) {
        Map<String, Speaker> byId = new HashMap<>();
        speakers.forEach(speaker -> byId.put(speaker.id(), speaker));
        return byId;
    }

    /** What is wrong with a name that is not the gold's. */
    private enum Miss {
        /** It is the right person's family name, without the first name. */
        FAMILY_NAME,
        /** It is the same name but for a letter or a cut end. */
        SPELLING,
        /** The gold names a camp, to which the record says that the speaker belongs. */
        MEMBER,
        /** Somebody else's. */
        OTHER;

        String figure() {
            return "wrong." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Miss of(Spoken gold, Optional<Speaker> speaker, boolean member) {
            if (member) {
                return MEMBER;
            }
            String name = speaker.map(Speaker::name).orElse("");
            String wanted = gold.speaker().orElse("");
            if (SpeakerMatch.isFamilyName(wanted, name)) {
                return FAMILY_NAME;
            }
            return SpeakerMatch.isSpeltAlike(wanted, name) ? SPELLING : OTHER;
        }
    }

    /** What is right, wrong and unresolved. */
    private static final class Tally {
        private final Shares shares = new Shares();

        Tally() {
            shares.expect("speakers.accuracy", "speakers.members", "speakers.wrong", "speakers.unresolved");
            for (Miss miss : Miss.values()) {
                shares.expect(miss.figure());
            }
        }

        void add(Article article, Spoken gold, @Nullable Statement statement, Map<String, Speaker> speakers) {
            Optional<Resolved> resolved = Optional.ofNullable(statement)
                    .map(Statement::speaker)
                    .filter(Resolved.class::isInstance)
                    .map(Resolved.class::cast);
            Optional<Speaker> speaker = resolved.map(found -> Objects.requireNonNull(speakers.get(found.speakerId())));
            boolean named = speaker.filter(SpeakerMatch::isNamed).isPresent();
            boolean right = speaker.isPresent() && isRight(gold, speaker.get()) || gold.unnamed() && !named;
            boolean member = right
                    || gold.speaker().isPresent()
                            && speaker.isPresent()
                            && SpeakerMatch.isMember(gold.speaker().get(), speaker.get());
            shares.add("speakers.accuracy", right);
            shares.add("speakers.members", member);
            shares.add("speakers.wrong", !right && named);
            shares.add("speakers.unresolved", !right && !named);
            Optional<Miss> miss = right || !named ? Optional.empty() : Optional.of(Miss.of(gold, speaker, member));
            for (Miss kind : Miss.values()) {
                shares.add(kind.figure(), miss.filter(kind::equals).isPresent());
            }
            if (gold.attribution().isPresent()) {
                addKinds(gold, resolved, right);
                return;
            }
            if (gold.speaker().filter(SpeakerMatch::isPerson).isPresent()) {
                boolean inArticle =
                        article.text().value().contains(gold.speaker().get());
                shares.add("persons.accuracy", right);
                shares.add("persons.wrong", !right && named);
                shares.add("persons.in-article", inArticle);
                shares.add("persons.other", miss.filter(Miss.OTHER::equals).isPresent());
            } else {
                shares.add("camps.accuracy", right);
                shares.add("camps.members", member);
                shares.add("camps.other", miss.filter(Miss.OTHER::equals).isPresent());
            }
            addKinds(gold, resolved, right);
        }

        private void addKinds(Spoken gold, Optional<Resolved> resolved, boolean right) {
            resolved.ifPresent(found -> shares.add("via." + found.via(), right));
            gold.kindOfMention().ifPresent(kind -> shares.add("mention." + kind.toLowerCase(Locale.ROOT), right));
        }

        private static boolean isRight(Spoken gold, Speaker speaker) {
            if (!gold.together().isEmpty()) {
                return gold.together().stream()
                        .allMatch(member -> SpeakerMatch.isNamed(member, speaker.name())
                                || SpeakerMatch.words(speaker.name()).containsAll(SpeakerMatch.words(member)));
            }
            return gold.speaker().isPresent()
                    && SpeakerMatch.isNamed(gold.speaker().get(), speaker.name());
        }
    }
}
