package io.onrecord.claims;

import io.onrecord.model.Article;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Role;
import io.onrecord.model.Span;
import io.onrecord.model.Speaker;
import io.onrecord.model.SpeakerKind;
import io.onrecord.text.Sentences;
import io.onrecord.text.Words;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What all contents of an article are read against: its names, whom its titles stand for, its day. */
final class Setting {

    /** Names that tell what the article is about. */
    private static final int STORY = 12;

    /** Of an article longer than this many characters, the names of the beginning must do. */
    private static final int READ = 200_000;

    /** How often each is told, in the order of their first. */
    private final Map<String, Integer> names = new LinkedHashMap<>();

    /** How often each name stands with no other behind it: a first name hardly ever does. */
    private final Map<String, Integer> last = new HashMap<>();

    /** How often each word stands where any would be capital: it is a name there if it is one elsewhere. */
    private final Map<String, Integer> opening = new HashMap<>();

    /** Words that stand in small letters, too, such as {@code minister}: no names. */
    private final Set<String> small = new HashSet<>();

    /** By the word that stands for somebody, such as {@code minister}: the name; empty if it stands for several. */
    private final Map<String, String> titles = new HashMap<>();

    /** Where in the text something is counted, and what. */
    private final TreeMap<Integer, String> counts = new TreeMap<>();

    private final Map<String, Speaker> speakers = new HashMap<>();
    private final Optional<LocalDate> day;

    private Setting(Optional<LocalDate> day) {
        this.day = day;
    }

    static Setting of(ArticleRecord record) {
        Article article = record.article();
        Setting setting = new Setting(article.metadata().published().flatMap(published -> day(published.value())));
        for (Span paragraph : article.text().paragraphs()) {
            if (paragraph.start() > READ) {
                break;
            }
            for (Span sentence : Sentences.of(article.text().value(), paragraph)) {
                Words words = Words.of(article.text().value(), sentence);
                setting.addNames(words);
                setting.addCounts(words);
            }
        }
        setting.names.keySet().removeAll(setting.small);
        setting.names.replaceAll((name, count) -> count + setting.opening.getOrDefault(name, 0));
        for (Speaker speaker : record.speakers()) {
            setting.speakers.put(speaker.id(), speaker);
            setting.addTitles(speaker);
        }
        return setting;
    }

    private static Optional<LocalDate> day(String published) {
        try {
            return published.length() < 10
                    ? Optional.empty()
                    : Optional.of(LocalDate.parse(published.substring(0, 10)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private void addNames(Words words) {
        boolean first = true;
        for (int i = 0; i < words.size(); i++) {
            if (!words.isWord(i)) {
                // What stands behind an opening mark may be capital for that alone.
                first = first || "\"“‘'(:–-".contains(words.at(i));
                continue;
            }
            String word = bare(words.at(i));
            boolean name = !first && words.isCapital(i) && isNameWord(word);
            if (name) {
                names.merge(word, 1, Integer::sum);
            } else if (!words.isCapital(i)) {
                small.add(word);
            } else {
                opening.merge(word, 1, Integer::sum);
            }
            if (!words.isCapital(i + 1)) {
                last.merge(word, 1, Integer::sum);
            }
            first = false;
        }
    }

    private void addCounts(Words words) {
        for (int i = 0; i < words.size(); i++) {
            Numeral number = Numeral.at(words, i);
            if (number != null) {
                String counted = Content.counted(words, number);
                if (!counted.isEmpty() && number.end() < words.size() && !words.isCapital(number.end())) {
                    counts.put(words.span(i).start(), counted);
                }
                i = number.end() - 1;
            }
        }
    }

    /** What was counted last before an offset; empty if nothing. */
    String countedBefore(int offset) {
        Map.Entry<Integer, String> before = counts.lowerEntry(offset);
        return before == null ? "" : before.getValue();
    }

    /** A speaker's name as it is put into a sentence: without shouting. */
    String name(Speaker speaker) {
        String[] words = speaker.name().split(" ", -1);
        StringBuilder out = new StringBuilder();
        for (String word : words) {
            boolean shouted = word.length() > 3 && word.equals(word.toUpperCase(Locale.ROOT));
            out.append(out.isEmpty() ? "" : " ")
                    .append(shouted ? word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT) : word);
        }
        return out.toString();
    }

    private static boolean isNameWord(String word) {
        return word.length() > 1
                && !Lexis.FUNCTION.contains(word)
                && !Lexis.MONTHS.containsKey(word)
                && !Lexis.WEEKDAYS.containsKey(word);
    }

    private void addTitles(Speaker speaker) {
        String name = value(speaker);
        for (Role role : speaker.roles()) {
            addTitle(last(role.title()), name);
        }
        if (speaker.kind() == SpeakerKind.ORGANISATION || speaker.kind() == SpeakerKind.GROUP) {
            addTitle(last(speaker.name()), name);
        }
        if (speaker.kind() == SpeakerKind.OFFICE) {
            addTitle(last(speaker.name()), name);
        }
    }

    private void addTitle(String title, String name) {
        titles.merge(title, name, (one, other) -> one.equals(other) ? one : "");
    }

    private static List<String> words(String phrase) {
        Words words = Words.of(phrase + " ", new Span(0, phrase.length() + 1));
        List<String> out = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            if (words.isWord(i)) {
                out.add(bare(words.at(i)));
            }
        }
        return out;
    }

    static String last(String phrase) {
        List<String> words = words(phrase);
        return words.isEmpty() ? "" : words.get(words.size() - 1);
    }

    /** A name without what makes it a genitive. */
    static String bare(String word) {
        if (word.endsWith("'s")) {
            return word.substring(0, word.length() - 2);
        }
        return word.endsWith("'") ? word.substring(0, word.length() - 1) : word;
    }

    /** What stands for a speaker among the terms: of a person the last name, of others the whole name's last capital word. */
    static String value(Speaker speaker) {
        return last(speaker.name());
    }

    /** Whether a word, in small letters, is part of a name in this article. */
    boolean isName(String word) {
        return names.containsKey(word);
    }

    /** Whom a title stands for, such as {@code minister}; empty if nobody or several. */
    String holder(String title) {
        return titles.getOrDefault(title, "");
    }

    Optional<Speaker> speaker(String id) {
        return Optional.ofNullable(speakers.get(id));
    }

    Optional<LocalDate> day() {
        return day;
    }

    /**
     * The names that are told most often, of equals those that come first: of persons the last name, and not the outlet's own.
     *
     * @param outlet who published it
     */
    List<String> story(Optional<String> outlet) {
        Set<String> left = new HashSet<>();
        outlet.ifPresent(name -> left.addAll(words(name)));
        for (Speaker speaker : speakers.values()) {
            List<String> words = words(speaker.name());
            if (speaker.kind() == SpeakerKind.PERSON && words.size() > 1) {
                words.subList(0, words.size() - 1).stream()
                        .filter(word -> 2 * last.getOrDefault(word, 0) < names.getOrDefault(word, 0))
                        .forEach(left::add);
            }
        }
        List<Map.Entry<String, Integer>> sorted = new ArrayList<>(names.entrySet());
        sorted.removeIf(entry -> left.contains(entry.getKey()));
        sorted.sort(Comparator.comparingDouble(
                (Map.Entry<String, Integer> entry) -> -entry.getValue() * Relations.rarity(Stems.of(entry.getKey()))));
        return sorted.stream().limit(STORY).map(Map.Entry::getKey).toList();
    }
}
