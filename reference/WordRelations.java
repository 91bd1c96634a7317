import java.io.BufferedWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.sf.extjwnl.data.Exc;
import net.sf.extjwnl.data.IndexWord;
import net.sf.extjwnl.data.POS;
import net.sf.extjwnl.data.Pointer;
import net.sf.extjwnl.data.PointerType;
import net.sf.extjwnl.data.Synset;
import net.sf.extjwnl.data.Word;
import net.sf.extjwnl.dictionary.Dictionary;

/**
 * Writes core's table of word relations from WordNet 3.1: for each word that its tagged texts hold, how often, words that may
 * stand for it in one of its usual senses, and its contraries. Run by reference/relations.
 */
final class WordRelations {

    /** Senses of a word, from the commonest on, that count. */
    private static final int SENSES = 3;

    /** Rarer senses than this share of the word's uses do not. */
    private static final double SHARE = 0.15;

    private final Map<String, Integer> uses = new TreeMap<>();
    private final Map<String, Set<String>> same = new TreeMap<>();
    private final Map<String, Set<String>> contrary = new TreeMap<>();

    public static void main(String[] args) throws Exception {
        Dictionary dictionary = Dictionary.getDefaultResourceInstance();
        WordRelations relations = new WordRelations();
        for (POS pos : POS.getAllPOS()) {
            Iterator<IndexWord> words = dictionary.getIndexWordIterator(pos);
            while (words.hasNext()) {
                relations.add(words.next());
            }
        }
        relations.write(Path.of(args[0], "relations.tsv"));
        relations.writeIrregular(dictionary, Path.of(args[0], "irregular.tsv"));
    }

    private void add(IndexWord word) throws Exception {
        String lemma = word.getLemma();
        if (!lemma.matches("[a-z]+") || lemma.length() < 3) {
            return;
        }
        List<Word> senses = new ArrayList<>();
        int total = 0;
        for (Synset synset : word.getSenses()) {
            Word sense = member(synset, lemma);
            if (sense != null) {
                senses.add(sense);
                total += sense.getUseCount();
            }
        }
        uses.merge(lemma, total, Integer::sum);
        for (int i = 0; i < Math.min(SENSES, senses.size()); i++) {
            Word sense = senses.get(i);
            boolean usual = i == 0 || sense.getUseCount() >= SHARE * total && sense.getUseCount() > 0;
            if (usual) {
                addSense(lemma, sense);
            }
        }
    }

    private void addSense(String lemma, Word sense) throws Exception {
        for (Word synonym : sense.getSynset().getWords()) {
            put(same, lemma, synonym.getLemma());
        }
        for (Pointer pointer : sense.getPointers(PointerType.DERIVATION)) {
            if (pointer.getTarget() instanceof Word target) {
                put(same, lemma, target.getLemma());
            }
        }
        for (Pointer pointer : sense.getPointers(PointerType.ANTONYM)) {
            if (pointer.getTarget() instanceof Word target) {
                put(contrary, lemma, target.getLemma());
            }
        }
        if (sense.getPOS() == POS.VERB) {
            for (Pointer pointer : sense.getSynset().getPointers(PointerType.CAUSE)) {
                if (pointer.getTarget() instanceof Synset effect) {
                    effect.getWords().forEach(word -> put(same, lemma, word.getLemma()));
                }
            }
        }
    }

    private static Word member(Synset synset, String lemma) {
        for (Word word : synset.getWords()) {
            if (word.getLemma().equals(lemma)) {
                return word;
            }
        }
        return null;
    }

    private static void put(Map<String, Set<String>> relation, String lemma, String other) {
        if (!other.equals(lemma) && other.matches("[a-z]+") && other.length() > 2) {
            relation.computeIfAbsent(lemma, key -> new TreeSet<>()).add(other);
        }
    }

    /** A line: the word, how often it was tagged, words that may stand for it, contraries. */
    private void write(Path file) throws Exception {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write("# Made by reference/relations from WordNet 3.1; see wordnet-license.txt. word, uses, same, contrary\n");
            for (Map.Entry<String, Integer> entry : uses.entrySet()) {
                String word = entry.getKey();
                if (entry.getValue() == 0) {
                    continue;
                }
                out.write(word + "\t" + entry.getValue() + "\t" + kept(same.get(word)) + "\t" + kept(contrary.get(word)) + "\n");
            }
        }
    }

    /** A line: a form that no rule makes, and its word; of several words the commonest. */
    private void writeIrregular(Dictionary dictionary, Path file) throws Exception {
        Map<String, String> forms = new TreeMap<>();
        for (POS pos : POS.getAllPOS()) {
            Iterator<Exc> exceptions = dictionary.getExceptionIterator(pos);
            while (exceptions.hasNext()) {
                Exc exception = exceptions.next();
                for (String lemma : exception.getExceptions()) {
                    boolean plain = exception.getLemma().matches("[a-z]+") && uses.getOrDefault(lemma, 0) > 0;
                    if (plain && !lemma.equals(exception.getLemma())) {
                        forms.merge(exception.getLemma(), lemma, (one, other) -> uses.get(one) >= uses.get(other) ? one : other);
                    }
                }
            }
        }
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write("# Made by reference/relations from WordNet 3.1; see wordnet-license.txt. form, word\n");
            for (Map.Entry<String, String> form : forms.entrySet()) {
                out.write(form.getKey() + "\t" + form.getValue() + "\n");
            }
        }
    }

    private String kept(Set<String> words) {
        if (words == null) {
            return "";
        }
        List<String> kept = new ArrayList<>();
        for (String word : words) {
            if (uses.getOrDefault(word, 0) > 0) {
                kept.add(word);
            }
        }
        return String.join(" ", kept);
    }
}
