package io.onrecord.speakers;

import io.onrecord.model.Location;
import io.onrecord.model.Span;
import io.onrecord.model.Text;
import io.onrecord.text.Sentences;
import io.onrecord.text.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds names by their capitals: rows of capitalized words with the small words that names have inside. What addresses a
 * person before the name is kept apart. A word that only the start of a sentence gives its capital is no name: one that the
 * text also has in small letters, or that hardly ever is one.
 */
final class NameFinder {

    /** What has a capital wherever it stands. */
    private static final Set<String> FIRST_PERSON = Set.of("i", "i'd", "i'll", "i'm", "i've");

    /** A sentence with at least so many long words, most of them capitalized, is a headline: capitals tell little there. */
    private static final int HEADLINE_WORDS = 4;

    private static final int LONG_WORD = 4;
    private static final double HEADLINE_SHARE = 0.7;
    private static final int MOST_TITLES = 4;

    /** Letters of an article that is joined to a name. */
    private static final int LONGEST_ARTICLE = 3;

    private static final Set<String> JOINING = Set.of("of", "for", "on", "in");

    /** Cut words that belong to names. */
    private static final Set<String> DOTTED = Set.of("jr", "sr", "st");

    /** The month that is a name, too. */
    private static final String MAY = "may";

    /** Before it the month is meant, whoever else is called so. */
    private static final Set<String> DATED = Set.of(
            "in", "by", "since", "until", "till", "of", "from", "through", "during", "before", "after", "last", "next",
            "this", "early", "late", "mid");

    private final String text;
    private final Location in;
    /** Words that the text has in small letters. */
    private final Set<String> small = new HashSet<>();
    /** Words that it has with a capital inside a sentence. */
    private final Set<String> inside = new HashSet<>();

    private final List<Words> sentences = new ArrayList<>();
    /** Whether somebody is called May: {@code Theresa}, {@code Mrs} or {@code Lady} stands before it, or a family name behind. */
    private boolean hasMay;
    /** Whether all is in capitals, which then tell nothing. */
    private final boolean capitals;
    /** Whether the letters have capitals, so that a word in another script is a name that was left in it. */
    private final boolean cased;

    private NameFinder(Text text, Location in) {
        this.text = text.value();
        this.in = in;
        Letters letters = Letters.of(this.text);
        this.capitals = letters.areCapitals();
        this.cased = letters.areCased();
        for (Span paragraph : text.paragraphs()) {
            for (Span sentence : Sentences.of(this.text, paragraph)) {
                Words words = Words.of(this.text, sentence);
                sentences.add(words);
                for (int i = 0; i < words.size(); i++) {
                    if (words.isWord(i) && !isNameWord(words, i)) {
                        small.add(words.at(i));
                    } else if (i > 0 && words.isWord(i - 1)) {
                        inside.add(bare(words.at(i)));
                    }
                    hasMay |= bare(words.at(i)).equals(MAY) && isSomebody(words, i);
                }
            }
        }
    }

    /** The names of a text, in its order. */
    static List<Name> names(Text text, Location in) {
        NameFinder finder = new NameFinder(text, in);
        List<Name> names = new ArrayList<>();
        for (int i = 0; i < finder.sentences.size(); i++) {
            finder.find(i, names);
        }
        return names;
    }

    private void find(int sentence, List<Name> names) {
        Words words = sentences.get(sentence);
        boolean headline = isHeadline(words);
        int at = 0;
        while (at < words.size()) {
            if (!isNameWord(words, at) || at == 0 && isLabel(words)) {
                at++;
                continue;
            }
            int end = capitals ? endInCapitals(words, at) : headline ? endInHeadline(words, at) : end(words, at);
            if (end > at) {
                addName(words, at, end, sentence, names);
            }
            at = Math.max(end, at + 1);
        }
    }

    /** {@code Q:} is nobody's name. */
    private static boolean isLabel(Words words) {
        return words.at(1).equals(":") && (words.isOneOf(0, Interview.QUESTION) || words.isOneOf(0, Interview.ANSWER));
    }

    private boolean isHeadline(Words words) {
        String last = words.at(words.size() - 1);
        if (last.equals(".") || words.at(words.size() - 2).equals(".")) {
            return false;
        }
        int capitals = 0;
        int all = 0;
        for (int i = 0; i < words.size(); i++) {
            if (words.isWord(i) && words.at(i).length() >= LONG_WORD) {
                all++;
                capitals += words.isCapital(i) ? 1 : 0;
            }
        }
        return all >= HEADLINE_WORDS && capitals >= HEADLINE_SHARE * all;
    }

