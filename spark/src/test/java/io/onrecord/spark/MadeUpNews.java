package io.onrecord.spark;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Articles in plain English about events that never were, by seed: each event has its people and a dozen things that they state, deny
 * and doubt in one article after another; one article in eight is a copy of another. The same number gives the same article.
 */
final class MadeUpNews {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Articles of one event, about. */
    private static final int OF_EVENT = 12;

    private static final int COPIES = 8;
    private static final LocalDate FIRST = LocalDate.of(2025, 3, 1);

    private static final List<String> FIRST_NAMES = List.of(
            "Mara", "Ilan", "Tovin", "Edda", "Sorin", "Lena", "Amos", "Nadia", "Petra", "Oskar", "Yara", "Viktor");
    private static final List<String> LAST_BEGIN =
            List.of("Old", "Serr", "Ask", "Marl", "Hal", "Bren", "Cor", "Dun", "Fen", "Gar", "Kest", "Lor");
    private static final List<String> LAST_END =
            List.of("in", "at", "e", "ow", "den", "nick", "vale", "ster", "by", "mont");
    private static final List<String> TITLES = List.of(
            "Mayor",
            "Finance minister",
            "Harbour master",
            "Councillor",
            "Professor",
            "Judge",
            "Senator",
            "Chief engineer");
    private static final List<String> PLACE_BEGIN = List.of(
            "Aven", "Vel", "Orr", "Hald", "Brask", "Tarn", "Esm", "Caster", "Nord", "Quill", "Rost", "Ulm", "Wend",
            "Yarr");
    private static final List<String> PLACE_MIDDLE = List.of("", "a", "en", "il", "or", "um", "eth", "ash");
    private static final List<String> PLACE_END =
            List.of("ia", "wick", "ford", "haven", "bay", "stead", "moor", "holm", "minster");
    private static final List<String> THINGS = List.of(
            "dam",
            "bridge",
            "harbour wall",
            "power station",
            "hospital wing",
            "railway line",
            "reservoir",
            "school roof");
    private static final List<String> CLAIMS = List.of(
            "the %1$s in %2$s is safe",
            "the %1$s in %2$s was never inspected",
            "%3$d workers were hurt at the %1$s in %2$s",
            "the council of %2$s paid %3$d million for the %1$s",
            "the contractor warned %2$s about the %1$s in March",
            "the %1$s in %2$s will open again before the winter",
            "the plans for %2$s were changed without a vote of the council",
            "the steel in %2$s came from another supplier",
            "the families near the %1$s of %2$s must leave their homes",
            "the report on %2$s had been kept from the public",
            "the repair in %2$s would take %3$d months",
            "the engineers of %2$s had no licence");
    private static final List<String> OUTLETS = List.of(
            "The Orrin Post",
            "Velia Daily",
            "The Halden Courier",
            "Avenia Times",
            "Morning Ledger",
            "The Tarn Observer");

    private MadeUpNews() {}

    /** Writes so many articles, one a line. */
    static void write(Path file, int count) throws IOException {
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            for (int number = 0; number < count; number++) {
                out.write(line(number, Math.max(1, count / OF_EVENT)));
                out.write('\n');
            }
        }
    }

    private static String line(int number, int events) {
        Random random = new Random(number * 0x9E3779B97F4A7C15L);
        random.nextLong();
        boolean copy = number >= COPIES && random.nextInt(COPIES) == 0;
        int told = copy ? number - 1 - random.nextInt(COPIES - 1) : number;
        int event = Math.floorMod(told * 7919, events);
        String text = text(event, new Random(told * 0xC2B2AE3D27D4EB4FL));
        ObjectNode article = JSON.createObjectNode();
        article.put("id", "made-up-" + number);
        article.put("outlet", OUTLETS.get(random.nextInt(OUTLETS.size())));
        article.put("published", FIRST.plusDays(event % 90 + random.nextInt(4)).toString());
        article.put("title", "What is known of the " + thing(event) + " in " + place(event));
        article.put("text", copy ? text + "\n\nThis report was first printed elsewhere." : text);
        return article.toString();
    }

    private static String thing(int event) {
        return THINGS.get(Math.floorMod(event, THINGS.size()));
    }

    private static String place(int event) {
        int middle = event / PLACE_BEGIN.size();
        int end = middle / PLACE_MIDDLE.size();
        return PLACE_BEGIN.get(event % PLACE_BEGIN.size())
                + PLACE_MIDDLE.get(middle % PLACE_MIDDLE.size())
                + PLACE_END.get(end % PLACE_END.size());
    }

    private static String name(int event, int person) {
        Random random = new Random(event * 31L + person * 1_000_003L);
        random.nextLong();
        return any(FIRST_NAMES, random) + " " + any(LAST_BEGIN, random) + any(LAST_END, random);
    }

    private static <T> T any(List<T> some, Random random) {
        return some.get(random.nextInt(some.size()));
    }

    private static String claim(int event, int which) {
        return String.format(
                Locale.ROOT, CLAIMS.get(which), thing(event), place(event), 3 + Math.floorMod(event * 37 + which, 60));
    }

    private static String text(int event, Random random) {
        StringBuilder text = new StringBuilder("The dispute over the " + thing(event) + " in " + place(event)
                + " went on, and nobody could say for certain how it would end.");
        for (int i = 4 + random.nextInt(3); i > 0; i--) {
            String claim = claim(event, random.nextInt(CLAIMS.size()));
            int person = random.nextInt(5);
            String name = name(event, person);
            String titled = TITLES.get((event + person) % TITLES.size()) + " " + name;
            text.append("\n\n")
                    .append(
                            switch (random.nextInt(5)) {
                                case 0 -> "\"" + capital(claim) + ",\" " + titled + " said on Monday.";
                                case 1 -> titled + " denied that " + claim + ".";
                                case 2 ->
                                    name + " told reporters that " + claim + ", and left without taking questions.";
                                case 3 ->
                                    "According to " + titled + ", " + claim
                                            + ". The office did not answer a letter by the evening.";
                                default ->
                                    "\"It is not true that " + claim + ",\" said " + name
                                            + ", who has followed the case for years.";
                            });
        }
        return text.toString();
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
