package io.onrecord.search;

import io.onrecord.encoder.ByteVector;
import io.onrecord.model.Article;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Days;
import io.onrecord.model.Published;
import io.onrecord.model.Resolution;
import io.onrecord.model.Span;
import io.onrecord.model.Speaker;
import io.onrecord.model.Statement;
import io.onrecord.model.StatementDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.FloatDocValuesField;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.util.BytesRef;

/** What of a statement stands in the index: nothing that could be read there, only what it is found by. */
final class Fields {

    /** Changes whenever an index made before is no longer good. */
    static final String FORMAT = "3";

    private static final Pattern WHITE = Pattern.compile("\\s+");

    static final String ARTICLE = "article";
    static final String STATEMENT = "statement";
    static final String CONTENT = "content";
    static final String TITLE = "title";
    static final String NAMES = "names";
    static final String SPEAKER = "speaker";
    static final String OUTLET = "outlet";
    static final String STANCE = "stance";
    static final String FORM = "form";
    static final String FIRST_DAY = "first";
    static final String LAST_DAY = "last";
    /** The last day, as a column; the first is one of its own field. */
    static final String DAY = "day";

    static final String CONFIDENCE = "confidence";
    static final String VECTOR = "vector";
    static final String SIGNS = "signs";

    private Fields() {}

    /** A document for each statement; what stands in page furniture is left out. */
    static List<Document> documents(int number, ArticleRecord record, Map<String, ByteVector> vectors) {
        Map<String, Speaker> speakers = new HashMap<>();
        record.speakers().forEach(speaker -> speakers.put(speaker.id(), speaker));
        List<Document> documents = new ArrayList<>();
        for (Statement statement : record.statements()) {
            if (!statement.furniture()) {
                Document document = new Document();
                ofArticle(number, record.article(), document);
                ofStatement(record, statement, document);
                ofSpeaker(number, statement, speakers, document);
                ofDays(record.article(), statement, document);
                ByteVector vector = vectors.get(statement.id());
                if (vector != null) {
                    document.add(new BinaryDocValuesField(VECTOR, new BytesRef(vector.toArray())));
                    document.add(new BinaryDocValuesField(SIGNS, new BytesRef(Signs.of(vector))));
                }
                documents.add(document);
            }
        }
        return documents;
    }

    private static void ofArticle(int number, Article article, Document document) {
        document.add(new StringField(ARTICLE, Integer.toString(number), Store.NO));
        document.add(new NumericDocValuesField(ARTICLE, number));
        article.metadata().outlet().ifPresent(outlet -> {
            document.add(new StringField(OUTLET, outlet(outlet), Store.NO));
            document.add(new SortedDocValuesField(OUTLET, new BytesRef(shown(outlet))));
        });
        article.metadata().title().ifPresent(title -> document.add(new TextField(TITLE, title, Store.NO)));
    }

    /** An outlet as it is compared, as filters of exports do: in one case, white space as one space. Lucene takes no longer terms. */
    static String outlet(String name) {
        String folded = WHITE.matcher(name.strip()).replaceAll(" ").toLowerCase(Locale.ROOT);
        return folded.substring(0, Math.min(folded.length(), 500));
    }

    /** An outlet as it is counted: in its own letters. */
    private static String shown(String name) {
        String stripped = name.strip();
        return stripped.substring(0, Math.min(stripped.length(), 500));
    }

    private static void ofStatement(ArticleRecord record, Statement statement, Document document) {
        document.add(new NumericDocValuesField(STATEMENT, Hit.of(statement.id())));
        String text = record.textOf(statement.attribution().in());
        document.add(new TextField(CONTENT, words(statement.attribution().content(), text), Store.NO));
        statement.stance().ifPresent(read -> constant(STANCE, read.stance().name(), document));
        constant(FORM, statement.attribution().form().name(), document);
        double confidence = statement.attribution().confidence().statement();
        document.add(new DoublePoint(CONFIDENCE, confidence));
        document.add(new FloatDocValuesField(CONFIDENCE, (float) confidence));
    }

    /** To find by and to count. */
    private static void constant(String field, String name, Document document) {
        document.add(new StringField(field, name, Store.NO));
        document.add(new SortedDocValuesField(field, new BytesRef(name)));
    }

    private static void ofSpeaker(int number, Statement statement, Map<String, Speaker> speakers, Document document) {
        if (statement.speaker() instanceof Resolution.Resolved resolved) {
            SpeakerKey key = new SpeakerKey(number, resolved.speakerId());
            document.add(new LongPoint(SPEAKER, key.hash()));
            document.add(new NumericDocValuesField(SPEAKER, key.hash()));
            StringJoiner names = new StringJoiner(" ");
            names.add(resolved.name());
            Optional.ofNullable(speakers.get(resolved.speakerId()))
                    .ifPresent(speaker -> speaker.aliases().forEach(names::add));
            document.add(new TextField(NAMES, names.toString(), Store.NO));
        }
    }

    private static void ofDays(Article article, Statement statement, Document document) {
        Optional<String> date = statement
                .date()
                .map(StatementDate::value)
                .or(() -> article.metadata().published().map(Published::value));
        // Not known: before all others where they are in order, and in no range.
        long order = Long.MIN_VALUE;
        if (date.isPresent()) {
            Days days = Days.of(date.get());
            document.add(new IntPoint(FIRST_DAY, (int) days.first().toEpochDay()));
            document.add(new IntPoint(LAST_DAY, (int) days.last().toEpochDay()));
            order = days.last().toEpochDay();
            document.add(new NumericDocValuesField(FIRST_DAY, days.first().toEpochDay()));
        }
        document.add(new NumericDocValuesField(DAY, order));
    }

    /** The words of spans; what stands between the pieces is left out. */
    static String words(List<Span> spans, String text) {
        StringJoiner words = new StringJoiner(" … ");
        spans.forEach(span -> words.add(span.of(text)));
        return words.toString();
    }
}
