package io.onrecord.speakers;

import io.onrecord.model.Article;
import io.onrecord.model.Location;
import io.onrecord.model.Role;
import io.onrecord.model.Span;
import io.onrecord.model.Text;
import io.onrecord.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What an article says of the people it names: titles before the name, asides after it. */
final class Roles {

    private static final int LONGEST = 12;
    /** Words of an aside that are read. */
    private static final int LONGEST_ASIDE = 24;
    /** Words of the name of whom somebody is an officer. */
    private static final int LONGEST_OWNER = 5;

    private static final Set<String> RELATIVES = Set.of("who", "whose", "whom", "which", "that", "where");
    private static final Set<String> PARTIES = Set.of(
            "republican",
            "democrat",
            "democratic",
            "dem",
            "gop",
            "conservative",
            "liberal",
            "labour",
            "tory",
            "green",
            "independent");
    private static final Set<String> ARTICLES = Set.of("a", "an", "the", "its", "his", "her", "their", "former");
    private static final Set<String> BELONGING = Set.of("of", "for", "at", "from", "in", "with");

    private static final Pattern PARTY_CODE = Pattern.compile("([DRI])-([\\p{L}. ]{2,14})");

    /** Behind them a sentence or a quotation begins. */
    private static final Set<String> OPENING = Set.of(".", "!", "?", ":", "\"", "“", "”", "‘");

    private static final Set<String> IN_PHRASES = Set.of("and", "of", "the", "-", "&");
    private static final Set<String> IN_OWNERS = Set.of("of", "the", "for", "in", "and", "at", "&", ".");
    private static final Set<String> BRACKET_OR_COMMA = Set.of(",", "(");
    private static final String STOPS = ",.;:—–()\"“”!?";

    private final String text;
    private final Cast cast;
    private final Location in;
    /** Whom the article names, in full. */
    private final Set<String> known;

    private Roles(String text, Cast cast, Location in) {
        this.text = text;
        this.cast = cast;
        this.in = in;
        this.known = cast.parties().stream().map(Party::name).collect(Collectors.toUnmodifiableSet());
    }

    static void read(Article article, Cast cast) {
        read(article.text(), Location.TEXT, cast);
        article.metadata().title().ifPresent(title -> read(Text.line(title), Location.TITLE, cast));
    }

    private static void read(Text text, Location in, Cast cast) {
        Roles roles = new Roles(text.value(), cast, in);
        for (Span paragraph : text.paragraphs()) {
            Words words = Words.of(text.value(), paragraph);
            for (Mention mention : cast.within(in, paragraph)) {
                roles.before(words, mention);
                roles.beforeComma(words, mention);
                roles.after(words, mention);
            }
        }
    }

    /** {@code Avenia's finance minister Ilan Serrat}, {@code Velian President Ana Orell}. */
    private void before(Words words, Mention mention) {
        Name name = mention.name();
        int first = words.firstAfter(name.span().start());
        List<String> title = new ArrayList<>();
        int at = first - 1;
        while (at >= 0 && title.size() < LONGEST) {
            String word = words.at(at);
            boolean role = isPost(word)
                    || Vocabulary.TITLE_ADJECTIVES.contains(word)
                    || word.equals("-")
                    || !title.isEmpty() && word.endsWith("-general");
            if (word.equals(".") && at > 0 && Vocabulary.TITLES.contains(words.at(at - 1))) {
                at--;
                continue;
            }
            if (!role && (title.isEmpty() || !words.isWord(at) || words.isCapital(at) || !isModifier(word))) {
                break;
            }
            title.add(0, word);
            at--;
        }
        List<String> modifiers = new ArrayList<>();
        while (!title.isEmpty() && !isRoleWord(title.get(0)) && !Vocabulary.TITLE_ADJECTIVES.contains(title.get(0))) {
            modifiers.add(title.remove(0));
        }
        if (title.isEmpty() || title.stream().noneMatch(Roles::isRoleWord)) {
            if (words.isCapital(first - 1) && words.at(first - 1).endsWith("'s")) {
                mention.party().isFrom(bare(words.span(first - 1).of(text)));
            }
            return;
        }
        int taken = title.size();
        at = withoutOwner(words, title, at);
        Optional<String> inFront = title.size() == taken && !modifiers.isEmpty()
                ? ownerWith(words, at, modifiers)
                : ownerBefore(words, at);
        Optional<String> owner = inFront.or(() -> homeOf(words, mention));
        mention.party().addRole(new Role(String.join(" ", title), owner));
    }

