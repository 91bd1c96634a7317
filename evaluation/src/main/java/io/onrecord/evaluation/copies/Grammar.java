package io.onrecord.evaluation.copies;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The grammar that the texts are drawn from; {@code copies-grammar.txt} says how it is written. Immutable. */
final class Grammar {

    private static final Pattern SYMBOL = Pattern.compile("\\{([^{}]+)\\}");
    private static final Pattern ARTICLE = Pattern.compile("\\b([Aa]) (?=[aeiou])");

    private final Map<String, List<String>> rules;

    private Grammar(Map<String, List<String>> rules) {
        this.rules = rules;
    }

    /** The one that ships. */
    static Grammar load() {
        try (InputStream in = Grammar.class.getResourceAsStream("copies-grammar.txt")) {
            if (in == null) {
                throw new IllegalStateException("the class path lacks copies-grammar.txt");
            }
            Map<String, List<String>> rules = new HashMap<>();
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int colon = line.indexOf(':');
                if (colon > 0 && !line.startsWith("#")) {
                    List<String> alternatives = new ArrayList<>();
                    for (String alternative : line.substring(colon + 1).split("\\|", -1)) {
                        alternatives.add(alternative.strip());
                    }
                    rules.put(line.substring(0, colon), List.copyOf(alternatives));
                }
            }
            return new Grammar(Map.copyOf(rules));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All alternatives of a symbol. */
    List<String> alternatives(String symbol) {
        return rules.getOrDefault(symbol, List.of());
    }

    /** One of them, expanded. */
    String draw(String symbol, String topic, Map<String, String> fixed, Random random) {
        StringBuilder out = new StringBuilder();
        expand(symbol, topic, fixed, random, out);
        return out.toString();
    }

    /** The same as a sentence or several: capitals where sentences and quotations begin, and {@code an} for {@code a}. */
    String prose(String symbol, String topic, Map<String, String> fixed, Random random) {
        StringBuilder out = new StringBuilder(
                ARTICLE.matcher(draw(symbol, topic, fixed, random)).replaceAll("$1n "));
        boolean begins = true;
        for (int i = 0; i < out.length(); i++) {
            char c = out.charAt(i);
            if (begins && Character.isLetterOrDigit(c)) {
                out.setCharAt(i, Character.toUpperCase(c));
            }
            boolean quotation = c == '“' && (i == 0 || out.charAt(i - 1) == ' ');
            boolean afterStop = c == ' ' && i > 0 && out.charAt(i - 1) == '.';
            begins = quotation || (begins || afterStop) && !Character.isLetterOrDigit(c);
        }
        return out.toString();
    }

    private void expand(String symbol, String topic, Map<String, String> fixed, Random random, StringBuilder out) {
        String bound = fixed.get(symbol);
        if (bound != null) {
            out.append(bound);
            return;
        }
        List<String> alternatives = rules.get(symbol + "." + topic);
        if (alternatives == null) {
            alternatives = rules.get(symbol);
        }
        if (alternatives == null) {
            throw new IllegalStateException("the grammar has no rule for {" + symbol + "}");
        }
        String chosen = alternatives.get(random.nextInt(alternatives.size()));
        Matcher parts = SYMBOL.matcher(chosen);
        int end = 0;
        while (parts.find()) {
            out.append(chosen, end, parts.start());
            expand(parts.group(1), topic, fixed, random, out);
            end = parts.end();
        }
        out.append(chosen, end, chosen.length());
    }
}
