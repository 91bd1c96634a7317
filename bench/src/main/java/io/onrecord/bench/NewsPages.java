package io.onrecord.bench;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Random;

/** Pages of news about countries that do not exist: text of speakers and what they say, in changing furniture. */
final class NewsPages {

    private static final List<String> SITES =
            List.of("avenia-courier", "port-senn-post", "velia-today", "northern-ledger", "the-quay", "orsk-herald");
    private static final List<String> NAMES = List.of(
            "Ilan Serrat",
            "Mara Oldin",
            "José Ibáñez",
            "Käthe Größler",
            "Tomas Verrin",
            "Lena Dauphin",
            "Mr Serrat",
            "Ms Oldin",
            "Zoë Lefèvre",
            "Anton Brask",
            "Priya Hallen",
            "Ruben Castell");
    private static final List<String> ROLES = List.of(
            "the finance minister of Avenia",
            "a spokeswoman for the dockers’ union",
            "the mayor of Port Senn",
            "an official who asked not to be named",
            "the head of the electoral commission",
            "a researcher at the University of Orsk",
            "the prime minister’s office",
            "police in Velia");
    private static final List<String> CUES = List.of(
            "said",
            "insisted",
            "denied that",
            "told reporters that",
            "claimed",
            "warned that",
            "added that",
            "announced");
    private static final List<String> SUBJECTS = List.of(
            "the harbour",
            "the new rail line to Velia",
            "the budget for the coming year",
            "the talks with the union",
            "the bridge over the Senn",
            "the ferry service",
            "the investigation into the fire",
            "the election in May",
            "the water works",
            "the price of bread");
    private static final List<String> ENDS = List.of(
            "would stay open for as long as there was a single ship to unload",
            "had been delayed by the winter storms",
            "would cost twice what the ministry had planned",
            "was a matter for the courts, not for the street",
            "had failed because nobody wanted to move first",
            "could begin again as soon as next week",
            "was “simply not true, and they know it”",
            "would be looked at by an independent panel",
            "had never been discussed in the cabinet");
    private static final List<String> FURNITURE = List.of(
            "Please accept cookies to go on reading.",
            "Sign up for our morning letter",
            "Share this article",
            "Most read today",
            "Advertisement",
            "Listen to this story",
            "All rights reserved",
            "Follow us for more from the coast");

    private final Random random;

    NewsPages(Random random) {
        this.random = random;
    }

    String site() {
        return any(SITES);
    }

    String slug() {
        return (random.nextInt(12) + 1) + "/" + any(SUBJECTS).replace(' ', '-');
    }

    String html(Charset charset) {
        StringBuilder page = new StringBuilder(40_000);
        String title = capital(any(SUBJECTS)) + " " + any(ENDS);
        page.append("<!DOCTYPE html><html lang=en><head><meta charset=")
                .append(charset.name())
                .append("><title>")
                .append(title)
                .append("</title><meta property=og:title content=\"")
                .append(title)
                .append("\">");
        scripts(page);
        page.append("</head><body class=l").append(random.nextInt(5)).append('>');
        links(page, "nav", 10 + random.nextInt(60));
        page.append("<main><article><h1>")
                .append(title)
                .append("</h1><p class=by>By ")
                .append(any(NAMES));
        int paragraphs = 4 + (int) Math.abs(random.nextGaussian() * 18);
        for (int i = 0; i < paragraphs; i++) {
            paragraph(page);
            if (random.nextInt(6) == 0) {
                page.append("<aside>").append(any(FURNITURE)).append("</aside>");
            }
        }
        page.append("</article></main>");
        links(page, "aside", 5 + random.nextInt(40));
        links(page, "footer", 20 + random.nextInt(30));
        return page.append("</body></html>").toString();
    }

    private void paragraph(StringBuilder page) {
        page.append(random.nextBoolean() ? "</p>\n<p>" : "<p class=\"text body-" + random.nextInt(90) + "\">");
        int sentences = 1 + random.nextInt(4);
        for (int i = 0; i < sentences; i++) {
            page.append(any(NAMES))
                    .append(", ")
                    .append(any(ROLES))
                    .append(", ")
                    .append(any(CUES))
                    .append(' ');
            page.append(any(SUBJECTS)).append(' ').append(any(ENDS)).append(", in a statement of ");
            page.append(1 + random.nextInt(30)).append(" May. ");
        }
    }

    private void scripts(StringBuilder page) {
        int count = random.nextInt(6);
        for (int i = 0; i < count; i++) {
            page.append("<script>var a").append(random.nextInt(1000)).append("=[");
            int numbers = random.nextInt(400);
            for (int j = 0; j < numbers; j++) {
                page.append(random.nextInt(100_000)).append(',');
            }
            page.append("];</script>");
        }
    }

    private void links(StringBuilder page, String element, int count) {
        page.append('<').append(element).append("><ul>");
        for (int i = 0; i < count; i++) {
            page.append("<li><a href=\"/")
                    .append(slug())
                    .append('-')
                    .append(random.nextInt(100_000))
                    .append("\">")
                    .append(random.nextInt(4) == 0 ? any(FURNITURE) : capital(any(SUBJECTS)) + " " + any(ENDS))
                    .append("</a></li>");
        }
        page.append("</ul></").append(element).append('>');
    }

    private String any(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
