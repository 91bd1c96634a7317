package io.onrecord.search;

import io.onrecord.model.Form;
import io.onrecord.model.Stance;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexOrDocValuesQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** A query in Lucene's terms. */
final class Asked {

    /** Of more words the rarest are taken, which tell most: each costs as much as it is frequent. */
    static final int MOST_TERMS = 24;

    private static final int MOST_PHRASE_TERMS = 32;

    /** Where words count, and how much. */
    private static final Map<String, Float> WEIGHTS =
            Map.of(Fields.CONTENT, 1f, Fields.TITLE, 0.3f, Fields.NAMES, 0.5f);

    /** How much the other places of a word add to its best one. */
    private static final float OTHERS = 0.1f;

    private Asked() {}

    /** What holds results back, without scores. */
    static org.apache.lucene.search.Query filter(Query query) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        all.add(base(query), Occur.FILTER);
        terms(Fields.STANCE, query.stances().stream().map(Stance::name).toList())
                .ifPresent(q -> all.add(q, Occur.FILTER));
        terms(Fields.FORM, query.forms().stream().map(Form::name).toList()).ifPresent(q -> all.add(q, Occur.FILTER));
        terms(Fields.OUTLET, query.outlets().stream().map(Fields::outlet).toList())
                .ifPresent(q -> all.add(q, Occur.FILTER));
        query.since()
                .ifPresent(day -> all.add(
                        IntPoint.newRangeQuery(Fields.LAST_DAY, (int) day.toEpochDay(), Integer.MAX_VALUE),
                        Occur.FILTER));
        query.until()
                .ifPresent(day -> all.add(
                        IntPoint.newRangeQuery(Fields.FIRST_DAY, Integer.MIN_VALUE, (int) day.toEpochDay()),
                        Occur.FILTER));
        return all.build();
    }

    /** The same without what is counted by: stances, forms, outlets and days. */
    static org.apache.lucene.search.Query base(Query query) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        all.add(new MatchAllDocsQuery(), Occur.FILTER);
        query.speakers().ifPresent(speakers -> all.add(speakers(speakers), Occur.FILTER));
        query.articles()
                .ifPresent(numbers -> all.add(
                        new TermInSetQuery(
                                Fields.ARTICLE,
                                numbers.stream()
                                        .map(number -> new BytesRef(Integer.toString(number)))
                                        .toList()),
                        Occur.FILTER));
        if (query.minConfidence() > 0) {
            all.add(DoublePoint.newRangeQuery(Fields.CONFIDENCE, query.minConfidence(), 1), Occur.FILTER);
        }
        for (String phrase : query.words().phrases()) {
            phrase(phrase, List.of(Fields.CONTENT, Fields.TITLE)).ifPresent(q -> all.add(q, Occur.FILTER));
        }
        for (String without : query.words().without()) {
            phrase(without, List.of(Fields.CONTENT)).ifPresent(q -> all.add(q, Occur.MUST_NOT));
        }
        return all.build();
    }

    private static org.apache.lucene.search.Query speakers(Set<SpeakerKey> speakers) {
        long[] keys = speakers.stream().mapToLong(SpeakerKey::hash).toArray();
        return new IndexOrDocValuesQuery(
                LongPoint.newSetQuery(Fields.SPEAKER, keys),
                NumericDocValuesField.newSlowSetQuery(Fields.SPEAKER, keys));
    }

    private static Optional<org.apache.lucene.search.Query> terms(String field, List<String> values) {
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(new TermInSetQuery(
                        field, values.stream().map(BytesRef::new).toList()));
    }

    private static Optional<org.apache.lucene.search.Query> phrase(String words, List<String> fields) {
        List<English.Term> terms = English.terms(words);
        if (terms.isEmpty()) {
            return Optional.empty();
        }
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (String field : fields) {
            PhraseQuery.Builder phrase = new PhraseQuery.Builder();
            for (English.Term term : terms.subList(0, Math.min(terms.size(), MOST_PHRASE_TERMS))) {
                phrase.add(new Term(field, term.term()), term.position());
            }
            any.add(phrase.build(), Occur.SHOULD);
        }
        return Optional.of(any.build());
    }

    /** What ranks by words; empty where there is none that counts. */
    static Optional<org.apache.lucene.search.Query> words(Words words, IndexReader reader) throws IOException {
        return any(rarest(words, reader)).map(BooleanQuery.Builder::build);
    }

    /** What ranks by words and takes only what has two thirds of those that there are anywhere; empty where there is none. */
    static Optional<org.apache.lucene.search.Query> mostWords(Words words, IndexReader reader) throws IOException {
        List<String> known = new ArrayList<>();
        for (String term : rarest(words, reader)) {
            for (String field : WEIGHTS.keySet()) {
                if (reader.docFreq(new Term(field, term)) > 0) {
                    known.add(term);
                    break;
                }
            }
        }
        int least = (2 * known.size() + 2) / 3;
        return any(known).map(any -> any.setMinimumNumberShouldMatch(least).build());
    }

    private static Optional<BooleanQuery.Builder> any(List<String> terms) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (String term : terms) {
            List<org.apache.lucene.search.Query> places = new ArrayList<>();
            WEIGHTS.forEach(
                    (field, weight) -> places.add(new BoostQuery(new TermQuery(new Term(field, term)), weight)));
            any.add(new DisjunctionMaxQuery(places, OTHERS), Occur.SHOULD);
        }
        return terms.isEmpty() ? Optional.empty() : Optional.of(any);
    }

    private static List<String> rarest(Words words, IndexReader reader) throws IOException {
        Set<String> terms = new LinkedHashSet<>();
        English.terms(words.all()).forEach(term -> terms.add(term.term()));
        if (terms.size() <= MOST_TERMS) {
            return List.copyOf(terms);
        }
        List<Frequent> counted = new ArrayList<>();
        for (String term : terms) {
            int documents = reader.docFreq(new Term(Fields.CONTENT, term));
            if (documents > 0) {
                counted.add(new Frequent(term, documents));
            }
        }
        counted.sort(Comparator.comparingInt(Frequent::documents));
        return counted.stream().limit(MOST_TERMS).map(Frequent::term).toList();
    }

    private record Frequent(String term, int documents) {}
}
