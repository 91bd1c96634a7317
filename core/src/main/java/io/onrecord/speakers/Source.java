package io.onrecord.speakers;

import io.onrecord.model.Attribution;
import io.onrecord.model.Span;
import io.onrecord.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The words that name a statement's source, taken apart: the noun phrase at their start, its head, and the names in it.
 * What follows a comma, {@code who} or a bracket is an aside.
 */
final class Source {

    private static final Set<String> PREPOSITIONS = Set.of(
            "of",
            "for",
            "at",
            "in",
            "from",
            "with",
            "to",
            "on",
            "by",
            "about",
            "near",
            "inside",
            "behind",
            "against",
            "who",
            "whose",
            "that",
            "which",
            "close",
            "familiar",
            "among",
            "around",
            "over",
            "under");
    private static final Set<String> ASIDES = Set.of(",", "(", "–", "—", ";", ":", "[", "-");
    private static final Set<String> QUANTIFIERS = Set.of(
            "close to",
            "more than",
            "less than",
            "fewer than",
            "up to",
            "at least",
            "as many as",
            "a number of",
            "a group of",
            "a handful of",
            "a couple of",
            "a majority of",
            "a few of",
            "most of",
            "all of");
    private static final int LONGEST_ADDRESS = 4;
    private static final List<String> NUMBERS =
            List.of("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");
    private static final Set<String> BEFORE_NUMBERS = Set.of(
            "the", "these", "those", "his", "her", "its", "their", "our", "my", "another", "other", "all", "only");
    /** Behind a number they say that it is another, or one of something else. */
    private static final Set<String> INEXACT =
            Set.of("dozen", "hundred", "thousand", "million", "billion", "percent", "per", "%", "or", "to", ".", ":");

    private static final Set<String> SELVES = Set.of("himself", "herself", "itself", "themselves", "themself");
    private static final Set<String> PER_HUNDRED = Set.of("percent", "%");

    /** Before a post they say that another than who holds it today is meant. */
    private static final Set<String> NOT_TODAYS =
            Set.of("former", "ex", "late", "onetime", "then", "other", "another", "next");

    private final Attribution attribution;
    private final Span span;
    private final String text;
    private final Words words;
    private final List<Mention> names;
    /** Index after the noun phrase at the start. */
    private final int phraseEnd;
    /** Index of the head of that phrase. */
    private final int head;

    private Source(String text, Attribution attribution, Cast cast) {
        this.attribution = attribution;
        this.span = attribution.source().get(0);
        this.text = text;
        this.words = Words.of(text, span);
        this.names = cast.within(attribution.in(), span);
        this.phraseEnd = phraseEnd();
        this.head = head();
    }

    /** Of an attribution that has a source. */
    static Source of(String text, Attribution attribution, Cast cast) {
        return new Source(text, attribution, cast);
    }

    private int phraseEnd() {
        int end = 0;
        while (end < words.size()
                && !(ASIDES.contains(words.at(end)) && nameAt(end).isEmpty() && !isThousands(end))) {
            end++;
        }
        return end == 0 ? words.size() : end;
    }

    /** The last word before the first preposition outside a name. */
    private int head() {
        int from = Math.min(quantified(), phraseEnd - 1);
        int at = from;
        while (at < phraseEnd
                && !(at > from
                        && PREPOSITIONS.contains(words.at(at))
                        && nameAt(at).isEmpty())) {
            at++;
        }
        int last = at - 1;
        while (last > 0 && (!words.isWord(last) || SELVES.contains(words.at(last)))) {
            last--;
        }
        return Math.max(last, 0);
    }

    /** How many words say no more than how many: {@code close to}, {@code more than}, {@code dozens of}, {@code a number of the}. */
    private int quantified() {
        String two = words.at(0) + " " + words.at(1);
        if (QUANTIFIERS.contains(two + " " + words.at(2))) {
            return 3;
        }
        if (words.isOneOf(1, PER_HUNDRED) && words.at(2).equals("of")) {
            return 3;
        }
        boolean of = words.at(1).equals("of") && Vocabulary.NUMBERS.contains(words.at(0));
        return of || QUANTIFIERS.contains(two) ? 2 : 0;
    }