    /** Of a headline only first name and family name are taken; the rest is told by the text. */
    private int endInHeadline(Words words, int start) {
        if (!FirstNames.has(words.at(start)) || Vocabulary.FUNCTION.contains(words.at(start))) {
            return start;
        }
        int at = start + 1;
        if (words.at(at).length() == 1
                && words.isCapital(at)
                && words.at(at + 1).equals(".")) {
            at += 2;
        }
        boolean name = isNameWord(words, at)
                && !Vocabulary.FUNCTION.contains(bare(words.at(at)))
                && !small.contains(bare(words.at(at)));
        return name ? at + 1 : start;
    }

    /** Where all is in capitals, what follows a title and what a first name begins is a name, and the name of a country. */
    private int endInCapitals(Words words, int start) {
        int at = start;
        while (Vocabulary.isAddress(words.at(at)) && at - start < MOST_TITLES) {
            at += words.at(at + 1).equals(".") ? 2 : 1;
        }
        boolean titled = at > start;
        if (!isNameInCapitals(words, at)) {
            return start;
        }
        if (FirstNames.has(words.at(at))) {
            int family = at + 1;
            if (words.at(family).length() == 1 && words.at(family + 1).equals(".")) {
                family += 2;
            }
            if (isNameInCapitals(words, family)) {
                return family + 1;
            }
        }
        return titled || Countries.isNamedLike(words.at(at)) ? at + 1 : start;
    }

    private boolean isNameInCapitals(Words words, int index) {
        String word = bare(words.at(index));
        return isNameWord(words, index)
                && word.length() > 1
                && !Character.isDigit(word.charAt(0))
                && !Vocabulary.isCommon(word)
                && !(word.length() > 4 && (word.endsWith("ed") || word.endsWith("ing") || word.endsWith("ly")));
    }

    /** Index after a row of name words that begins here. */
    private int end(Words words, int start) {
        int at = start;
        while (true) {
            if (isPossessive(words, at)) {
                return at + 1;
            }
            int next = at + 1;
            boolean dotted = isDotted(words, at);
            if (dotted) {
                next++;
            }
            if (isNameWord(words, next) && !(dotted && endsSentence(words, next - 1))) {
                at = next;
            } else if (isParticle(words, next) && isNameWord(words, next + 1)) {
                at = next + 1;
            } else if (isParticle(words, next) && isParticle(words, next + 1) && isNameWord(words, next + 2)) {
                at = next + 2;
            } else if (joins(words, start, at, next)) {
                at = words.at(next + 1).equals("the") ? next + 2 : next + 1;
            } else {
                return next;
            }
        }
    }

    /** {@code Department of Justice}, {@code AT&T}: a small word goes on with an organisation's name. */
    private boolean joins(Words words, int start, int at, int next) {
        if (words.at(next).equals("&")) {
            return isNameWord(words, next + 1);
        }
        int name = words.at(next + 1).equals("the") ? next + 2 : next + 1;
        if (!JOINING.contains(words.at(next)) || !isNameWord(words, name)) {
            return false;
        }
        if ((words.at(start - 1).equals("the") || words.at(start).equals("the"))
                && words.at(next).equals("of")
                && !Vocabulary.isAddress(words.at(at))) {
            return true;
        }
        if (isPerson(words, start, at)) {
            return false;
        }
        for (int i = start; i <= at; i++) {
            if (Vocabulary.ORGANISATION.contains(words.at(i)) || words.at(i).endsWith("s") && i == at && i > start) {
                return Vocabulary.ORGANISATION.contains(words.at(at))
                        || words.at(next).equals("of")
                        || i > start;
            }
        }
        return false;
    }

    /** {@code Senator Ana Orells}, {@code Ana Orells}: what follows is where this person is from. */
    private static boolean isPerson(Words words, int start, int last) {
        if (last == start || Vocabulary.ORGANISATION.contains(words.at(last))) {
            return false;
        }
        int before = last - 1;
        while (before > start && (words.at(before).length() == 1 || !words.isWord(before))) {
            before--;
        }
        return Vocabulary.isAddress(words.at(before)) || FirstNames.has(words.at(before));
    }

