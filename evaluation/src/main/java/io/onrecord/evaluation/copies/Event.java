package io.onrecord.evaluation.copies;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Something that happened: its topic, its people, places and figures, and the stories that can be told of it. Immutable. */
final class Event {

    private final Grammar grammar;
    private final String topic;
    private final Map<String, String> fixed;

    private Event(Grammar grammar, String topic, Map<String, String> fixed) {
        this.grammar = grammar;
        this.topic = topic;
        this.fixed = fixed;
    }

    static Event draw(Grammar grammar, Random random) {
        List<String> topics = grammar.alternatives("topics");
        String topic = topics.get(random.nextInt(topics.size()));
        Map<String, String> fixed = new HashMap<>();
        for (int i = 1; i <= 4; i++) {
            String last = grammar.draw("last", topic, Map.of(), random);
            fixed.put("P" + i, grammar.draw("first", topic, Map.of(), random) + " " + last);
            fixed.put("P" + i + "s", last);
        }
        String town = grammar.draw("town", topic, Map.of(), random);
        fixed.put("Town", town);
        fixed.put("Number", grammar.draw("many", topic, Map.of(), random));
        fixed.put("Money", grammar.draw("sum", topic, Map.of(), random));
        fixed.put("Index", grammar.draw("index", topic, Map.of(), random));
        fixed.put(
                "Firm",
                capitals(grammar.draw("last", topic, Map.of(), random) + " "
                        + grammar.draw("firm", topic, Map.of(), random)));
        fixed.put(
                "Org",
                "the " + town + " "
                        + capitals(grammar.draw("noun", topic, Map.of(), random) + " "
                                + grammar.draw("body", topic, Map.of(), random)));
        return new Event(grammar, topic, Map.copyOf(fixed));
    }

    private static String capitals(String words) {
        StringBuilder out = new StringBuilder(words);
        for (int i = 0; i < out.length(); i++) {
            if (i == 0 || out.charAt(i - 1) == ' ') {
                out.setCharAt(i, Character.toUpperCase(out.charAt(i)));
            }
        }
        return out.toString();
    }

    /** A story, written anew: a lede, what happened and what was said, then background. */
    Draft story(int paragraphs, Random random) {
        List<String> out = new ArrayList<>();
        out.add(lede(random));
        while (out.size() < paragraphs) {
            boolean late = out.size() > paragraphs * 2 / 3;
            out.add(late ? background(random) : random.nextInt(3) == 0 ? spoken(random) : body(random));
        }
        return new Draft(headline(random), out);
    }

    /** A routine report: the form of all such reports, and figures of its own. */
    Draft routine(Random random) {
        List<String> out = new ArrayList<>();
        for (int i = 1; i <= 6; i++) {
            out.add(prose("routine" + i, random));
        }
        return new Draft(prose("Index", random), out);
    }

    String headline(Random random) {
        return prose("headline", random);
    }

    String lede(Random random) {
        return prose("lede", random);
    }

    String spoken(Random random) {
        return prose("spoken", random);
    }

    String body(Random random) {
        return sentences("sentence", 1 + random.nextInt(3), random);
    }

    String background(Random random) {
        return sentences("background", 1 + random.nextInt(2), random);
    }

    String credit(Random random) {
        return prose("credit", random);
    }

    private String sentences(String symbol, int count, Random random) {
        List<String> out = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            out.add(prose(symbol, random));
        }
        return String.join(" ", out);
    }

    private String prose(String symbol, Random random) {
        return grammar.prose(symbol, topic, fixed, random);
    }
}