    private Optional<Mention> nameAt(int word) {
        if (word >= words.size()) {
            return Optional.empty();
        }
        Span place = words.span(word);
        return names.stream().filter(name -> name.name().span().overlaps(place)).findFirst();
    }

    Attribution attribution() {
        return attribution;
    }

    Span span() {
        return span;
    }

    boolean isEmpty() {
        return words.size() == 0;
    }

    /** Its first word, in small letters. */
    String first() {
        return words.at(0);
    }

    /** The whole of it. */
    String words() {
        return span.of(text);
    }

    /** Whether it is a pronoun, with nothing but an aside or {@code himself} behind it. */
    boolean isPronoun() {
        return Vocabulary.PRONOUNS.contains(words.at(0))
                && (head == 0 || phraseEnd == 2 && Vocabulary.PRONOUNS.contains(words.at(1)) || phraseEnd == 1)
                && nameAt(0).isEmpty();
    }

    /** The name that the phrase ends in: {@code Avenia's finance minister Ilan Serrat}. */
    Optional<Mention> headName() {
        Optional<Mention> name = isEmpty() ? Optional.empty() : nameAt(head);
        // "Serrat's" alone is Serrat; with something behind it, that is the head.
        return name.filter(
                mention -> head == words.size() - 1 || !words.at(head).endsWith("'s"));
    }

    /** The person whom an aside right behind a description names: {@code the finance minister, Ilan Serrat}. */
    Optional<Mention> asideName() {
        if (phraseEnd + 1 >= words.size()) {
            return Optional.empty();
        }
        int at = phraseEnd + 1;
        // "The vicar, the Revd Ilan Serrat,"
        while (at < words.size()
                && nameAt(at).isEmpty()
                && at - phraseEnd <= LONGEST_ADDRESS
                && (words.at(at).matches("the|\\.") || Vocabulary.isAddress(words.at(at)))) {
            at++;
        }
        Optional<Mention> name = nameAt(at);
        return name.filter(mention -> {
            int after = words.firstAfter(mention.name().span().end() - 1);
            int next = after < words.size()
                            && words.span(after).start() < mention.name().span().end()
                    ? after + 1
                    : after;
            return mention.party().kind() == io.onrecord.model.SpeakerKind.PERSON
                    && (next >= words.size() || !words.isWord(next));
        });
    }

    /** The names that {@code and} joins in the phrase, at least two; else none. */
    List<Mention> joinedNames() {
        List<Mention> joined = new ArrayList<>();
        // "Ana Orell, Peter Ito and Max Uhl": the commas of a list set nothing aside.
        int end = isList() ? words.size() : phraseEnd;
        for (int i = 0; i < end || i < words.size() && words.at(i).equals(","); i++) {
            Optional<Mention> name = nameAt(i);
            if (name.isPresent() && !joined.contains(name.get()) && !words.at(i).endsWith("'s")) {
                joined.add(name.get());
            }
        }
        boolean and = false;
        for (int i = 0; i < end; i++) {
            and |= words.at(i).equals("and")
                    && nameAt(i).isEmpty()
                    && i > 0
                    && nameAt(i - 1).isPresent();
        }
        // "the lawsuit of Avenia and Velia": the head speaks.
        boolean heads = !isEmpty() && nameAt(head).isPresent();
        return and && heads && joined.size() > 1 ? joined : List.of();
    }

    /** Whether there are only names, with commas and {@code and} between them. */
    private boolean isList() {
        for (int i = 0; i < words.size(); i++) {
            if (nameAt(i).isEmpty() && !words.at(i).equals(",") && !words.at(i).equals("and")) {
                return false;
            }
        }
        return true;
    }