    /** {@code Tesk Labour Party organizer Ida Ruun}: what belongs to a name in front is no word of the title. */
    private int withoutOwner(Words words, List<String> title, int before) {
        int at = before;
        while (title.size() > 1
                && words.isCapital(at + 1)
                && !Vocabulary.TITLE_ADJECTIVES.contains(title.get(0))
                && isWithinName(words.span(at + 1))) {
            title.remove(0);
            at++;
        }
        return at;
    }

    private boolean isWithinName(Span word) {
        return cast.lastBefore(in, word.end())
                .filter(last -> last.name().span().end() == word.end())
                .isPresent();
    }

    /** {@code Senator Ana Orell of Tesk}. */
    private Optional<String> homeOf(Words words, Mention mention) {
        int of = words.firstAfter(mention.name().span().end());
        if (!words.at(of).equals("of") || !words.isCapital(of + 1)) {
            return Optional.empty();
        }
        int last = of + 1;
        while (words.isCapital(last + 1) && last - of < LONGEST_OWNER) {
            last++;
        }
        return Optional.of(bare(words.span(of + 1, last).of(text)));
    }

    private static String bare(String name) {
        return name.matches("(?s).*['’][sS]") ? name.substring(0, name.length() - 2) : name;
    }

    /** {@code Orell campaign spokeswoman Ida Ruun}: what belongs to a name in front. */
    private Optional<String> ownerWith(Words words, int index, List<String> modifiers) {
        boolean body = Vocabulary.ORGANISATION_NOUNS.contains(modifiers.get(modifiers.size() - 1));
        return index >= 0 && words.isCapital(index) && body
                ? Optional.of(words.span(index).of(text) + " " + String.join(" ", modifiers))
                : Optional.empty();
    }

    /** {@code Its chief executive, Ilan Serrat,} and {@code the chairman of the board, Ana Orell,}. */
    private void beforeComma(Words words, Mention mention) {
        int comma = words.firstAfter(mention.name().whole().start()) - 1;
        if (comma < 1 || !words.at(comma).equals(",")) {
            return;
        }
        int from = comma;
        while (from > 0 && comma - from < LONGEST && !isStop(words.at(from - 1))) {
            from--;
        }
        int head = from;
        while (head < comma && (head == from || !BELONGING.contains(words.at(head)))) {
            head++;
        }
        if (!isRoleWord(words.at(head - 1))) {
            return;
        }
        int start = withModifiers(words, from, head - 1);
        if (start > from && !ARTICLES.contains(words.at(start - 1)) && !words.isCapital(start - 1)) {
            return;
        }
        String title =
                text.substring(words.span(start).start(), words.span(head - 1).end());
        mention.party()
                .addRole(new Role(
                        title,
                        ownerAfter(words, head, comma)
                                .or(() -> ownerBefore(words, start - 1))
                                .or(() -> ownerMeant(words, start - 1))));
    }

    /** {@code The Nordal Bank said that its chairman, Ilan Serrat,}: the organisation named last before, in the paragraph. */
    private Optional<String> ownerMeant(Words words, int index) {
        if (index < 1 || !words.at(index).equals("its")) {
            return Optional.empty();
        }
        Span before = new Span(words.span(0).start(), words.span(index).start());
        List<Mention> names = cast.within(in, before);
        for (int i = names.size() - 1; i >= 0 && i >= names.size() - LONGEST_OWNER; i--) {
            if (!names.get(i).party().isSurelyPerson()) {
                return Optional.of(names.get(i).party().name());
            }
        }
        return Optional.empty();
    }

