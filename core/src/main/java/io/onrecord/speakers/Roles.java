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

/** What an article says of the people it names: titles before the name, asides after it. */
final class Roles {

    private static final int LONGEST = 12;
    private static final Set<String> ARTICLES = Set.of("a", "an", "the", "its", "his", "her", "their", "former");
    private static final Set<String> BELONGING = Set.of("of", "for", "at", "from", "in", "with");

    private static final Pattern PARTY_CODE = Pattern.compile("([DRI])-([\\p{L}. ]{2,14})");

    private final String text;

    private Roles(String text) {
        this.text = text;
    }

    static void read(Article article, Cast cast) {
        read(article.text(), Location.TEXT, cast);
        article.metadata().title().ifPresent(title -> read(Text.line(title), Location.TITLE, cast));
    }

    private static void read(Text text, Location in, Cast cast) {
        Roles roles = new Roles(text.value());
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
            boolean role = Vocabulary.PERSON_NOUNS.contains(word)
                    || Vocabulary.TITLES.contains(word)
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
            return;
        }
        Optional<String> owner = modifiers.isEmpty() ? ownerBefore(words, at) : ownerWith(words, at, modifiers);
        mention.party().addRole(new Role(String.join(" ", title), owner));
    }

    /** {@code Orell campaign spokeswoman Ida Ruun}: what belongs to a name in front. */
    private Optional<String> ownerWith(Words words, int index, List<String> modifiers) {
        return index >= 0 && words.isCapital(index)
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
        int start = head - 1;
        while (start > from && !words.isCapital(start - 1) && isModifier(words.at(start - 1))) {
            start--;
        }
        if (start > from && !ARTICLES.contains(words.at(start - 1)) && !words.isCapital(start - 1)) {
            return;
        }
        String title =
                text.substring(words.span(start).start(), words.span(head - 1).end());
        Optional<String> owner = ownerAfter(words, head, comma);
        mention.party().addRole(new Role(title, owner.isPresent() ? owner : ownerBefore(words, start - 1)));
    }

    private static boolean isRoleWord(String word) {
        return isParty(word)
                || word.length() > 5
                        && (word.endsWith("ologist") || word.endsWith("woman") || word.endsWith("ographer"))
                || Vocabulary.PERSON_NOUNS.contains(word)
                || Vocabulary.TITLES.contains(word);
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
        if (word.endsWith("'s") || word.endsWith("’s")) {
            int start = index;
            while (start > 0 && words.isCapital(start - 1)) {
                start--;
            }
            String owner =
                    text.substring(words.span(start).start(), words.span(index).end() - 2);
            return Optional.of(owner);
        }
        if (isParty(words.at(index))) {
            return Optional.of(word);
        }
        return Countries.ofPeople(word).map(Countries.Country::name);
    }

    private static boolean isParty(String word) {
        return word.matches("republican|democrat|democratic|conservative|liberal|labour|tory|green|independent");
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
        if (!words.at(at).matches("[,(]")) {
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
        int end = from;
        while (end < words.size() && end - from < LONGEST && !isStop(words.at(end))) {
            end++;
        }
        if (end == from || !isStop(words.at(end)) && end < words.size()) {
            return;
        }
        int start = ARTICLES.contains(words.at(from)) ? from + 1 : from;
        int head = start;
        int noun = -1;
        while (head < end
                && !BELONGING.contains(words.at(head))
                && !words.at(head).equals("who")) {
            if (isRoleWord(words.at(head))) {
                noun = head;
            }
            head++;
        }
        if (noun < 0 || noun != head - 1 && !words.at(noun + 1).matches("and|general|for|of|at")) {
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
        mention.party()
                .addRole(new Role(
                        title, owner.isPresent() ? owner : ownerBefore(words, capitalBefore(words, from, noun))));
    }

    private static int capitalBefore(Words words, int from, int noun) {
        int at = noun;
        while (at > from && !words.isCapital(at)) {
            at--;
        }
        return at;
    }

    private Optional<String> ownerAfter(Words words, int preposition, int end) {
        if (preposition >= end || !BELONGING.contains(words.at(preposition))) {
            return Optional.empty();
        }
        int from = words.at(preposition + 1).equals("the") ? preposition + 2 : preposition + 1;
        return from < end && words.isCapital(from)
                ? Optional.of(text.substring(
                        words.span(from).start(), words.span(end - 1).end()))
                : Optional.empty();
    }

    private static boolean isStop(String word) {
        return word.matches("[,.;:—–()\"“”!?]");
    }
}
