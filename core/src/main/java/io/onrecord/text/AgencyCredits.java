package io.onrecord.text;

import io.onrecord.model.Article;
import io.onrecord.model.Span;
import io.onrecord.model.Text;
import io.onrecord.text.AgencyCredit.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which wire agencies an article is credited to. Only the places where credits stand are looked at: the dateline, the
 * by-line, the last lines, and the sentence that says who contributed. An agency that is merely a source ({@code told
 * Reuters}), the news itself, or credited with a picture, is no credit.
 */
public final class AgencyCredits {

    /** A kicker, a headline and the names of the writers may stand above a dateline. */
    private static final int FIRST_PARAGRAPHS = 6;

    /** Notes on the writers, corrections and rights may stand below a credit. */
    private static final int LAST_PARAGRAPHS = 12;

    private static final int SIGNED_PARAGRAPHS = 3;

    /** Longest beginning of a paragraph that may hold a dateline; longest by-line. */
    private static final int LONGEST_LINE = 160;

    /** Longest end of a paragraph that is searched for a credit, where everything is one paragraph. */
    private static final int LONGEST_TAIL = 600;

    private static final String NAME = Agencies.ALL.alternatives();
    private static final String THE = "(?:(?:[Tt]he|THE) )?";

    // Words are taken whole, with nothing that also parts names: no text can be split into them in many ways.
    private static final String OUTLET = "\\p{Lu}[\\p{L}\\p{N}.’']*+(?: \\p{Lu}[\\p{L}\\p{N}.’']*+){0,4}";
    private static final String JOIN = "(?: ?[/,;&+|–-] ?| and )";

    /** One agency at least; others, desks or an outlet may stand beside it. */
    private static final String NAMES =
            THE + NAME + "(?:" + JOIN + "(?:" + THE + NAME + "|" + OUTLET + "|\\p{Ll}{2,4}+)){0,5}";

    private static final String DASH = "(?:—|–|―|--?|:)";
    private static final String CAPITAL = "[\"“„«‘'(\\[]*[\\p{Lu}\\p{N}]";

    /** A place in capitals. */
    private static final String LOUD = "\\p{Lu}[\\p{Lu} .,’'/\\-]{1,60}";

    /** Places, dates, and the small words within them. */
    private static final String QUIET =
            "(?:(?>\\p{Lu}[\\p{L}.’'\\-]*|\\p{N}{1,4}\\.?|de|da|del|la|le|of|the|upon|am|an|der|\\(\\p{N}{1,2} \\p{L}{3,9}\\))(?>[,/]{0,2} ?)){1,9}";

    private static final List<Pattern> DATELINES = List.of(
            Pattern.compile("\\((" + NAMES + ")\\)"),
            Pattern.compile(QUIET + " ?[(\\[](" + NAMES + ")[)\\]],? ?" + DASH + " ?" + CAPITAL),
            Pattern.compile(LOUD + " ?\\((" + NAMES + ")\\)\\.? " + CAPITAL),
            Pattern.compile(QUIET + "/(" + NAME + ")/\\.?"),
            Pattern.compile("(" + NAME + ") ?(?:—|–|--|-) ?" + CAPITAL),
            Pattern.compile(LOUD + ", (?:" + QUIET + ", ?)?(" + NAME + ") ?" + DASH + " ?" + CAPITAL));

    private static final String STAFF =
            "(?:(?:,| -)? (?:[Ss]taff|[Rr]eporters?|[Ww]riters?|[Cc]orrespondents?|[Bb]ureau"
                    + "|[Nn]ews [Aa]gency|[Ss]ports|[Bb]usiness|[Ee]ditor|[Ww]orld))*";

    private static final String WRITER =
            "\\p{Lu}[\\p{L}.’'\\-]*(?: (?:\\p{Lu}[\\p{L}.’'\\-]*|de|da|van|von|al|and|&)){1,8}";

    private static final List<Pattern> BYLINES = List.of(
            Pattern.compile(
                    "(?:By|BY|by|Von|Par|Por|Door) (?:[^.!?]{1,90}?(?:,| and| of| for| with|/| \\||[-–—]| \\() ?)?("
                            + THE + NAME + ")" + STAFF + "\\)?(?:(?:,| and| with| \\||/| [-–—]) ?[^.!?]{1,90})?"),
            Pattern.compile(WRITER + "(?:,| ?\\||/| ?[-–—]| \\() ?(" + THE + NAME + ")" + STAFF + "\\)?"),
            Pattern.compile("(" + THE + NAME + ")" + STAFF));

