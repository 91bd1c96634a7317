package io.onrecord.testkit;

import io.onrecord.encoder.ByteVector;
import io.onrecord.encoder.SentenceVector;
import io.onrecord.model.Article;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Attribution;
import io.onrecord.model.CodePoints;
import io.onrecord.model.Confidence;
import io.onrecord.model.Dispute;
import io.onrecord.model.Form;
import io.onrecord.model.Ids;
import io.onrecord.model.Location;
import io.onrecord.model.Metadata;
import io.onrecord.model.Producer;
import io.onrecord.model.Published;
import io.onrecord.model.Resolution;
import io.onrecord.model.Span;
import io.onrecord.model.Speaker;
import io.onrecord.model.SpeakerKind;
import io.onrecord.model.Stance;
import io.onrecord.model.StanceReading;
import io.onrecord.model.Statement;
import io.onrecord.model.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * A world of made-up claims that articles state and deny, by seed, for what goes over articles. Claims belong to events; how often
 * one is stated falls off as Zipf's law has it, and so do the names in it, so that some are very frequent. One article in eight is
 * a copy of an earlier one, cut at its end. Wordings of a claim differ by a word that is left out or added. The same seed and number give the same record.
 */
public final class ClaimNews {

    /** What made them. */
    public static final Producer PRODUCER =
            new Producer("0.1.0", "testkit sha256:ffeeddccbbaa99887766554433221100", "none");

    private static final int OUTLETS = 40;
    private static final int CLAIMS_OF_AN_EVENT = 12;
    private static final int COPIES = 8;
    private static final int DIMENSION = 384;
    private static final List<String> CUES = List.of("said", "told reporters", "insisted", "denied", "warned");
    private static final List<String> SYLLABLES = List.of(
            "ba", "re", "ni", "to", "lu", "ve", "sa", "mor", "dan", "kel", "ri", "ost", "an", "il", "per", "tha", "go",
            "fen", "dri", "ulm", "ska", "wer");

    private final long seed;
    private final int events;
    private final int statements;

    /**
     * @param seed of the world
     * @param events how many there are; each has a dozen claims and a day
     * @param statements of an article
     */
    public ClaimNews(long seed, int events, int statements) {
        this.seed = seed;
        this.events = events;
        this.statements = statements;
    }

    /** The record of a number. */
    public ArticleRecord record(int number) {
        Random random = random(1, number);
        boolean copy = number >= COPIES && random.nextInt(COPIES) == 0;
        int told = copy ? number - 1 - random.nextInt(COPIES - 1) : number;
        return new Telling(number, told, copy).record();
    }

    /**
     * A vector for a content: the sum of one for each word, so that wordings of one claim lie near one another. The same words give the
     * same vector.
     */
    public static ByteVector meaning(String content) {
        float[] sum = new float[DIMENSION];
        for (String word : content.split(" ", -1)) {
            Random random = new Random(word.hashCode() * 0x9E3779B97F4A7C15L);
            for (int i = 0; i < DIMENSION; i++) {
                sum[i] += (float) random.nextGaussian();
            }
        }
        return SentenceVector.of(sum).bytes();
    }

    private Random random(int what, long number) {
        Random random = new Random(seed * 0x9E3779B97F4A7C15L + what * 0xC2B2AE3D27D4EB4FL + number);
        random.nextLong();
        return random;
    }

    /** One of the first so many, each half as likely as the one at half its place. */
    private static int zipf(Random random, int count) {
        return (int) (Math.pow(count + 1.0, random.nextDouble()) - 1);
    }