    private static int withModifiers(Words words, int from, int noun) {
        int start = noun;
        while (start > from && !words.isCapital(start - 1) && isModifier(words.at(start - 1))) {
            start--;
        }
        return start;
    }

    private static boolean isRoleWord(String word) {
        return isParty(word)
                || word.length() > 5
                        && (word.endsWith("ologist") || word.endsWith("woman") || word.endsWith("ographer"))
                || isPost(word);
    }

    private static boolean isPost(String word) {
        String held = Vocabulary.held(word);
        return Vocabulary.PERSON_NOUNS.contains(held) || Vocabulary.TITLES.contains(held);
    }

    private static boolean isModifier(String word) {
        return !Vocabulary.FUNCTION.contains(word) && !Vocabulary.PRONOUNS.contains(word);
    }

    /** The possessive, the demonym or the name that stands before a title. */
    private Optional<String> ownerBefore(Words words, int index) {
        if (index < 0 || !words.isCapital(index)) {
            return Optional.empty();
        }
        String word = words.span(index).of(text);
        if (words.at(index).endsWith("'s")) {
            int start = index;
            while (start > 0 && words.isCapital(start - 1)) {
                start--;
            }
            return Optional.of(bare(words.span(start, index).of(text)));
        }
        if (isParty(words.at(index))) {
            return Optional.of(word);
        }
        Optional<String> country = Countries.ofPeople(word).map(Countries.Country::name);
        return country.isPresent() ? country : nameBefore(words, index);
    }

    /** {@code Tesk Mayor Ana Orell}, {@code the Nordal Bank chairman}: a name in front, which a sentence's first word alone is not. */
    private Optional<String> nameBefore(Words words, int index) {
        Optional<Mention> name = cast.lastBefore(in, words.span(index).end())
                .filter(last -> last.name().span().end() == words.span(index).end());
        if (name.isPresent()) {
            return name.map(mention -> mention.name().text());
        }
        int start = index + 1;
        while (start > 0 && index - start + 1 < LONGEST_OWNER && isOwnerWord(words, start - 1)) {
            start--;
        }
        if (start > index) {
            return Optional.empty();
        }
        boolean opens = start == 0 || words.isOneOf(start - 1, OPENING);
        if (opens
                && start == index
                && !isKnownName(words.at(index), words.span(index).of(text))) {
            return Optional.empty();
        }
        return Optional.of(words.span(start, index).of(text));
    }

    private boolean isOwnerWord(Words words, int index) {
        String word = words.at(index);
        return words.isCapital(index)
                && !Vocabulary.FUNCTION.contains(word)
                && !Vocabulary.PRONOUNS.contains(word)
                && !Vocabulary.TITLE_ADJECTIVES.contains(word)
                && !word.equals("fellow")
                && !word.endsWith("'s");
    }

    /** A place, an acronym, or somebody whom the article names elsewhere, too. */
    private boolean isKnownName(String small, String word) {
        return Vocabulary.PLACES.contains(small)
                || Countries.named(word).isPresent()
                || Countries.withCapital(word).isPresent()
                || word.length() > 1 && word.chars().allMatch(Character::isUpperCase)
                || known.contains(word);
    }

    private static boolean isParty(String word) {
        return PARTIES.contains(word);
    }

    /** {@code D-N.Y.}, {@code R-Ohio}: party and state, as news puts them behind the names of lawmakers. */
    private static Optional<Role> partyAndState(String aside) {
        Matcher code = PARTY_CODE.matcher(aside);
        if (!code.lookingAt()) {
            return Optional.empty();
        }
        String party = switch (code.group(1)) {
            case "D" -> "Democrat";
            case "R" -> "Republican";
            default -> "independent";
        };
        return Optional.of(new Role(party, Optional.of(code.group(2).strip())));
    }

