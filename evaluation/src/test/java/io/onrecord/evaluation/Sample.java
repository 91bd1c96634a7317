package io.onrecord.evaluation;

import io.onrecord.model.Article;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.CodePoints;
import io.onrecord.model.Location;
import io.onrecord.model.Outcome;
import io.onrecord.model.Span;
import io.onrecord.model.Statement;
import io.onrecord.model.Text;
import io.onrecord.text.Layout;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Articles about a country that does not exist, with gold, and what a rather bad engine makes of them. All of it is
 * made from seeds and stays the same for ever: {@code sample-figures-*.json} holds what score.py says of it.
 */
final class Sample {

    private static final JsonMapper JSON = new JsonMapper();

    private static final String[] NAMES = {
        "Ilan Serrat", "Mara Oldin", "Ms Ito", "the mill owners", "Avenia’s finance minister", "José Ŝtél",
        "a spokeswoman for the port", "Dr. Aino Vähä", "He", "critics", "the 🥖 guild", "O’Hara-Lind"
    };
    private static final String[] CUES = {
        "said", "insisted", "told reporters", "warned", "denied", "claimed", "added", "argued"
    };
    private static final String[] CLAUSES = {
        "the bread tax would rise by 3.5%",
        "nobody in Selm had been asked",
        "the harbour talks – all of them – failed",
        "we will appeal",
        "the dam is safe",
        "it’s 🚢 time for a second ferry",
        "U.N. monitors saw no fighting",
        "wages in Osterval fell, and then fell again",
        "the naïve e\u0301tude of 2019 was wrong",
        "“rain” is not a policy"
    };
    private static final String[] PLAIN = {
        "The market in Selm opens at 6 a.m. on weekdays.",
        "Avenia joined the customs union in 1998.",
        "Snow closed the pass – again.",
        "The ferry carries 200 people & two lorries.",
        "🚢🚢"
    };

    private Sample() {}

