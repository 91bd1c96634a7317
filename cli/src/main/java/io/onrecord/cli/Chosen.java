package io.onrecord.cli;

import io.onrecord.model.ArticleRecord;
import io.onrecord.store.Kept;
import io.onrecord.store.StatementPlace;
import io.onrecord.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what a person names: a statement by its id, the beginning of it, or its number in an article; an article. */
final class Chosen {

    /** Shorter ones are typed by mistake. */
    private static final int SHORTEST = 4;

    private static final int SHOWN = 6;
    private static final int EXCERPT = 60;
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{1,32}");
    private static final Pattern NUMBERED = Pattern.compile("(.+):([0-9]{1,9})");

    private final Store store;

    Chosen(Store store) {
        this.store = store;
    }

    /**
     * A statement.
     *
     * @param named the id or the beginning of it, or ADDRESS:NUMBER, the number as {@code read} lists it
     * @throws CommandException if there is none, or there are several
     */
    StatementPlace statement(String named) {
        String word = named.strip();
        Matcher numbered = NUMBERED.matcher(word);
        if (numbered.matches()) {
            return numbered(numbered.group(1), Integer.parseInt(numbered.group(2)));
        }
        if (!ID.matcher(word).matches()) {
            throw new CommandException("'" + shown(word) + "' names no statement: give its id, at least the first "
                    + SHORTEST + " digits of it, or ADDRESS:NUMBER as 'onrecord read' lists them");
        }
        String prefix = word.toLowerCase(java.util.Locale.ROOT);
        if (prefix.length() < SHORTEST) {
            throw new CommandException(
                    "'" + word + "' is too short to name a statement: give at least " + SHORTEST + " digits of its id");
        }
        List<StatementPlace> found = store.statements(prefix, SHOWN);
        if (found.size() == 1) {
            return found.get(0);
        }
        if (found.isEmpty()) {
            throw new CommandException("no statement in " + store.name() + " has an id that begins with " + prefix
                    + store.nearestStatement(prefix)
                            .map(near -> "; the nearest is " + line(near))
                            .orElse(": nothing is kept there"));
        }
        List<String> several = new ArrayList<>(found.stream().map(Chosen::line).toList());
        if (found.size() == SHOWN) {
            several.add("and perhaps more");
        }
        throw new CommandException("several statements have ids that begin with " + prefix + ":", several);
    }

    /** An id with the words it is for. */
    static String line(StatementPlace place) {
        return place.statementId().substring(0, 12) + " \"" + excerpt(place.content()) + "\" (" + shown(place.address())
                + ")";
    }

    static String excerpt(String words) {
        String line = Sanitized.line(words);
        return line.codePointCount(0, line.length()) <= EXCERPT
                ? line
                : line.substring(0, line.offsetByCodePoints(0, EXCERPT)) + "…";
    }

    static String shown(String text) {
        String line = Sanitized.line(text);
        return line.codePointCount(0, line.length()) <= 80
                ? line
                : line.substring(0, line.offsetByCodePoints(0, 80)) + "…";
    }

    private StatementPlace numbered(String address, int number) {
        Kept kept = store.versions(address(address)).get(0);
        ArticleRecord record = store.get(kept.articleId())
                .orElseThrow(() -> new CommandException("the article " + shown(address) + " was forgotten just now"));
        int count = record.statements().size();
        if (number < 1 || number > count) {
            throw new CommandException("the article " + shown(kept.address()) + " has "
                    + (count == 0 ? "no statements" : count == 1 ? "1 statement" : "statements 1 to " + count)
                    + ", so there is no number " + number);
        }
        String id = record.statements().get(number - 1).id();
        return store.statements(id, 1).stream()
                .findFirst()
                .orElseThrow(() -> new CommandException("the statement " + id + " was forgotten just now"));
    }

    /**
     * The address of an article.
     *
     * @param named the address, the end of it that no other has, or the id of a version
     * @throws CommandException if there is none, or there are several
     */
    String address(String named) {
        if (!store.versions(named).isEmpty()) {
            return named;
        }
        Optional<ArticleRecord> byId = ID.matcher(named).matches() ? store.get(named) : Optional.empty();
        if (byId.isPresent()) {
            return byId.get().article().address();
        }
        List<String> found = named.isBlank() ? List.of() : store.addresses(named, SHOWN);
        List<String> ending =
                found.stream().filter(one -> one.endsWith("/" + named)).toList();
        if (ending.size() == 1 && found.size() < SHOWN) {
            return ending.get(0);
        }
        throw new CommandException(
                "no article " + shown(named) + " is kept in " + store.name() + (found.isEmpty() ? "" : "; there is:"),
                found.stream().map(Chosen::shown).toList());
    }
}