    /** {@code Hugh Hill, a doctor,} and {@code Ilan Serrat, the finance minister of Avenia,}. */
    private void after(Words words, Mention mention) {
        int at = words.firstAfter(mention.name().span().end() - 1);
        if (at < words.size() && words.span(at).start() < mention.name().span().end()) {
            at++;
        }
        if (!BRACKET_OR_COMMA.contains(words.at(at))) {
            return;
        }
        int from = at + 1;
        if (from < words.size()) {
            int start = words.span(from).start();
            partyAndState(text.substring(start, Math.min(text.length(), start + LONGEST * 2)))
                    .ifPresent(mention.party()::addRole);
        }
        if (!words.at(at).equals(",")) {
            return;
        }
        if (words.at(from).matches("\\d{1,3}") && words.at(from + 1).equals(",")) {
            from += 2;
        }
        if (RELATIVES.contains(words.at(from))) {
            return;
        }
        int end = from;
        while (end < words.size()
                && end - from < LONGEST_ASIDE
                && !isStop(words, end)
                && !RELATIVES.contains(words.at(end))) {
            end++;
        }
        if (end == from || end < words.size() && end - from == LONGEST_ASIDE) {
            return;
        }
        int begin = ARTICLES.contains(words.at(from)) ? from + 1 : from;
        int start = begin;
        int head = start;
        int noun = -1;
        while (head < end && !BELONGING.contains(words.at(head))) {
            if (isRoleWord(words.at(head))) {
                noun = head;
            }
            head++;
        }
        if (noun < 0
                || IntStream.range(begin, noun).anyMatch(i -> !isOfPhrase(words, i))
                || noun != head - 1 && !words.at(noun + 1).matches("and|general|for|of|at")) {
            return;
        }
        mention.party()
                .addDescription(text.substring(
                        words.span(from).start(), words.span(end - 1).end()));
        while (start < noun
                && words.isCapital(start)
                && !isRoleWord(words.at(start))
                && !Vocabulary.TITLE_ADJECTIVES.contains(words.at(start))) {
            start++;
        }
        String title =
                text.substring(words.span(start).start(), words.span(noun).end());
        Optional<String> owner = ownerAfter(words, head, end);
        if (owner.isEmpty() && start > from) {
            owner = ownerBefore(words, start - 1);
        }
        mention.party().addRole(new Role(title, owner));
    }

    /** A word that may stand before the noun of a description; a verb or {@code that} tells that it is a clause. */
    private static boolean isOfPhrase(Words words, int index) {
        return words.isCapital(index)
                || isRoleWord(words.at(index))
                || words.isOneOf(index, IN_PHRASES)
                || isModifier(words.at(index)) && !Vocabulary.VERBS.contains(words.at(index));
    }

    private Optional<String> ownerAfter(Words words, int preposition, int end) {
        if (preposition >= end || !BELONGING.contains(words.at(preposition))) {
            return Optional.empty();
        }
        int from = words.at(preposition + 1).equals("the") ? preposition + 2 : preposition + 1;
        if (from >= end || !words.isCapital(from)) {
            return Optional.empty();
        }
        int last = from;
        for (int i = from + 1; i < end && i - last <= 2; i++) {
            if (words.isCapital(i)) {
                last = i;
            } else if (Vocabulary.ORGANISATION_NOUNS.contains(words.at(i)) && i == last + 1) {
                last = i;
                break;
            } else if (!words.isOneOf(i, IN_OWNERS)) {
                break;
            }
        }
        return Optional.of(bare(words.span(from, last).of(text)));
    }

    /** A mark that ends an aside; the full stop of an initial or a title does not. */
    private static boolean isStop(Words words, int index) {
        boolean abbreviated = words.at(index).equals(".")
                && words.isCapital(index - 1)
                && words.span(index - 1).end() == words.span(index).start()
                && words.isCapital(index + 1)
                && (words.at(index - 1).length() == 1 || Vocabulary.isAddress(words.at(index - 1)));
        return !abbreviated && isStop(words.at(index));
    }

    private static boolean isStop(String word) {
        return word.length() == 1 && STOPS.indexOf(word.charAt(0)) >= 0;
    }
}