    /** The head noun, in small letters. */
    String headNoun() {
        String noun = words.at(head);
        return noun.endsWith("'s") ? noun.substring(0, noun.length() - 2) : noun;
    }

    /** The phrase without what stands aside, as the article has it. */
    String description() {
        return isEmpty()
                ? words()
                : text.substring(
                        words.span(0).start(), words.span(phraseEnd - 1).end());
    }

    /** The words of the phrase up to its head in small letters, without articles. */
    List<String> descriptionWords() {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i <= head; i++) {
            if (!Vocabulary.DETERMINERS.contains(words.at(i)) && words.isWord(i)) {
                parts.add(words.at(i));
            }
        }
        return parts;
    }

    boolean isIndefinite() {
        return Vocabulary.INDEFINITE.contains(words.at(0))
                || words.size() > 1 && words.isOneOf(1, Set.of("other", "second", "third"))
                || isPlural() && !words.at(0).equals("the");
    }

    boolean isDefinite() {
        return words.at(0).equals("the") || words.isCapital(0) && !Vocabulary.INDEFINITE.contains(words.at(0));
    }

    /** A post that a body has one of, and of today: {@code the president of Avenia}, {@code Velia's finance minister}. */
    boolean isPost() {
        boolean definite = words.at(0).equals("the")
                || words.at(0).endsWith("'s")
                || words.size() > 1
                        && Countries.ofPeople(words.span(0).of(text)).isPresent();
        return definite
                && !isPlural()
                && Vocabulary.POSTS.contains(headNoun())
                && descriptionWords().stream().noneMatch(NOT_TODAYS::contains);
    }

    boolean isPlural() {
        String noun = headNoun();
        return Vocabulary.GROUP_NOUNS.contains(noun)
                || isPluralNoun(noun) && count().isPresent()
                || Vocabulary.NUMBERS.contains(words.at(0))
                || noun.endsWith("s") && Vocabulary.PERSON_NOUNS.contains(noun.substring(0, noun.length() - 1));
    }

    private static boolean isPluralNoun(String noun) {
        return noun.endsWith("s") || noun.endsWith("men") || noun.endsWith("people");
    }

    /** How many they are, where the text gives an exact number. */
    OptionalInt count() {
        if (QUANTIFIERS.contains(words.at(0) + " " + words.at(1))
                || QUANTIFIERS.contains(words.at(0) + " " + words.at(1) + " " + words.at(2))) {
            return OptionalInt.empty();
        }
        int at = 0;
        while (BEFORE_NUMBERS.contains(words.at(at))) {
            at++;
        }
        boolean exact = at < phraseEnd && !INEXACT.contains(words.at(at + 1));
        return exact ? number(at) : OptionalInt.empty();
    }

    private OptionalInt number(int at) {
        int word = NUMBERS.indexOf(words.at(at));
        if (word >= 0) {
            return OptionalInt.of(word + 2);
        }
        String digits = words.at(at);
        int next = at + 1;
        while (isThousands(next)) {
            digits += words.at(next + 1);
            next += 2;
        }
        boolean counts = digits.matches("[2-9]|[1-9]\\d{1,6}") && !INEXACT.contains(words.at(next));
        return counts ? OptionalInt.of(Integer.parseInt(digits)) : OptionalInt.empty();
    }

    /** The comma of {@code 1,200}. */
    private boolean isThousands(int at) {
        return words.at(at).equals(",")
                && words.at(at + 1).matches("\\d{3}(?:\\D.*)?")
                && words.at(at - 1).matches("\\d+")
                && words.span(at - 1).end() == words.span(at).start()
                && words.span(at).end() == words.span(at + 1).start();
    }

    /** Its only word, if it has a capital and no name was seen in it. */
    Optional<String> capitalWord() {
        boolean one = words.size() == 1 && words.isCapital(0) && names.isEmpty();
        return one ? Optional.of(words.span(0).of(text)) : Optional.empty();
    }

    /** The names in it. */
    List<Mention> names() {
        return names;
    }
}
