package io.onrecord.evaluation;

import io.onrecord.copies.Copies;
import io.onrecord.copies.Group;
import io.onrecord.copies.Signature;
import io.onrecord.copies.Signatures;
import io.onrecord.copies.Signed;
import io.onrecord.evaluation.copies.CopySet;
import io.onrecord.evaluation.copies.CopyText;
import io.onrecord.model.Published;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which texts are copies of one another, against a {@link CopiesFile} or a {@link CopySet}. A pair is found where both texts are in
 * one group ({@code copies}), or linked themselves ({@code links}). The engine is not run.
 */
final class CopiesTask implements Task {

    /** Originals of a generated set. */
    private static final int FAMILIES = 1000;

    /** More texts than this are too many to be held against one another for the baseline. */
    private static final int BASELINE = 20_000;

    private final OptionalLong seed;
    private final Optional<Path> write;

    /**
     * @param seed of the set to generate; empty to read a file
     * @param write where to write the set
     */
    CopiesTask(OptionalLong seed, Optional<Path> write) {
        this.seed = seed;
        this.write = write;
    }

    @Override
    public String name() {
        return "copies";
    }

    @Override
    public String describes() {
        return "Which texts are copies against gold groups (JSON Lines: id, text, group), or against a set generated from a"
                + " seed.";
    }

    @Override
    public boolean needsEngine() {
        return false;
    }

    @Override
    public boolean needsFile() {
        return seed.isEmpty();
    }

    @Override
    public Evaluation run(Path file, Engine engine) throws IOException {
        List<CopyText> texts =
                seed.isPresent() ? new CopySet(seed.getAsLong()).families(FAMILIES) : CopiesFile.read(file);
        if (write.isPresent()) {
            CopiesFile.write(write.get(), texts);
        }
        Map<String, Double> figures = new LinkedHashMap<>();
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("texts", (long) texts.size());
        new Measure(texts).put(figures, counts);
        String name = seed.isPresent() ? "a set generated from the seed " + seed.getAsLong() : file.toString();
        return new Evaluation(name(), name, figures, counts, engine.producer());
    }

    /** One set of texts. */
    private static final class Measure {
        private final List<CopyText> texts;
        private final Signatures signatures;
        private final Map<String, List<Integer>> sameWords = new HashMap<>();
        private final List<String> digests = new ArrayList<>();
        /** For each text the first of its group. */
        private final int[] origins;

        Measure(List<CopyText> texts) {
            this.texts = texts;
            List<Signed> signed = new ArrayList<>();
            for (int i = 0; i < texts.size(); i++) {
                CopyText text = texts.get(i);
                Signature signature = Signature.of(text.text());
                signed.add(new Signed(text.id(), text.published().map(date -> new Published(date, "gold")), signature));
                digests.add(signature.digest());
                sameWords
                        .computeIfAbsent(signature.digest(), digest -> new ArrayList<>())
                        .add(i);
            }
            signatures = Signatures.of(signed);
            origins = new int[texts.size()];
        }

        void put(Map<String, Double> figures, Map<String, Long> counts) {
            CopyPairs groups = new CopyPairs(texts);
            Shares shares = new Shares();
            shares.expect("origin.accuracy");
            for (int i = 0; i < origins.length; i++) {
                origins[i] = i;
            }
            Copies.Search search = Copies.groups(signatures, group -> {
                groups.all(members(group));
                shares.add("origin.accuracy", isOrigin(group));
            });
            groups.put("copies", figures, counts);
            CopyPairs links = new CopyPairs(texts);
            Copies.pairs(signatures, (first, second, link) -> linked(first, second, links));
            sameWords.values().forEach(links::all);
            links.put("links", figures, counts);
            edits(shares);
            negatives(shares);
            shares.put(figures, counts);
            baselines(figures, counts);
            counts.put("candidates", search.candidates());
        }

        private List<Integer> members(Group group) {
            List<Integer> members = new ArrayList<>(List.of(group.origin()));
            for (Group.Copy copy : group.copies()) {
                members.add(copy.index());
                origins[copy.index()] = group.origin();
            }
            return members;
        }

        /** Whether the origin is that of one of the texts that it is told to be the origin of. */
        private boolean isOrigin(Group group) {
            return texts.get(group.origin()).origin();
        }

        /** The first of each of those with the same words stands for all. */
        private void linked(int first, int second, CopyPairs links) {
            if (digests.get(first).equals(digests.get(second))) {
                return;
            }
            for (int a : sameWords.getOrDefault(digests.get(first), List.of())) {
                for (int b : sameWords.getOrDefault(digests.get(second), List.of())) {
                    links.one(a, b);
                }
            }
        }

        /** Of the copies with an edit, how many are with what they were made from. */
        private void edits(Shares shares) {
            Map<String, Integer> byGroup = new HashMap<>();
            for (int i = 0; i < texts.size(); i++) {
                if (texts.get(i).origin()) {
                    byGroup.put(texts.get(i).group(), i);
                }
            }
            Set<String> names = new TreeSet<>();
            texts.forEach(text -> names.addAll(text.edits()));
            names.forEach(name -> shares.expect("edit." + name));
            for (int i = 0; i < texts.size(); i++) {
                Integer origin = byGroup.get(texts.get(i).group());
                for (String edit : new HashSet<>(texts.get(i).edits())) {
                    if (origin != null && origin != i) {
                        shares.add("edit." + edit, origins[i] == origins[origin]);
                    }
                }
            }
        }

        /** Of the pairs of a hard negative with a text that it resembles, how many are kept apart. */
        private void negatives(Shares shares) {
            Map<String, List<Integer>> byGroup = new HashMap<>();
            for (int i = 0; i < texts.size(); i++) {
                byGroup.computeIfAbsent(texts.get(i).group(), group -> new ArrayList<>())
                        .add(i);
            }
            for (int i = 0; i < texts.size(); i++) {
                CopyText text = texts.get(i);
                String name = "apart." + text.kind().orElse("other");
                for (int other : text.like().map(byGroup::get).orElse(List.of())) {
                    shares.add(name, origins[i] != origins[other]);
                }
            }
        }

        private void baselines(Map<String, Double> figures, Map<String, Long> counts) {
            CopyPairs exact = new CopyPairs(texts);
            sameWords.values().forEach(exact::all);
            exact.put("exact", figures, counts);
            if (texts.size() <= BASELINE) {
                CopyPairs jaccard = new CopyPairs(texts);
                AllPairs.forEach(texts.stream().map(CopyText::text).toList(), jaccard::one);
                jaccard.put("jaccard", figures, counts);
            }
        }
    }
}
