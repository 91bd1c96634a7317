package io.onrecord.exchange;

import static io.onrecord.exchange.RecordFormatException.shown;

import io.onrecord.exchange.RecordJson.Offsets;
import io.onrecord.model.Article;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Attribution;
import io.onrecord.model.Capture;
import io.onrecord.model.CodePoints;
import io.onrecord.model.Confidence;
import io.onrecord.model.Dispute;
import io.onrecord.model.Form;
import io.onrecord.model.Ids;
import io.onrecord.model.Location;
import io.onrecord.model.Metadata;
import io.onrecord.model.Producer;
import io.onrecord.model.Published;
import io.onrecord.model.Resolution;
import io.onrecord.model.Role;
import io.onrecord.model.Span;
import io.onrecord.model.Speaker;
import io.onrecord.model.SpeakerKind;
import io.onrecord.model.Stance;
import io.onrecord.model.StanceReading;
import io.onrecord.model.Statement;
import io.onrecord.model.StatementDate;
import io.onrecord.model.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads one record; made for one call, by one thread. */
final class RecordReader {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Place root;
    private final Offsets unit;
    private final Article article;
    private final Scale text;
    private final Scale title;

    private RecordReader(Place root, Optional<Text> given) {
        this.root = root;
        this.unit = unit(root.get("offsets"));
        this.article = article(root.get("article"), given);
        this.text = new Scale(article.text().value(), unit, "text");
        this.title = new Scale(article.metadata().title().orElse(""), unit, "title");
    }

    static ArticleRecord read(String json, Optional<Text> given) {
        return new RecordReader(parse(json), given).record();
    }

    static RecordHead head(String json) {
        Place root = parse(json);
        Place article = root.get("article");
        return new RecordHead(
                article.get("id").string(),
                article.get("address").string(),
                new RecordJson.Options(article.find("text").isPresent(), unit(root.get("offsets"))),
                producer(root.get("producer")));
    }

    private static Place parse(String json) {
        Place root;
        try {
            root = new Place(JSON.readTree(json), "");
        } catch (JacksonException e) {
            throw new RecordFormatException(
                    "", "not a JSON object of one record: " + shown(e.getOriginalMessage()) + place(e), e);
        }
        // The number comes first: a record of another format may have any shape.
        Place format = root.object().get("format");
        if (!format.string().equals(RecordJson.FORMAT)) {
            throw format.problem("this version of Onrecord reads the format " + RecordJson.FORMAT + ", not '"
                    + shown(format.string())
                    + "'; read it with the version that wrote it, or read the articles again");
        }
        return root.only("format", "offsets", "article", "speakers", "statements", "disputes", "producer");
    }

    private static String place(JacksonException e) {
        @Nullable TokenStreamLocation location = e.getLocation();
        return location == null ? "" : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }

    private static Offsets unit(Place place) {
        String code = place.string();
        for (Offsets unit : Offsets.values()) {
            if (unit.code().equals(code)) {
                return unit;
            }
        }
        throw place.problem("expected codepoint or utf16, found '" + shown(code) + "'");
    }

    private ArticleRecord record() {
        List<Speaker> speakers = root.get("speakers").list(RecordReader::speaker);
        List<Statement> statements = root.get("statements").list(this::statement);
        List<Dispute> disputes = root.get("disputes").list(this::dispute);
        Producer producer = producer(root.get("producer"));
        return root.make(() -> new ArticleRecord(article, speakers, statements, disputes, producer));
    }

    private Article article(Place place, Optional<Text> given) {
        place.only(
                "id",
                "address",
                "outlet",
                "title",
                "authors",
                "published",
                "language",
                "length",
                "text",
                "paragraphs",
                "agency",
                "capture",
                "from");
        Map<String, String> origins = place.find("from").map(Place::strings).orElseGet(Map::of);
        Optional<String> outlet = place.string("outlet");
        Optional<String> title = place.string("title");
        List<String> authors = place.list("authors", Place::string);
        Optional<Published> published = place.find("published").map(RecordReader::published);
        Optional<String> language = place.string("language");
        Optional<String> agency = place.string("agency");
        Optional<Capture> capture = place.find("capture").map(RecordReader::capture);
        Metadata metadata =
                place.make(() -> new Metadata(outlet, title, authors, published, language, agency, capture, origins));
        Text text = text(place, given);
        String address = place.get("address").string();
        Place id = place.get("id");
        String derived = Ids.article(address, text.value());
        if (!derived.equals(id.string())) {
            throw id.problem("the article at this address with this text has the id " + derived + ", not '"
                    + shown(id.string()) + "': the record was made of another text, or was changed by hand");
        }
        return place.make(() -> new Article(derived, address, text, metadata));
    }