    /** A full stop that belongs to the word before it: an initial, or an abbreviated title. */
    private boolean isDotted(Words words, int at) {
        if (!words.at(at + 1).equals(".")
                || words.span(at).end() != words.span(at + 1).start()) {
            return false;
        }
        return words.at(at).length() == 1 || Vocabulary.isAddress(words.at(at)) || words.isOneOf(at, DOTTED);
    }

    private boolean endsSentence(Words words, int stop) {
        return stop + 1 >= words.size();
    }

    private boolean isParticle(Words words, int index) {
        return Vocabulary.PARTICLES.contains(words.at(index)) && !words.isCapital(index);
    }

    /** A capital at its start, or behind a joined article: {@code al-Sadr}. */
    private boolean isNameWord(Words words, int index) {
        if (!words.isWord(index) || words.isOneOf(index, FIRST_PERSON)) {
            return false;
        }
        if (words.isCapital(index)) {
            return true;
        }
        Span span = words.span(index);
        if (cased && Character.getType(text.codePointAt(span.start())) == Character.OTHER_LETTER) {
            return true;
        }
        int limit = Math.min(span.start() + LONGEST_ARTICLE + 1, span.end() - 1);
        int hyphen = span.start();
        while (hyphen < limit && text.charAt(hyphen) != '-') {
            hyphen++;
        }
        return hyphen < limit && Character.isUpperCase(text.charAt(hyphen + 1));
    }

    private static boolean isPossessive(Words words, int index) {
        return words.at(index).endsWith("'s");
    }

    private void addName(Words words, int start, int end, int sentence, List<Name> names) {
        int from = start;
        boolean first =
                start == 0 || !words.isWord(start - 1) && !words.at(start - 1).equals(",");
        while (from < end && isNoName(words, from, first && from == start, end)) {
            from++;
            while (from < end && !words.isWord(from)) {
                from++;
            }
        }
        from = lastAddress(words, from, end);
        List<String> address = new ArrayList<>();
        int whole = from;
        int name = from;
        while (name < end) {
            String word = words.at(name);
            boolean title = Vocabulary.isAddress(word)
                    || Vocabulary.TITLE_ADJECTIVES.contains(word) && addressFollows(words, name + 1, end)
                    || !address.isEmpty() && word.equals(".");
            if (!title || !restIsName(words, name + 1, end)) {
                break;
            }
            if (words.isWord(name)) {
                address.add(word);
            }
            name++;
        }
        if (address.isEmpty() && name < end && isPeople(words, name) && restIsPerson(words, name + 1, end)) {
            name++;
            whole = name;
            while (name < end && Vocabulary.isAddress(words.at(name)) && restIsName(words, name + 1, end)) {
                address.add(words.at(name));
                name++;
                while (name < end && !words.isWord(name)) {
                    name++;
                }
            }
        }
        boolean month = address.isEmpty() && name == end - 1 && isMonth(words, name);
        if (name < end && !month && !isCommon(words, name, end, address)) {
            names.add(name(words, whole, name, end, address, sentence));
        }
    }

    private boolean isSomebody(Words words, int may) {
        int before = words.at(may - 1).equals(".") ? may - 2 : may - 1;
        boolean called = FirstNames.has(words.at(before)) || Vocabulary.isAddress(words.at(before));
        return words.isCapital(may)
                && (called && words.isCapital(before)
                        || isNameWord(words, may + 1) && !Vocabulary.FUNCTION.contains(words.at(may + 1)));
    }

    /** {@code in May}, {@code May 3}, and any May where nobody is called so. */
    private boolean isMonth(Words words, int index) {
        if (!bare(words.at(index)).equals(MAY)) {
            return false;
        }
        String next = words.at(index + 1);
        boolean numbered = !next.isEmpty() && Character.isDigit(next.charAt(0));
        return !hasMay || numbered || DATED.contains(words.at(index - 1));
    }

    /** A word that the text has in small letters, too: {@code the First Family} speaks of a family. */
    private boolean isCommon(Words words, int name, int end, List<String> address) {
        String word = bare(words.at(name));
        return name == end - 1
                && address.isEmpty()
                && small.contains(word)
                && !FirstNames.has(word)
                && !Vocabulary.ORGANISATION.contains(word);
    }