    /** What stands in a by-line of the metadata, which needs no {@code By}. */
    private static final Pattern AUTHOR =
            Pattern.compile("(?i:by )?(?:.{1,120}?(?:,| and| of| for| with| via|/| ?\\|| [-–—]| \\() ?)?(" + THE + NAME
                    + ")" + STAFF + "\\)?");

    private static final Pattern FORMER =
            Pattern.compile("\\b(?:former|formerly|ex|late)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern COPYRIGHT = Pattern.compile(
            "(?:©|\\([cC]\\)|(?<![\\p{L}])Copyright)(?: ?©| ?\\([cC]\\))?[ ,]*(?:\\p{N}{4}(?:[-–]\\p{N}{2,4})?)?[ ,]*(?:by )?(?=("
                    + NAMES + "))");

    private static final Pattern SOURCE =
            Pattern.compile("(?:Source|Sources|SOURCE|Quelle|Quellen|Fuente|Fonte|Agency|News agency|Credit)s?: ?("
                    + NAMES + ")(?: [Nn]ews [Aa]gency)?\\.?");

    private static final List<Pattern> SIGN_OFFS = List.of(
            Pattern.compile("(?:[(\\[—–\\-/ ]{0,4})(" + NAMES + ")[)\\]/]?\\.?(?: with " + OUTLET + ")?"),
            Pattern.compile(".*[.!?…][\"”’»)]*\\s*[(\\[](" + NAMES + ")[)\\]]", Pattern.DOTALL),
            Pattern.compile(
                    ".*[.!?…][\"”’»)]*\\s*(?:—|–|--?)\\s?(" + NAMES + ")(?: with " + OUTLET + ")?", Pattern.DOTALL));

    private static final String REPORTING =
            "(?:[Rr]eporting|[Ff]iles|[Ii]nputs?|[Rr]eports?|[Mm]aterial|[Ii]nformation|[Cc]ontributions|[Aa]gency [Ii]nputs|[Aa]gency [Rr]eports)";

    private static final List<Pattern> CONTRIBUTIONS = List.of(
            // The names stand before the verb …
            Pattern.compile(
                    "([^.!?\"“”]{2,300}?) (?:also )?contributed"
                            + "(?: (?:to (?:this|the) (?:report|story|article|reporting)|reporting|additional reporting)\\b[^.!?]*|(?=[.)]|$))"),
            Pattern.compile(REPORTING + " (?:from|by) ([^.!?\"“”]{2,200}?) (?:was|were|is|are) (?:also )?"
                    + "(?:used|included|contributed)"),
            // … or behind it.
            Pattern.compile("(?:[Ww]ith|[Aa]dditional|[Ii]ncludes|[Ii]ncluding|[Cc]ontains|[Uu]ses|[Cc]ompiled from)"
                    + " (?:additional )?" + REPORTING + " (?:from|by) ([^.!?\"“”]{2,200})"),
            Pattern.compile("(?:^|[(\\n])\\s*(?:Reporting|REPORTING) (?:by|from) ([^.!?\"“”]{2,200})"));

    /** In what is told, an agency is a source. */
    private static final Pattern TELLING = Pattern.compile("\\b(?:told|tells?|said|says|reported|according)\\b");

    private AgencyCredits() {}

    /** All credits of an article, the surest kind first; an agency may be credited more than once. */
    public static List<AgencyCredit> of(Article article) {
        List<AgencyCredit> credits = new ArrayList<>(of(article.text()));
        article.metadata()
                .authors()
                .forEach(author -> ofByline(author)
                        .ifPresent(agency -> credits.add(new AgencyCredit(agency, Kind.BYLINE, Optional.empty()))));
        return ordered(credits);
    }

    /** The agency that one author of an article's metadata names, such as {@code Mara Oldin, Associated Press}. */
    public static Optional<String> ofByline(String author) {
        String line = author.strip();
        if (line.length() > LONGEST_LINE || FORMER.matcher(line).find()) {
            return Optional.empty();
        }
        Matcher matcher = AUTHOR.matcher(line);
        return matcher.matches()
                ? Agencies.ALL.in(line, matcher.start(1), matcher.end(1)).stream()
                        .findFirst()
                        .map(Agencies.Named::agency)
                : Optional.empty();
    }

