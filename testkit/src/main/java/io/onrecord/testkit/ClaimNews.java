package io.onrecord.testkit;

import io.onrecord.claims.Claims;
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
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;

/**
 * A world of made-up claims that articles state and deny, by seed, for what goes over articles. Claims belong to events; how often
 * one is stated falls off as Zipf's law has it, and so do the names in it, so that some are very frequent. One article in eight is
 * a copy of an earlier one, cut at its end. The same seed and number give the same record.
 *
 * <p>There are two such worlds. In the dense one all that an article states is among a dozen claims of its event, in wordings that
 * differ by one word: nearly all that is near is alike, and keys are crowded. The one like {@linkplain #likeNews news} is for what real
 * articles cost.
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
    private final boolean dense;
    private final Vocabulary vocabulary;

    /**
     * The dense world.
     *
     * @param seed of the world
     * @param events how many there are; each has a dozen claims and a day
     * @param statements of an article
     */
    public ClaimNews(long seed, int events, int statements) {
        this(seed, events, statements, true);
    }

    private ClaimNews(long seed, int events, int statements, boolean dense) {
        this.seed = seed;
        this.events = events;
        this.statements = statements;
        this.dense = dense;
        this.vocabulary = dense ? new Vocabulary(List.of(), new long[0]) : Vocabulary.english();
    }

    /**
     * The world like news. What is assumed: three statements in ten put one of forty claims of their event, the first of these
     * most often, the others what no other article has; the largest event has as many articles as one over the root of their number
     * of all articles, and goes on for a month; words are as frequent as in English texts, three of a claim are of its event;
     * every fifth claim has a number, every twelfth a negation; of two wordings of a claim half are the same, the others differ in
     * up to four words.
     *
     * @param seed of the world
     * @param events how many there are
     * @param statements of an article
     */
    public static ClaimNews likeNews(long seed, int events, int statements) {
        return new ClaimNews(seed, events, statements, false);
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

    /** One of the first so many, the first far less often than by {@link #zipf} where there are many. */
    private static int squared(Random random, int count) {
        double drawn = random.nextDouble();
        return (int) (count * drawn * drawn);
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

    /** A claim in the words of somebody: of its event, or one that nobody else has. */
    private List<String> newsClaim(int event, Random told) {
        boolean shared = told.nextInt(10) < 3;
        Random own = shared ? random(9, event * 64L + zipf(told, 40)) : new Random(told.nextLong());
        Random topic = random(4, event);
        List<String> topics = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            topics.add(vocabulary.word(topic));
        }
        List<String> words =
                new ArrayList<>(List.of(name(cast(event, own.nextInt(6))).split(" ", -1)));
        if (own.nextInt(12) == 0) {
            words.add("not");
        }
        for (int i = 0; i < 8; i++) {
            words.add(i % 3 == 2 ? topics.get(own.nextInt(topics.size())) : vocabulary.word(own));
        }
        if (own.nextInt(5) == 0) {
            words.add(String.valueOf(2 + own.nextInt(900)));
            words.add(vocabulary.word(own));
        }
        if (shared && told.nextBoolean()) {
            for (int i = 1 + told.nextInt(2); i > 0; i--) {
                words.remove(3 + told.nextInt(words.size() - 3));
                words.add(3 + told.nextInt(words.size() - 3), vocabulary.word(told));
            }
        }
        return words;
    }

    /** One of the people of an event. */
    private int cast(int event, int which) {
        return squared(random(7, event * 8L + which), events);
    }

    /**
     * English words.
     *
     * @param upTo of each word how often it and those before it are used
     */
    @SuppressWarnings("ArrayRecordComponent") // Seen by this class alone.
    private record Vocabulary(List<String> words, long[] upTo) {

        /** As often as WordNet's tagged texts have them, once more each. */
        static Vocabulary english() {
            List<String> words = new ArrayList<>();
            List<Long> upTo = new ArrayList<>();
            long sum = 0;
            try (InputStream in = Claims.class.getResourceAsStream("relations.tsv")) {
                String table = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
                for (String line :
                        table.lines().filter(one -> !one.startsWith("#")).toList()) {
                    String[] columns = line.split("\t", -1);
                    if (columns[0].chars().allMatch(c -> c >= 'a' && c <= 'z')) {
                        sum += 1 + Integer.parseInt(columns[1]);
                        words.add(columns[0]);
                        upTo.add(sum);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return new Vocabulary(
                    words, upTo.stream().mapToLong(Long::longValue).toArray());
        }

        String word(Random random) {
            int at = Arrays.binarySearch(upTo, (long) (random.nextDouble() * upTo[upTo.length - 1]) + 1);
            return words.get(at < 0 ? -at - 1 : at);
        }
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
            this.event = dense ? zipf(this.told, events) : squared(this.told, events);
        }

        ArticleRecord record() {
            record Said(List<String> content, int speaker, String cue) {}
            List<Said> all = new ArrayList<>();
            for (int i = 0; i < statements; i++) {
                List<String> words = dense ? denseClaim() : newsClaim(event, told);
                all.add(new Said(words, told.nextInt(4), CUES.get(told.nextInt(CUES.size()))));
            }
            int day = dense ? told.nextInt(3) : zipf(told, 30);
            Random own = random(6, number);
            for (int i = 0; i < 4; i++) {
                String name = name(dense ? zipf(random(7, event * 4L + i), events) : cast(event, i));
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

        private List<String> denseClaim() {
            List<String> words = new ArrayList<>(claim(event, zipf(told, CLAIMS_OF_AN_EVENT)));
            switch (told.nextInt(4)) {
                case 0 -> words.remove(2 + told.nextInt(words.size() - 2));
                case 1 -> words.add(word(told, 2));
                default -> {
                    // As it stands.
                }
            }
            return words;
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
