package io.onrecord.server.view;

import io.onrecord.memory.People;
import io.onrecord.model.Role;
import io.onrecord.model.Speaker;
import io.onrecord.model.SpeakerKind;
import io.onrecord.server.desk.Shelf;
import io.onrecord.server.http.Request;
import io.onrecord.speakers.Appearance;
import io.onrecord.speakers.Decision;
import io.onrecord.speakers.Matches;
import io.onrecord.speakers.NameWords;
import io.onrecord.store.MadeDecision;
import io.onrecord.store.Member;
import io.onrecord.store.Somebody;
import io.onrecord.store.SpeakerProfile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * By which names and posts articles know somebody, why these count as one, and whom else they may be.
 *
 * @param speaker who
 * @param looked in how many articles the names were looked at, the latest
 * @param names each with why it is one with the others
 * @param namesakes others of the same name: perhaps the same, perhaps not
 * @param related others whose names share a word
 * @param decisions about the speaker, the latest first
 * @param asked whom a name means that somebody wanted to merge with
 * @param done the decision that was made just now
 */
public record SpeakerNamesView(
        SpeakerProfile speaker,
        int looked,
        List<NameLine> names,
        List<Somebody> namesakes,
        List<Somebody> related,
        List<DecisionLine> decisions,
        Optional<Asked> asked,
        Optional<DecisionLine> done) {

    private static final int MEMBERS = 200;
    private static final int NAMES = 40;
    private static final int PLACES = 5;

    /** With how many of the commonest names each is compared. */
    private static final int COMPARED = 200;

    private static final int RELATED = 8;
    private static final int DECISIONS = 500;

    /**
     * A name with posts, as articles have it.
     *
     * @param name in the article
     * @param kind what kind of party
     * @param roles posts, each with where
     * @param descriptions words that describe the speaker
     * @param articles how many have the same
     * @param statements in these
     * @param rule by which it is one with another name of the speaker; empty where it is the only one
     * @param why the rule in words
     * @param with the other name
     * @param places some of the articles, the latest first
     */
    public record NameLine(
            String name,
            SpeakerKind kind,
            List<String> roles,
            List<String> descriptions,
            int articles,
            int statements,
            Optional<String> rule,
            Optional<String> why,
            Optional<String> with,
            List<Place> places) {
        public NameLine {
            roles = List.copyOf(roles);
            descriptions = List.copyOf(descriptions);
            places = List.copyOf(places);
        }
    }

    /**
     * An article with such a speaker.
     *
     * @param article id of the article
     * @param speaker id of the speaker in its record
     * @param title of the article
     * @param outlet who published it
     * @param day of publication
     */
    public record Place(
            String article, String speaker, Optional<String> title, Optional<String> outlet, Optional<String> day) {}

    /**
     * A name that somebody wanted to merge with.
     *
     * @param name as it was given
     * @param found who is called so
     */
    public record Asked(String name, List<Somebody> found) {
        public Asked {
            found = List.copyOf(found);
        }
    }

    public SpeakerNamesView {
        names = List.copyOf(names);
        namesakes = List.copyOf(namesakes);
        related = List.copyOf(related);
        decisions = List.copyOf(decisions);
    }

    /** All names, in whatever articles they are. */
    static List<NameLine> all(Shelf shelf, SpeakerProfile profile) {
        return names(
                shelf.store().people().members(profile.id(), Integer.MAX_VALUE),
                shelf.store().decisions(),
                Integer.MAX_VALUE);
    }

    /** Reads it. */
    public static SpeakerNamesView of(Shelf shelf, SpeakerProfile profile, Request request) {
        List<Member> members = shelf.store().people().members(profile.id(), MEMBERS);
        List<DecisionLine> decisions = decisions(shelf, profile);
        People people = shelf.search().people();
        List<Somebody> namesakes = others(people.called(profile.name()), profile, List.of());
        List<String> words = NameWords.of(profile.name());
        List<Somebody> related = words.isEmpty()
                ? List.of()
                : others(shelf.store().called(List.of(words.get(words.size() - 1)), RELATED + 1), profile, namesakes);
        Optional<Asked> asked = Filters.text(request, "merge")
                .map(name -> new Asked(name, others(candidates(people, name), profile, List.of())));
        Optional<String> done = Filters.text(request, "done");
        return new SpeakerNamesView(
                profile,
                members.size(),
                names(members, shelf.store().decisions(), NAMES),
                namesakes,
                related,
                decisions,
                asked,
                decisions.stream()
                        .filter(one -> done.equals(Optional.of(one.id())))
                        .findFirst());
    }

    private static List<Somebody> candidates(People people, String name) {
        List<Somebody> called = people.called(name);
        return called.isEmpty() ? people.like(name) : called;
    }

    private static List<Somebody> others(List<Somebody> all, SpeakerProfile profile, List<Somebody> known) {
        return all.stream()
                .filter(one -> !one.id().equals(profile.id()) && !known.contains(one))
                .limit(RELATED)
                .toList();
    }

    private static List<DecisionLine> decisions(Shelf shelf, SpeakerProfile profile) {
        return shelf.store().decisionLog().latest(DECISIONS).stream()
                .filter(made -> made.of() == MadeDecision.Of.SPEAKERS)
                .map(made -> DecisionLine.of(shelf, made))
                .filter(line -> Stream.concat(Stream.of(line.first()), line.others().stream())
                        .flatMap(end -> end.now().stream())
                        .anyMatch(now -> now.id().equals(Optional.of(profile.id()))))
                .toList();
    }

    private static List<NameLine> names(List<Member> members, List<Decision> decisions, int most) {
        Map<List<Object>, List<Member>> forms = new LinkedHashMap<>();
        for (Member member : members) {
            Speaker speaker = member.appearance().speaker();
            forms.computeIfAbsent(
                            List.of(speaker.name(), speaker.kind(), speaker.roles(), speaker.descriptions()),
                            key -> new ArrayList<>())
                    .add(member);
        }
        List<List<Member>> shown = forms.values().stream()
                .sorted((one, other) -> Integer.compare(other.size(), one.size()))
                .limit(most)
                .toList();
        List<Appearance> first =
                shown.stream().map(form -> form.get(0).appearance()).toList();
        List<Optional<Matches.Match>> matches = Matches.of(first, COMPARED, decisions);
        List<NameLine> lines = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            lines.add(line(shown.get(i), matches.get(i), first));
        }
        return lines;
    }

    private static NameLine line(List<Member> form, Optional<Matches.Match> match, List<Appearance> others) {
        Speaker speaker = form.get(0).appearance().speaker();
        return new NameLine(
                speaker.name(),
                speaker.kind(),
                speaker.roles().stream().map(SpeakerNamesView::role).toList(),
                speaker.descriptions(),
                form.size(),
                form.stream().mapToInt(Member::statements).sum(),
                match.map(Matches.Match::rule),
                match.map(Matches.Match::words),
                match.map(found -> others.get(found.with()).speaker().name()),
                form.stream().limit(PLACES).map(SpeakerNamesView::place).toList());
    }

    private static String role(Role role) {
        return role.title() + role.of().map(place -> " of " + place).orElse("");
    }

    private static Place place(Member member) {
        Appearance appearance = member.appearance();
        return new Place(
                appearance.articleId(),
                appearance.speaker().id(),
                member.title(),
                appearance.outlet(),
                appearance.published().map(Object::toString));
    }
}
