package io.onrecord.cli;

import io.onrecord.memory.Deciding;
import io.onrecord.memory.People;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Speaker;
import io.onrecord.speakers.Decision.Anchor;
import io.onrecord.speakers.NamedSpeakers;
import io.onrecord.store.Somebody;
import io.onrecord.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Finds whom a person names: NAME, NAME@ARTICLE, or the id of an identity. */
final class SpeakerArgument {

    private static final int SHOWN = 8;

    private final Store store;
    private final People people;

    SpeakerArgument(Store store) {
        this.store = store;
        this.people = new People(store);
    }

    /** What a person named, and who that is in one of the articles. */
    record Meant(String named, Anchor anchor) {}

    /**
     * Somebody.
     *
     * @param exact whether NAME alone is too little, since it may be more than one
     * @throws CommandException if there is nobody of that name, or several
     */
    Meant find(String named, boolean exact) {
        int at = named.lastIndexOf('@');
        if (at > 0 && at < named.length() - 1) {
            return new Meant(
                    named,
                    inArticle(
                            named.substring(0, at).strip(),
                            named.substring(at + 1).strip()));
        }
        if (exact) {
            throw new CommandException("'" + Chosen.shown(named) + "' does not say in which article: give NAME@ARTICLE,"
                    + " such as \"Serrat@harbour-talks.txt\"");
        }
        return new Meant(named, anchor(somebody(named)));
    }

    private Anchor inArticle(String name, String article) {
        String address = new Chosen(store).address(article);
        String id = store.versions(address).get(0).articleId();
        ArticleRecord record = store.get(id)
                .orElseThrow(
                        () -> new CommandException("the article " + Chosen.shown(address) + " was forgotten just now"));
        List<Speaker> found = NamedSpeakers.of(record.speakers(), name);
        if (found.size() == 1) {
            return new Anchor(id, found.get(0).name());
        }
        throw new CommandException("the article " + Chosen.shown(address) + " has "
                + (found.isEmpty() ? "no speaker '" : "several speakers '") + Chosen.shown(name)
                + "'; its speakers are "
                + record.speakers().stream()
                        .limit(12)
                        .map(one -> Sanitized.line(one.name()))
                        .collect(Collectors.joining(", ")));
    }

    private Somebody somebody(String name) {
        List<Somebody> found = people.called(name);
        if (found.size() == 1) {
            return found.get(0);
        }
        if (found.isEmpty()) {
            List<Somebody> like = people.like(name);
            throw new CommandException(
                    "nobody in " + store.name() + " is called '" + Chosen.shown(name) + "'"
                            + (like.isEmpty() ? "" : "; there is:"),
                    list(like));
        }
        throw new CommandException(
                "several are called '" + Chosen.shown(name) + "': name one by its id, or as" + " NAME@ARTICLE:",
                list(found));
    }

    private static List<String> list(List<Somebody> found) {
        List<String> lines = new ArrayList<>();
        for (Somebody one : found.subList(0, Math.min(found.size(), SHOWN))) {
            lines.add(one.id() + "  " + one.name() + " (" + one.kind().name().toLowerCase(Locale.ROOT) + ", "
                    + (one.members() == 1 ? "1 article" : one.members() + " articles") + ")");
        }
        if (found.size() > SHOWN) {
            lines.add("and more");
        }
        return lines;
    }

    /** A speaker of an article by whom the identity is known: one whom a name tells apart there. */
    private Anchor anchor(Somebody somebody) {
        return new Deciding(store)
                .anchor(somebody.id())
                .orElseThrow(() -> new CommandException("no article tells " + Sanitized.line(somebody.name())
                        + " apart from another of that name; name the other one as NAME@ARTICLE"));
    }
}