    private static String word(Random random, int least) {
        StringBuilder out = new StringBuilder();
        for (int i = least + random.nextInt(2); i > 0; i--) {
            out.append(SYLLABLES.get(random.nextInt(SYLLABLES.size())));
        }
        return out.toString();
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private String name(int which) {
        Random random = random(2, which);
        return capital(word(random, 1)) + " " + capital(word(random, 2));
    }

    /** The words of a claim of an event: somebody by name, and a dozen words of the event and its own. */
    private List<String> claim(int event, int which) {
        Random own = random(3, (long) event * CLAIMS_OF_AN_EVENT + which);
        Random shared = random(4, event);
        List<String> words = new ArrayList<>(List.of(name(zipf(own, events)).split(" ", -1)));
        for (int i = 0; i < 3; i++) {
            words.add(word(shared, 2));
        }
        for (int i = 0; i < 7; i++) {
            words.add(word(own, 2));
        }
        return words;
    }

    private final class Telling {

        private final int number;
        private final boolean copy;
        private final int event;
        private final Random told;
        private final StringBuilder text = new StringBuilder();
        private final List<Span> paragraphs = new ArrayList<>();
        private final List<Statement> found = new ArrayList<>();
        private final List<Speaker> speakers = new ArrayList<>();

        /** @param told the article whose words it has, its own or those of another */
        Telling(int number, int told, boolean copy) {
            this.number = number;
            this.copy = copy;
            this.told = random(5, told);
            this.event = zipf(this.told, events);
        }

        ArticleRecord record() {
            record Said(List<String> content, int speaker, String cue) {}
            List<Said> all = new ArrayList<>();
            for (int i = 0; i < statements; i++) {
                List<String> words = new ArrayList<>(claim(event, zipf(told, CLAIMS_OF_AN_EVENT)));
                switch (told.nextInt(4)) {
                    case 0 -> words.remove(2 + told.nextInt(words.size() - 2));
                    case 1 -> words.add(word(told, 2));
                    default -> {
                        // As it stands.
                    }
                }
                all.add(new Said(words, told.nextInt(4), CUES.get(told.nextInt(CUES.size()))));
            }
            int day = told.nextInt(3);
            Random own = random(6, number);
            for (int i = 0; i < 4; i++) {
                String name = name(zipf(random(7, event * 4L + i), events));
                String id = "s" + (speakers.size() + 1);
                if (speakers.stream().noneMatch(speaker -> speaker.name().equals(name))) {
                    speakers.add(new Speaker(id, name, SpeakerKind.PERSON, List.of(), List.of(), List.of(), Map.of()));
                }
            }
            LocalDate published =
                    LocalDate.of(2024, 1, 1).plusDays(random(8, event).nextInt(700) + day + (copy ? 1 : 0));
            int kept = copy ? Math.max(1, all.size() - 1 - own.nextInt(2)) : all.size();
            record Words(Span source, Span cue, Span content, Said said) {}
            List<Words> places = new ArrayList<>();
            for (Said said : all.subList(0, kept)) {
                if (text.length() > 0) {
                    text.append("\n\n");
                }
                int start = text.length();
                Span source =
                        append(speakers.get(said.speaker % speakers.size()).name());
                text.append(' ');
                Span cue = append(said.cue);
                text.append(" that ");
                Span content = append(String.join(" ", said.content));
                text.append('.');
                paragraphs.add(new Span(start, text.length()));
                places.add(new Words(source, cue, content, said));
            }
            Article article = Article.of(
                    "https://outlet" + number % OUTLETS + ".example/" + published + "/" + number,
                    new Text(text.toString(), paragraphs),
                    new Metadata(
                            Optional.of("Outlet " + zipf(own, OUTLETS)),
                            Optional.empty(),
                            List.of(),
                            Optional.of(new Published(published + (own.nextBoolean() ? "T08:30:00Z" : ""), "json-ld")),
                            Optional.of("en"),
                            Optional.empty(),
                            Optional.empty()));
            CodePoints points = CodePoints.of(article.text().value());
            for (Words words : places) {
                statement(
                        article,
                        points,
                        words.source,
                        words.cue,
                        words.content,
                        speakers.get(words.said.speaker % speakers.size()),
                        words.said.cue);
            }
            return new ArticleRecord(article, speakers, found, disputes(), PRODUCER);
        }

        private void statement(
                Article article, CodePoints points, Span source, Span cue, Span content, Speaker speaker, String said) {
            Attribution words = new Attribution(
                    Location.TEXT,
                    Form.INDIRECT,
                    List.of(source),
                    List.of(cue),
                    List.of(content),
                    new Confidence(0.9, Optional.of(0.9), Optional.of(0.9), 0.9));
            Stance stance = said.equals("denied") ? Stance.DENIES : Stance.SAYS;
            found.add(new Statement(
                    Ids.statement(article.id(), Location.TEXT, words.cue(), words.content(), points),
                    words,
                    new Resolution.Resolved(speaker.id(), speaker.name(), "NAME", 0.95, "named in full"),
                    Optional.of(new StanceReading(stance, false, false)),
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    false));
        }

        private Span append(String words) {
            int start = text.length();
            text.append(words);
            return new Span(start, text.length());
        }

        /** Whoever denies something denies what was said just before. */
        private List<Dispute> disputes() {
            List<Dispute> disputes = new ArrayList<>();
            for (int i = 1; i < found.size(); i++) {
                Statement statement = found.get(i);
                if (statement
                        .stance()
                        .filter(read -> read.stance() == Stance.DENIES)
                        .isPresent()) {
                    disputes.add(new Dispute(
                            statement.id(),
                            found.get(i - 1).id(),
                            Dispute.Kind.DENIES,
                            statement.attribution().cue(),
                            0.8));
                }
            }
            return disputes;
        }
    }
}