    private Text text(Place article, Optional<Text> given) {
        Optional<Text> inside = textInside(article);
        if (inside.isPresent() && given.isPresent() && !inside.get().equals(given.get())) {
            throw article.get("text")
                    .problem("the record has a text of its own, and it differs from the text given in its characters"
                            + " or paragraphs; read the record without giving one");
        }
        Text text = inside.or(() -> given)
                .orElseThrow(() -> article.problem("the record was written without its text; read it together with"
                        + " its text, or write it again with the text"));
        Place length = article.get("length");
        int actual = new Scale(text.value(), unit, "text").length();
        if (length.integer() != actual) {
            throw length.problem("the text has a length of " + actual + " (" + unit.code() + "), not "
                    + length.integer() + ": it is not the text that the record was made of");
        }
        return text;
    }

    private Optional<Text> textInside(Place article) {
        Optional<Place> paragraphs = article.find("paragraphs");
        Optional<Place> value = article.find("text");
        if (value.isEmpty() && paragraphs.isEmpty()) {
            return Optional.empty();
        }
        String characters = article.get("text").string();
        Scale scale = new Scale(characters, unit, "text");
        List<Span> spans = article.get("paragraphs").list(place -> scale.span(place.only("start", "end")));
        return Optional.of(article.get("paragraphs").make(() -> new Text(characters, spans)));
    }

    private static Published published(Place place) {
        place.only("value", "from");
        String value = place.get("value").string();
        String from = place.get("from").string();
        return place.make(() -> new Published(value, from));
    }

    private static Capture capture(Place place) {
        place.only("time", "address", "warcRecord", "digest", "truncated");
        Optional<String> time = place.string("time");
        Optional<String> address = place.string("address");
        Optional<String> warcRecord = place.string("warcRecord");
        Optional<String> digest = place.string("digest");
        Optional<String> truncated = place.string("truncated");
        return place.make(() -> new Capture(time, address, warcRecord, digest, truncated));
    }

    private static Speaker speaker(Place place) {
        place.only("id", "name", "kind", "roles", "descriptions", "aliases", "external", "count");
        String id = place.get("id").string();
        String name = place.get("name").string();
        SpeakerKind kind = place.get("kind").constant(SpeakerKind.class);
        List<Role> roles = place.list("roles", RecordReader::role);
        List<String> descriptions = place.list("descriptions", Place::string);
        List<String> aliases = place.list("aliases", Place::string);
        Map<String, String> external =
                place.find("external").map(Place::strings).orElseGet(Map::of);
        Optional<Place> number = place.find("count");
        OptionalInt count = number.isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(number.get().integer());
        return place.make(() -> new Speaker(id, name, kind, roles, descriptions, aliases, external, count));
    }

    private static Role role(Place place) {
        place.only("title", "of");
        String title = place.get("title").string();
        Optional<String> of = place.string("of");
        return place.make(() -> new Role(title, of));
    }

    private Statement statement(Place place) {
        place.only(
                "id",
                "in",
                "form",
                "stance",
                "negated",
                "hypothetical",
                "furniture",
                "source",
                "cue",
                "content",
                "speaker",
                "unresolved",
                "about",
                "addressee",
                "within",
                "date",
                "confidence");
        Location in = place.find("in").map(RecordReader::location).orElse(Location.TEXT);
        Attribution attribution = attribution(place, in);
        Place id = place.get("id");
        String derived = Ids.statement(
                article.id(),
                in,
                attribution.cue(),
                attribution.content(),
                scale(in).points());
        if (!derived.equals(id.string())) {
            throw id.problem("the statement with this cue and content has the id " + derived + ", not '"
                    + shown(id.string()) + "': the record was changed by hand");
        }
        Resolution speaker = resolution(place);
        Optional<StanceReading> stance = stance(place);
        Optional<StatementDate> date = place.find("date").map(RecordReader::date);
        List<String> about = place.list("about", Place::string);
        List<Span> addressee = place.find("addressee").map(at -> spans(at, in)).orElseGet(List::of);
        Optional<String> within =
                Optional.of(place.get("within")).filter(at -> !at.isNull()).map(Place::string);
        boolean furniture = place.find("furniture").map(Place::bool).orElse(false);
        return place.make(
                () -> new Statement(derived, attribution, speaker, stance, date, about, addressee, within, furniture));
    }

    private static Location location(Place place) {
        if (!place.string().equals("title")) {
            throw place.problem("expected title, found '" + shown(place.string())
                    + "'; a statement in the text goes without this field");
        }
        return Location.TITLE;
    }

