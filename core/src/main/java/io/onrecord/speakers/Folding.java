package io.onrecord.speakers;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What is left of words when accents, case and script are taken away, and what sounds alike is written alike. */
final class Folding {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern DROPPED = Pattern.compile("[.'’‘ʼʹ`´\"“”]");
    private static final Pattern BREAKS = Pattern.compile("[^\\p{L}\\p{N}-]+");

    /** What no decomposition takes apart, and Cyrillic as English-language news writes it. */
    private static final Map<Integer, String> LETTERS = letters(
            "ß ss ø o ł l đ d ð d þ th æ ae œ oe ı i а a б b в v г g ґ g д d е e ё e є e ж zh з z и i і i ї i й i к k л l м m н n"
                    + " о o п p р r с s т t у u ў u ф f х kh ц ts ч ch ш sh щ shch ы y э e ю iu я ia ј j љ lj њ nj ћ c ђ dj џ dz ѓ g ќ k");

    private static final Set<Integer> SILENT = Set.of((int) 'ь', (int) 'ъ');

    private static final List<String> NUMBERS = List.of(
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");

    /** Letters that several spellings of one sound share; the longer are tried first. */
    private static final List<List<String>> SOUNDS = List.of(
            List.of("shch", "4"),
            List.of("sch", "5"),
            List.of("tch", "4"),
            List.of("kh", "h"),
            List.of("gh", "h"),
            List.of("zh", "5"),
            List.of("sh", "5"),
            List.of("ch", "4"),
            List.of("cz", "4"),
            List.of("ts", "6"),
            List.of("tz", "6"),
            List.of("ph", "f"),
            List.of("th", "t"),
            List.of("dh", "d"),
            List.of("ck", "k"),
            List.of("c", "k"),
            List.of("q", "k"),
            List.of("x", "ks"),
            List.of("w", "v"),
            List.of("g", "h"),
            List.of("j", "i"),
            List.of("y", "i"));

    private Folding() {}

    private static Map<Integer, String> letters(String pairs) {
        String[] words = pairs.split(" ", -1);
        Map<Integer, String> letters = new java.util.HashMap<>();
        for (int i = 0; i < words.length; i += 2) {
            letters.put(words[i].codePointAt(0), words[i + 1]);
        }
        return Map.copyOf(letters);
    }

    /** Small Latin letters where there are such, without accents, apostrophes and full stops. */
    static String fold(String words) {
        if (isPlain(words)) {
            return words;
        }
        String small = words.toLowerCase(Locale.ROOT);
        StringBuilder out = new StringBuilder(small.length());
        small.codePoints().forEach(c -> {
            if (!SILENT.contains(c)) {
                String latin = LETTERS.get(c);
                if (latin == null) {
                    out.appendCodePoint(c);
                } else {
                    out.append(latin);
                }
            }
        });
        String apart = Normalizer.normalize(DROPPED.matcher(out).replaceAll(""), Normalizer.Form.NFD);
        return MARKS.matcher(apart).replaceAll("").strip();
    }

    private static boolean isPlain(String words) {
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c == ' ' && i > 0 && i < words.length() - 1)) {
                return false;
            }
        }
        return true;
    }

    /** The folded words; a hyphen stays inside its word. */
    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (String word : BREAKS.split(fold(text), -1)) {
            if (!word.isEmpty() && !word.equals("-")) {
                words.add(word);
            }
        }
        return words;
    }

    /** A small number as a word: {@code Channel 9} is {@code Channel Nine}. */
    static String number(String word) {
        try {
            int value = word.length() > 2 ? NUMBERS.size() : Integer.parseInt(word);
            return value >= 0 && value < NUMBERS.size() ? NUMBERS.get(value) : word;
        } catch (NumberFormatException e) {
            return word;
        }
    }

    /** A folded word as it sounds, roughly: {@code werenko} and {@code verenko} are one. */
    static String sound(String folded) {
        String word = folded.replace("-", "");
        StringBuilder out = new StringBuilder(word.length());
        int at = 0;
        while (at < word.length()) {
            String written = word.substring(at, at + 1);
            String sound = written;
            for (List<String> pair : SOUNDS) {
                if (word.startsWith(pair.get(0), at)) {
                    written = pair.get(0);
                    sound = pair.get(1);
                    break;
                }
            }
            at += written.length();
            if (out.length() == 0 || !sound.equals(out.substring(out.length() - 1))) {
                out.append(sound);
            }
        }
        return out.toString();
    }

    /** The consonants of a folded word as it sounds, and {@code a} for a vowel at its beginning. */
    static String consonants(String folded) {
        String sound = sound(folded);
        StringBuilder out = new StringBuilder(sound.length());
        for (int i = 0; i < sound.length(); i++) {
            char c = sound.charAt(i);
            boolean vowel = "aeiou".indexOf(c) >= 0;
            if (vowel && i == 0) {
                out.append('a');
            } else if (!vowel && (out.length() == 0 || out.charAt(out.length() - 1) != c)) {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** What a place and its people have in common: {@code aven} of Avenia and Avenian. */
    static String stem(String folded) {
        String word = folded.endsWith("ans") ? folded.substring(0, folded.length() - 1) : folded;
        for (String ending : List.of("ian", "ese", "ish", "ia", "an", "a")) {
            if (word.endsWith(ending) && word.length() >= ending.length() + 3) {
                return word.substring(0, word.length() - ending.length());
            }
        }
        return word;
    }
}
