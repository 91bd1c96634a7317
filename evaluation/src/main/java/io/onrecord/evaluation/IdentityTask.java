package io.onrecord.evaluation;

import io.onrecord.evaluation.IdentityPassage.Pair;
import io.onrecord.speakers.Appearance;
import io.onrecord.speakers.Identities;
import io.onrecord.speakers.Identity.Member;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Who is the same over articles, against an {@link IdentityFile}. The engine is not run: the speakers are given. */
final class IdentityTask implements Task {

    @Override
    public String name() {
        return "identity";
    }

    @Override
    public String describes() {
        return "Who is the same over articles against gold groups (JSON Lines: id, articles with speakers, same, apart and"
                + " open).";
    }

    @Override
    public boolean needsEngine() {
        return false;
    }

    @Override
    public Evaluation run(Path file, Engine engine) throws IOException {
        List<IdentityPassage> passages = IdentityFile.read(file);
        Map<String, Double> figures = new LinkedHashMap<>();
        Map<String, Long> counts = new LinkedHashMap<>();
        Score ours = new Score();
        Score names = new Score();
        long articles = 0;
        long speakers = 0;
        for (IdentityPassage passage : passages) {
            ours.add(passage, joined(passage));
            names.add(passage, sameName(passage));
            articles += passage.appearances().stream()
                    .map(Appearance::articleId)
                    .distinct()
                    .count();
            speakers += passage.appearances().size();
        }
        counts.put("passages", (long) passages.size());
        counts.put("articles", articles);
        counts.put("speakers", speakers);
        ours.report("identity", figures, counts);
        names.report("baseline", figures, counts);
        return new Evaluation(name(), file.toString(), figures, counts, engine.producer());
    }

    private static Predicate<Pair> joined(IdentityPassage passage) {
        Identities identities = Identities.of(passage.appearances());
        return pair -> identities
                .find(pair.first().articleId(), pair.first().speakerId())
                .equals(identities.find(pair.second().articleId(), pair.second().speakerId()));
    }

    /** The baseline: whoever has the same name, to the character. */
    private static Predicate<Pair> sameName(IdentityPassage passage) {
        Map<Member, String> names = new HashMap<>();
        for (Appearance one : passage.appearances()) {
            names.put(
                    new Member(one.articleId(), one.speaker().id()),
                    one.speaker().name());
        }
        return pair -> names.getOrDefault(pair.first(), "").equals(names.get(pair.second()));
    }

    /**
     * Pairs that gold asks about: of those joined, how many are one (precision); of those that are one, how many are joined
     * (recall); of those that are not, how many are kept apart. Pairs of which it cannot be told are counted, not judged.
     */
    private static final class Score {
        private long same;
        private long sameJoined;
        private long apart;
        private long apartJoined;
        private long open;
        private long openJoined;

        void add(IdentityPassage passage, Predicate<Pair> joined) {
            same += passage.same().size();
            sameJoined += passage.same().stream().filter(joined).count();
            apart += passage.apart().size();
            apartJoined += passage.apart().stream().filter(joined).count();
            open += passage.open().size();
            openJoined += passage.open().stream().filter(joined).count();
        }

        void report(String name, Map<String, Double> figures, Map<String, Long> counts) {
            long predicted = sameJoined + apartJoined;
            double precision = share(sameJoined, predicted);
            double recall = share(sameJoined, same);
            figures.put(name + ".p", AttributionScore.rounded(precision, 2));
            figures.put(name + ".r", AttributionScore.rounded(recall, 2));
            double sum = precision + recall;
            figures.put(name + ".f1", AttributionScore.rounded(sum == 0 ? 0 : 2 * precision * recall / sum, 2));
            counts.put(name + ".correct", sameJoined);
            counts.put(name + ".predicted", predicted);
            counts.put(name + ".gold", same);
            figures.put(name + ".apart.recall", AttributionScore.rounded(share(apart - apartJoined, apart), 2));
            counts.put(name + ".apart.correct", apart - apartJoined);
            counts.put(name + ".apart.gold", apart);
            counts.put(name + ".open", open);
            counts.put(name + ".open.joined", openJoined);
        }

        private static double share(long some, long all) {
            return all == 0 ? 0 : 100.0 * some / all;
        }
    }
}