    /** Some of the articles have no gold; the text of one is empty. */
    static List<GoldArticle> articles() {
        List<GoldArticle> articles = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            articles.add(new Writer(new Random(1000 + i)).article("sample-" + i, i % 8 == 7 ? 0 : 1 + i % 7));
        }
        articles.add(unpublished("sample-empty", Optional.empty(), new Text("", List.of()), true, List.of()));
        return articles;
    }

    private static GoldArticle unpublished(
            String id, Optional<String> title, Text text, boolean linked, List<Parts> parts) {
        return new GoldArticle(id, title, Optional.empty(), text, text, linked, parts);
    }

    /** The same, when only roles are known. */
    static List<GoldArticle> rolesOnly() {
        return articles().stream().map(Sample::unlinked).toList();
    }

    private static GoldArticle unlinked(GoldArticle article) {
        List<Parts> parts = new ArrayList<>();
        for (Parts one : article.parts()) {
            one.source().forEach(span -> parts.add(new Parts(List.of(span), List.of(), List.of())));
            one.cue().forEach(span -> parts.add(new Parts(List.of(), List.of(span), List.of())));
            one.content().forEach(span -> parts.add(new Parts(List.of(), List.of(), List.of(span))));
        }
        return unpublished(article.id(), article.title(), article.text(), false, parts);
    }

    /** What the bad engine makes of an article: a record, or in one of twelve cases nothing. */
    static Outcome<ArticleRecord> outcome(GoldArticle gold, Article article) {
        Random random = new Random(31L * gold.id().hashCode());
        if (random.nextInt(12) == 0) {
            return new Outcome.Skipped<>(gold.id(), Outcome.Stage.ENCODING, "this engine is a bad one");
        }
        return new Outcome.Kept<>(Statements.record(article, new Reader(gold, article, random).statements()));
    }

    /** One line of a gold file. */
    static String goldLine(GoldArticle article) {
        CodePoints points = CodePoints.of(article.text().value());
        ObjectNode line = JSON.createObjectNode()
                .put("id", article.id())
                .put("text", article.text().value());
        article.title().ifPresent(title -> line.put("title", title));
        if (article.linked()) {
            ArrayNode list = line.putArray("attributions");
            for (Parts parts : article.parts()) {
                roles(list.addObject(), List.of(parts), points);
            }
        } else {
            roles(line.putObject("spans"), article.parts(), points);
        }
        return JSON.writeValueAsString(line);
    }

    private static void roles(ObjectNode node, List<Parts> all, CodePoints points) {
        for (Parts.Role role : Parts.Role.values()) {
            ArrayNode list = node.putArray(role.code());
            for (Parts parts : all) {
                for (Span span : parts.spans(role)) {
                    list.addArray().add(points.fromUtf16(span.start())).add(points.fromUtf16(span.end()));
                }
            }
        }
    }

    /** What score.py reads of a record. */
    static String recordLine(ArticleRecord record) {
        ObjectNode line = JSON.createObjectNode();
        line.putObject("article").put("address", record.article().address());
        ArrayNode statements = line.putArray("statements");
        for (Statement statement : record.statements()) {
            Location in = statement.attribution().in();
            CodePoints points = CodePoints.of(record.textOf(in));
            ObjectNode node = statements.addObject();
            if (in == Location.TITLE) {
                node.put("in", "title");
            }
            if (statement.furniture()) {
                node.put("furniture", true);
            }
            node.put("within", statement.within().orElse(null));
            for (Parts.Role role : Parts.Role.values()) {
                ArrayNode list = node.putArray(role.code());
                for (Span span : Parts.of(statement.attribution()).spans(role)) {
                    list.addObject()
                            .put("start", points.fromUtf16(span.start()))
                            .put("end", points.fromUtf16(span.end()));
                }
            }
        }
        return JSON.writeValueAsString(line);
    }

    private static <T> T pick(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }

    /** Writes one article, marking as it goes. */
    private static final class Writer {
        private final Random random;
        private final StringBuilder text = new StringBuilder();
        private final List<Parts> gold = new ArrayList<>();

        Writer(Random random) {
            this.random = random;
        }

        GoldArticle article(String id, int statements) {
            plain();
            for (int i = 0; i < statements; i++) {
                sentence(random.nextInt(7));
                if (random.nextInt(3) == 0) {
                    plain();
                }
            }
            return unpublished(
                    id,
                    Optional.of("Serrat: " + pick(random, CLAUSES)),
                    Layout.of(text.toString()).text(text.toString()),
                    true,
                    gold);
        }

        private void plain() {
            text.append(pick(random, PLAIN)).append(random.nextBoolean() ? "\n\n" : " ");
        }

        private void sentence(int kind) {
            switch (kind) {
                case 0 -> direct("“", ",”");
                case 1 -> direct("\"", ",\"");
                case 2 -> {
                    Span source = name();
                    Span cue = cue();
                    gold(List.of(source), cue, add("that " + clause()));
                }
                case 3 -> {
                    Span source = name();
                    Span cue = cue();
                    gold(List.of(source), cue, add("the plan was ''" + clause() + "'' and " + clause()));
                }
                case 4 -> {
                    Span first = add("“" + clause() + ",”");
                    text.append(' ');
                    Span source = name();
                    Span cue = cue();
                    text.setLength(text.length() - 1);
                    text.append(", ");
                    gold(List.of(source), cue, first, add("“" + clause() + "”"));
                }
                case 5 -> {
                    Span content = add(clause());
                    text.append(", it was ");
                    gold(List.of(), cue(), content);
                }
                default -> {
                    Span source = name();
                    gold(List.of(source), cue(), add(clause()));
                    text.append(" and ");
                    gold(List.of(source), cue(), add(clause()));
                }
            }
            text.append(random.nextInt(3) == 0 ? ".\n\n" : ". ");
        }

        private void direct(String open, String close) {
            Span content = add(open + clause() + close);
            text.append(' ');
            if (random.nextBoolean()) {
                Span cue = cue();
                gold(List.of(name()), cue, content);
            } else {
                Span source = name();
                gold(List.of(source), cue(), content);
            }
        }

        private Span name() {
            Span span = add(pick(random, NAMES));
            text.append(' ');
            return span;
        }

        private Span cue() {
            Span span = add(pick(random, CUES));
            text.append(' ');
            return span;
        }

        private String clause() {
            return pick(random, CLAUSES);
        }

        private Span add(String words) {
            text.append(words);
            return new Span(text.length() - words.length(), text.length());
        }

        private void gold(List<Span> source, Span cue, Span... content) {
            gold.add(new Parts(source, List.of(cue), List.of(content)));
        }
    }

    /** Finds the gold again, with every kind of fault. */
    private static final class Reader {
        private final GoldArticle gold;
        private final Article article;
        private final Random random;
        private final Map<String, Statement> statements = new LinkedHashMap<>();

        Reader(GoldArticle gold, Article article, Random random) {
            this.gold = gold;
            this.article = article;
            this.random = random;
        }

        List<Statement> statements() {
            if (gold.title().isPresent() && random.nextBoolean()) {
                keep(Location.TITLE, new Parts(List.of(), List.of(), List.of(new Span(0, 6))), Optional.empty(), false);
            }
            List<Parts> whole = gold.linked() ? gold.parts() : joined();
            for (int i = 0; i < whole.size(); i++) {
                statement(whole, i);
            }
            for (int i = random.nextInt(3); i > 0 && gold.text().length() > 9; i--) {
                int start = random.nextInt(gold.text().length() - 8);
                Parts made = new Parts(
                        List.of(),
                        List.of(whole(start, start + 3)),
                        List.of(whole(start + 3, start + 4 + random.nextInt(4))));
                keep(Location.TEXT, made, Optional.empty(), random.nextInt(4) == 0);
            }
            return List.copyOf(statements.values());
        }

        private void statement(List<Parts> whole, int i) {
            Parts parts = whole.get(i);
            Parts next = whole.get((i + 1) % whole.size());
            switch (random.nextInt(10)) {
                case 0 -> {}
                case 1 -> keep(new Parts(next.source(), parts.cue(), parts.content()));
                case 2 -> keep(new Parts(parts.source(), next.cue(), parts.content()));
                case 3 -> keep(new Parts(List.of(), parts.cue(), parts.content()));
                case 4 -> keep(new Parts(moved(parts.source()), moved(parts.cue()), moved(parts.content())));
                case 5 -> keep(new Parts(parts.source(), parts.cue(), moved(parts.content())));
                case 6 -> {
                    keep(parts);
                    nested(parts);
                }
                case 7 -> keep(Location.TEXT, parts, Optional.empty(), true);
                default -> keep(parts);
            }
        }

        /** A statement inside the one just found. */
        private void nested(Parts parts) {
            Span outer = parts.content().get(0);
            List<String> ids = List.copyOf(statements.keySet());
            if (outer.length() > 8 && !ids.isEmpty()) {
                Parts inner = new Parts(
                        List.of(),
                        List.of(whole(outer.start() + 1, outer.start() + 4)),
                        List.of(whole(outer.start() + 5, outer.end())));
                keep(Location.TEXT, inner, Optional.of(ids.get(ids.size() - 1)), false);
            }
        }

        private void keep(Parts parts) {
            keep(Location.TEXT, parts, Optional.empty(), false);
        }

        private void keep(Location in, Parts parts, Optional<String> within, boolean furniture) {
            Statement made = Statements.of(article, in, parts, within, furniture);
            statements.putIfAbsent(made.id(), made);
        }

        /** Of roles alone, content i with source i and cue i. */
        private List<Parts> joined() {
            List<Span> sources = all(Parts.Role.SOURCE);
            List<Span> cues = all(Parts.Role.CUE);
            List<Span> contents = all(Parts.Role.CONTENT);
            List<Parts> whole = new ArrayList<>();
            for (int i = 0; i < contents.size(); i++) {
                whole.add(new Parts(
                        i < sources.size() ? List.of(sources.get(i)) : List.of(),
                        i < cues.size() ? List.of(cues.get(i)) : List.of(),
                        List.of(contents.get(i))));
            }
            return whole;
        }

        private List<Span> all(Parts.Role role) {
            return gold.parts().stream()
                    .flatMap(parts -> parts.spans(role).stream())
                    .toList();
        }

        /** With the outer bounds elsewhere, up to twelve characters off. */
        private List<Span> moved(List<Span> spans) {
            if (spans.isEmpty()) {
                return spans;
            }
            List<Span> moved = new ArrayList<>(spans);
            Span first = moved.get(0);
            moved.set(0, whole(Math.min(first.start() + random.nextInt(16) - 8, first.end() - 1), first.end()));
            int last = moved.size() - 1;
            Span end = moved.get(last);
            moved.set(last, whole(end.start(), Math.max(end.end() + random.nextInt(24) - 12, end.start() + 1)));
            return moved;
        }

        /** Inside the text, and through the middle of no character. */
        private Span whole(int start, int end) {
            String text = gold.text().value();
            int from = Math.max(0, Math.min(start, text.length() - 1));
            int to = Math.max(from + 1, Math.min(end, text.length()));
            if (Character.isLowSurrogate(text.charAt(from)) && from > 0) {
                from--;
            }
            if (to < text.length() && Character.isLowSurrogate(text.charAt(to))) {
                to++;
            }
            return new Span(from, to);
        }
    }
}