    private static List<AgencyCredit> of(Text text) {
        Finder finder = new Finder(text.value());
        List<Span> paragraphs = text.paragraphs();
        int size = paragraphs.size();
        for (int i = 0; i < size; i = i + 1 == FIRST_PARAGRAPHS ? Math.max(i + 1, size - LAST_PARAGRAPHS) : i + 1) {
            Span paragraph = paragraphs.get(i);
            if (i < FIRST_PARAGRAPHS) {
                finder.atStart(paragraph, i == size - 1);
            }
            if (i >= size - SIGNED_PARAGRAPHS) {
                finder.signOff(paragraph);
            }
            finder.anywhere(paragraph);
        }
        return ordered(finder.credits);
    }

    private static List<AgencyCredit> ordered(List<AgencyCredit> credits) {
        return credits.stream()
                .sorted(Comparator.comparing(AgencyCredit::kind)
                        .thenComparing(credit -> credit.span().map(Span::start).orElse(0)))
                .toList();
    }

    /** Collects the credits of one text; no words are taken twice. */
    private static final class Finder {

        private final String text;
        private final List<AgencyCredit> credits = new ArrayList<>();

        Finder(String text) {
            this.text = text;
        }

        void atStart(Span paragraph, boolean last) {
            int end = Math.min(paragraph.end(), paragraph.start() + LONGEST_LINE);
            if (!names(paragraph.start(), Math.min(paragraph.end(), paragraph.start() + 2 * LONGEST_LINE))) {
                return;
            }
            for (Pattern pattern : DATELINES) {
                Matcher matcher = pattern.matcher(text).region(paragraph.start(), end);
                if (matcher.lookingAt()) {
                    take(Kind.DATELINE, matcher.start(1), matcher.end(1));
                    return;
                }
            }
            if (!last && paragraph.length() <= 2 * LONGEST_LINE) {
                lines(paragraph);
            }
        }

        private void lines(Span paragraph) {
            int start = paragraph.start();
            while (start < paragraph.end()) {
                int end = text.indexOf('\n', start);
                end = end < 0 || end > paragraph.end() ? paragraph.end() : end;
                int from = start;
                int to = end;
                if (end - start <= LONGEST_LINE
                        && !FORMER.matcher(text).region(from, to).find()) {
                    BYLINES.stream()
                            .map(pattern -> pattern.matcher(text).region(from, to))
                            .filter(Matcher::matches)
                            .findFirst()
                            .ifPresent(matcher -> take(Kind.BYLINE, matcher.start(1), matcher.end(1)));
                }
                start = end + 1;
            }
        }

        void signOff(Span paragraph) {
            int start = Math.max(paragraph.start(), paragraph.end() - LONGEST_TAIL);
            if (!names(start, paragraph.end())) {
                return;
            }
            for (Pattern pattern : SIGN_OFFS) {
                Matcher matcher = pattern.matcher(text).region(start, paragraph.end());
                if (matcher.matches()) {
                    take(Kind.SIGN_OFF, matcher.start(1), matcher.end(1));
                    return;
                }
            }
        }

        void anywhere(Span paragraph) {
            int start = Math.max(paragraph.start(), paragraph.end() - LONGEST_TAIL);
            if (!names(start, paragraph.end())) {
                return;
            }
            Matcher source = SOURCE.matcher(text).region(start, paragraph.end());
            if (source.matches()) {
                take(Kind.SOURCE, source.start(1), source.end(1));
            }
            Matcher copyright = COPYRIGHT.matcher(text).region(start, paragraph.end());
            while (copyright.find()) {
                take(Kind.COPYRIGHT, copyright.start(1), copyright.end(1));
            }
            for (Pattern pattern : CONTRIBUTIONS) {
                Matcher matcher = pattern.matcher(text).region(start, paragraph.end());
                while (matcher.find()) {
                    if (TELLING.matcher(matcher.group(1)).find()) {
                        continue;
                    }
                    take(Kind.CONTRIBUTION, matcher.start(1), matcher.end(1));
                }
            }
        }

        /** Nearly all paragraphs end here. */
        private boolean names(int start, int end) {
            return !Agencies.ALL.in(text, start, end).isEmpty();
        }

        private void take(Kind kind, int start, int end) {
            for (Agencies.Named named : Agencies.ALL.in(text, start, end)) {
                boolean taken = credits.stream()
                        .flatMap(credit -> credit.span().stream())
                        .anyMatch(named.span()::overlaps);
                if (!taken) {
                    credits.add(new AgencyCredit(named.agency(), kind, Optional.of(named.span())));
                }
            }
        }
    }
}