    private Attribution attribution(Place place, Location in) {
        Form form = place.get("form").constant(Form.class);
        List<Span> source = spans(place.get("source"), in);
        List<Span> cue = spans(place.get("cue"), in);
        List<Span> content = spans(place.get("content"), in);
        Confidence confidence = confidence(place.get("confidence"));
        return place.make(() -> new Attribution(in, form, source, cue, content, confidence));
    }

    private static Confidence confidence(Place place) {
        place.only("statement", "source", "cue", "content");
        double statement = place.get("statement").number();
        Optional<Double> source = place.find("source").map(Place::number);
        Optional<Double> cue = place.find("cue").map(Place::number);
        double content = place.get("content").number();
        return place.make(() -> new Confidence(statement, source, cue, content));
    }

    private static Resolution resolution(Place statement) {
        Place place = statement.get("speaker");
        if (place.isNull()) {
            Place reason = statement.get("unresolved");
            return reason.make(() -> new Resolution.Unresolved(reason.string()));
        }
        if (statement.find("unresolved").isPresent()) {
            throw statement
                    .get("unresolved")
                    .problem("a statement has a speaker, or null and the reason in unresolved, not both");
        }
        place.only("id", "name", "via", "confidence", "why");
        String id = place.get("id").string();
        String name = place.get("name").string();
        String via = place.get("via").string();
        double confidence = place.get("confidence").number();
        String why = place.get("why").string();
        return place.make(() -> new Resolution.Resolved(id, name, via, confidence, why));
    }

    private static Optional<StanceReading> stance(Place place) {
        boolean any = place.find("stance").isPresent()
                || place.find("negated").isPresent()
                || place.find("hypothetical").isPresent();
        if (!any) {
            return Optional.empty();
        }
        return Optional.of(new StanceReading(
                place.get("stance").constant(Stance.class),
                place.get("negated").bool(),
                place.get("hypothetical").bool()));
    }

    private static StatementDate date(Place place) {
        place.only("value", "precision", "basis", "text");
        String value = place.get("value").string();
        StatementDate.Precision precision = place.get("precision").constant(StatementDate.Precision.class);
        StatementDate.Basis basis = place.get("basis").constant(StatementDate.Basis.class);
        Optional<String> text = place.string("text");
        return place.make(() -> new StatementDate(value, precision, basis, text));
    }

    private Dispute dispute(Place place) {
        place.only("from", "to", "kind", "evidence", "confidence");
        String from = place.get("from").string();
        String to = place.get("to").string();
        Dispute.Kind kind = place.get("kind").constant(Dispute.Kind.class);
        List<Span> evidence = spans(place.get("evidence"), Location.TEXT);
        double confidence = place.get("confidence").number();
        return place.make(() -> new Dispute(from, to, kind, evidence, confidence));
    }

    private static Producer producer(Place place) {
        place.only("version", "model", "options");
        String version = place.get("version").string();
        String model = place.get("model").string();
        String options = place.get("options").string();
        return place.make(() -> new Producer(version, model, options));
    }

    private List<Span> spans(Place list, Location in) {
        return list.list(place -> {
            Span span = scale(in).span(place.only("start", "end", "text"));
            Place words = place.get("text");
            String found = span.of(scale(in).text());
            if (!words.string().equals(found)) {
                throw words.problem("the span covers '" + shown(found) + "', not '" + shown(words.string())
                        + "': the offsets count something else than " + unit.code()
                        + ", or the record was made of another " + scale(in).name());
            }
            return span;
        });
    }

    private Scale scale(Location in) {
        return in == Location.TITLE ? title : text;
    }

    /** A text and the unit in which offsets into it are read. */
    private record Scale(String text, CodePoints points, Offsets unit, String name) {
        Scale(String text, Offsets unit, String name) {
            this(text, CodePoints.of(text), unit, name);
        }

        int length() {
            return unit == Offsets.UTF16 ? text.length() : points.length();
        }

        Span span(Place place) {
            int start = place.get("start").integer();
            int end = place.get("end").integer();
            if (start < 0 || end <= start || end > length()) {
                throw place.problem("the range [" + start + ", " + end + ") is empty or lies outside the " + name
                        + " (length " + length() + " " + unit.code() + ")");
            }
            if (unit == Offsets.CODE_POINT) {
                return new Span(points.toUtf16(start), points.toUtf16(end));
            }
            if (Unicode.insidePair(text, start) || Unicode.insidePair(text, end)) {
                throw place.problem("the range [" + start + ", " + end + ") cuts a surrogate pair in two");
            }
            return new Span(start, end);
        }
    }
}
