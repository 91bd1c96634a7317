package io.onrecord.server.view;

import io.onrecord.corrections.Change;
import io.onrecord.corrections.Corrected.Touched;
import io.onrecord.corrections.Correction;
import io.onrecord.server.desk.Shelf;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What people said of an article's statements, the newest first.
 *
 * @param id of the article
 * @param headline its title, or its address
 * @param entries all that was said; nothing is ever overwritten
 */
public record HistoryView(String id, String headline, List<Entry> entries) {

    /**
     * One thing that was said.
     *
     * @param id of the entry
     * @param at when, ISO 8601
     * @param by who said it
     * @param said of what kind it is: speaker, nobody, stance, reject, accept, spans, add or undo
     * @param before what the record said then; empty where that does not matter
     * @param now what holds instead; empty where that does not matter
     * @param undoes id of the entry that it takes back
     * @param words of the statement
     * @param note why
     * @param holds whether it holds still
     * @param statement id of the statement as it is now; empty where it is no more
     */
    public record Entry(
            String id,
            String at,
            String by,
            String said,
            Optional<String> before,
            Optional<String> now,
            Optional<String> undoes,
            String words,
            Optional<String> note,
            boolean holds,
            Optional<String> statement) {}

    public HistoryView {
        entries = List.copyOf(entries);
    }

    /**
     * Of an article.
     *
     * @throws io.onrecord.server.problem.Problem with status 404 if there is no such article
     */
    public static HistoryView of(Shelf shelf, String articleId) {
        ArticleFile file = ArticleFile.open(shelf, articleId);
        List<Entry> entries = new ArrayList<>();
        for (Touched touched : file.corrected().touched()) {
            touched.history()
                    .forEach(one -> entries.add(entry(
                            one, touched.inForce().contains(one), touched.id().or(touched::engineId))));
        }
        entries.sort(Comparator.comparing(Entry::at).thenComparing(Entry::id).reversed());
        return new HistoryView(
                articleId,
                file.record()
                        .article()
                        .metadata()
                        .title()
                        .orElse(file.record().article().address()),
                entries);
    }

    private static Entry entry(Correction one, boolean holds, Optional<String> statement) {
        Change change = one.change();
        Optional<String> before = Optional.empty();
        Optional<String> now = Optional.empty();
        Optional<String> undoes = Optional.empty();
        if (change instanceof Change.SpeakerIs is) {
            before = one.seen().speaker();
            now = Optional.of(is.name());
        } else if (change instanceof Change.NobodyNamed) {
            before = one.seen().speaker();
        } else if (change instanceof Change.StanceIs is) {
            before = one.seen().stance().map(reading -> Cards.stance(reading).words());
            now = Optional.of(Cards.stance(is.reading()).words());
        } else if (change instanceof Change.Undone undone) {
            undoes = Optional.of(undone.correction());
        }
        return new Entry(
                one.id(),
                one.time().toString(),
                one.author(),
                change.code().toLowerCase(Locale.ROOT),
                before,
                now,
                undoes,
                Cards.cut(one.anchor().words()),
                one.note(),
                holds,
                statement);
    }
}