    /** {@code Nebraska Attorney General Jon Bruning}: what stands before the last title is not the name's. */
    private int lastAddress(Words words, int from, int end) {
        int at = from;
        for (int i = from + 1; i + 1 < end; i++) {
            if (!Vocabulary.isAddress(words.at(i)) || Vocabulary.ORGANISATION.contains(words.at(end - 1))) {
                continue;
            }
            int name = i + 1;
            while (name < end && !words.isWord(name)) {
                name++;
            }
            boolean honorific =
                    !Vocabulary.TITLES.contains(words.at(i)) || words.at(i + 1).equals(".");
            if (name < end && (honorific || FirstNames.has(words.at(name)))) {
                at = i;
                while (at > from && Vocabulary.TITLE_ADJECTIVES.contains(words.at(at - 1))) {
                    at--;
                }
            }
        }
        return at;
    }

    private Name name(Words words, int whole, int from, int end, List<String> address, int sentence) {
        List<String> parts = new ArrayList<>();
        int last = from;
        for (int i = from; i < end; i++) {
            if (words.isWord(i) || words.at(i).equals("&")) {
                String part = words.span(i).of(text);
                boolean dotted = i + 1 < end && words.at(i + 1).equals(".");
                parts.add(
                        i == end - 1 && isPossessive(words, i)
                                ? part.substring(0, part.length() - 2)
                                : dotted ? part + "." : part);
                last = i;
            }
        }
        int stop = words.span(last).end() - (isPossessive(words, last) ? 2 : 0);
        if (last + 1 < end && words.at(last + 1).equals(".")) {
            stop = words.span(last + 1).end();
        }
        int start = words.span(from).start();
        return new Name(
                in,
                new Span(start, stop),
                new Span(words.span(whole).start(), stop),
                parts,
                address,
                words.at(whole - 1).equals("the"),
                sentence);
    }

    /** A word with a capital that belongs to no name. */
    private boolean isNoName(Words words, int index, boolean first, int end) {
        String word = bare(words.at(index));
        if (isDotted(words, index) && index + 2 < end) {
            return false;
        }
        if (Vocabulary.PRONOUNS.contains(word)
                || Vocabulary.FUNCTION.contains(word) && !(word.equals("may") || word.equals("will"))) {
            return true;
        }
        if (!first || FirstNames.has(word) && index + 1 < end) {
            return false;
        }
        if (index + 1 >= end && (isNoun(word) || Vocabulary.DESCRIBING.contains(word)) && !inside.contains(word)) {
            return true;
        }
        boolean verb = word.endsWith("ed") || word.endsWith("ing") || word.endsWith("ly");
        boolean alone = index + 1 >= end;
        boolean particle = Vocabulary.PARTICLES.contains(word) && !alone;
        return !particle && (small.contains(word) || verb && alone && !inside.contains(word) && !FirstNames.has(word));
    }

    private static boolean isNoun(String word) {
        return Vocabulary.GROUP_NOUNS.contains(word)
                || Vocabulary.PERSON_NOUNS.contains(word)
                || Vocabulary.DOCUMENT_NOUNS.contains(word)
                || Vocabulary.ORGANISATION_NOUNS.contains(word);
    }

    private static String bare(String word) {
        return word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
    }

    private boolean addressFollows(Words words, int from, int end) {
        int at = from;
        while (at < end && Vocabulary.TITLE_ADJECTIVES.contains(words.at(at))) {
            at++;
        }
        return at < end && Vocabulary.isAddress(words.at(at));
    }

    /** Something is left to be the name, which does not go on with a small word as organisations' names do. */
    private boolean restIsName(Words words, int from, int end) {
        int at = from;
        while (at < end && !words.isWord(at)) {
            at++;
        }
        return at < end && words.isCapital(at);
    }

    private boolean isPeople(Words words, int index) {
        Span span = words.span(index);
        String word = span.of(text);
        return Countries.ofPeople(word).isPresent() || word.equals("Republican") || word.equals("Democratic");
    }

    private boolean restIsPerson(Words words, int from, int end) {
        return from < end
                && (Vocabulary.isAddress(words.at(from)) && restIsName(words, from + 1, end)
                        || FirstNames.has(words.at(from))
                                && from + 1 < end
                                && !Vocabulary.ORGANISATION.contains(words.at(end - 1)));
    }
}
