package io.onrecord.claims;

import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Attribution;
import io.onrecord.model.Form;
import io.onrecord.model.Resolution;
import io.onrecord.model.Span;
import io.onrecord.model.SpeakerKind;
import io.onrecord.model.Statement;
import io.onrecord.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;

/**
 * The wordings of one quotation within a claim: cut, re-cut, translated back; with the words that differ. Quotation marks, case and
 * punctuation do not count. Pure functions.
 */
public final class Variants {

    /** Words of one wording that are compared; the alignment takes room by their square. */
    private static final int MOST_WORDS = 400;

    private Variants() {}

    /** A wording: its words with their places. */
    private record Wording(Claim.Member member, String speaker, List<String> words, List<Span> spans) {}

    /**
     * The wordings of the quotations of a claim, in the order of its members; of each speaker apart. A quotation of which there is one
     * wording by one statement is left out, and so are those of sources that nobody named: two of these may be two people.
     *
     * @param record of an article, by its id; empty where it is not known
     */
    public static List<Variant> of(Claim claim, Function<String, Optional<ArticleRecord>> record) {
        List<Wording> wordings = new ArrayList<>();
        for (Claim.Member member : claim.members()) {
            record.apply(member.place().articleId())
                    .flatMap(found -> wording(member, found))
                    .ifPresent(wordings::add);
        }
        List<Variant> variants = new ArrayList<>();
        for (Wording wording : wordings) {
            List<Wording> ofSpeaker = wordings.stream()
                    .filter(other -> other.speaker.equals(wording.speaker))
                    .toList();
            if (ofSpeaker.size() > 1) {
                variants.add(compared(wording, fullest(ofSpeaker)));
            }
        }
        return variants;
    }

    /** The wording with the most words; of equals the first on record. */
    private static Wording fullest(List<Wording> wordings) {
        return wordings.stream()
                .max(Comparator.comparingInt((Wording wording) -> wording.words.size())
                        .thenComparing(wording -> wording.member.place(), Comparator.reverseOrder()))
                .orElseThrow();
    }

    private static Optional<Wording> wording(Claim.Member member, ArticleRecord record) {
        Optional<Statement> statement = record.statements().stream()
                .filter(one -> one.id().equals(member.statementId()))
                .filter(one -> one.attribution().form() != Form.INDIRECT)
                .findFirst();
        return statement.flatMap(found -> speaker(record, found).map(speaker -> {
            Attribution attribution = found.attribution();
            String text = record.textOf(attribution.in());
            List<String> words = new ArrayList<>();
            List<Span> spans = new ArrayList<>();
            for (Span content : attribution.content()) {
                Words read = Words.of(text, content);
                for (int i = 0; i < read.size() && words.size() < MOST_WORDS; i++) {
                    if (read.isWord(i)) {
                        words.add(read.at(i));
                        spans.add(read.span(i));
                    }
                }
            }
            return new Wording(member, speaker, words, spans);
        }));
    }

    /** By last name, which is what articles have in common; empty where nobody could be named. */
    private static Optional<String> speaker(ArticleRecord record, Statement statement) {
        return record.speakers().stream()
                .filter(speaker -> statement.speaker() instanceof Resolution.Resolved resolved
                        && resolved.speakerId().equals(speaker.id()))
                .filter(speaker -> speaker.kind() != SpeakerKind.UNNAMED)
                .map(speaker -> Setting.value(speaker).toLowerCase(Locale.ROOT))
                .findFirst();
    }

    private static Variant compared(Wording wording, Wording fullest) {
        if (wording.member.equals(fullest.member)) {
            return new Variant(wording.member.statementId(), wording.member.statementId(), 1, List.of(), List.of());
        }
        Alignment alignment = Alignment.of(wording.words, fullest.words);
        return new Variant(
                wording.member.statementId(),
                fullest.member.statementId(),
                wording.words.isEmpty() ? 0 : (double) alignment.common() / wording.words.size(),
                runs(wording.spans, alignment::keepsFirst),
                runs(fullest.spans, alignment::keepsSecond));
    }

    /** What is not kept, words side by side as one span. */
    private static List<Span> runs(List<Span> spans, IntPredicate kept) {
        List<Span> runs = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= spans.size(); i++) {
            boolean own = i < spans.size() && !kept.test(i);
            if (own && start < 0) {
                start = i;
            } else if (!own && start >= 0) {
                runs.add(new Span(spans.get(start).start(), spans.get(i - 1).end()));
                start = -1;
            }
        }
        return runs;
    }
}
