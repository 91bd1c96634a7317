package io.onrecord.speakers;

import io.onrecord.model.Ids;
import io.onrecord.model.Speaker;
import io.onrecord.model.SpeakerKind;
import io.onrecord.speakers.Decision.Anchor;
import io.onrecord.speakers.Identity.Member;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who is the same over articles. A pure function of the speakers of all articles at once, whatever their order; immutable, safe
 * to share between threads.
 *
 * <p>Names alone join nobody: beside the name there must be a post, a place, one event, or a few days, and nothing that
 * contradicts. States, and bodies with a name of their own, are known by name. Where it cannot be told, speakers stay apart.
 */
public final class Identities {

    private static final Comparator<Appearance> ORDER = Comparator.<Appearance>comparingLong(appearance ->
                    appearance.published().map(day -> day.toEpochDay()).orElse(Long.MAX_VALUE))
            .thenComparing(Appearance::articleId)
            .thenComparing(appearance -> appearance.speaker().name())
            .thenComparing(appearance -> appearance.speaker().id());

    private final List<Identity> all;
    private final Map<Member, Identity> byMember = new HashMap<>();
    private final List<Decision> unapplied;

    private Identities(List<Identity> all, List<Decision> unapplied) {
        this.all = List.copyOf(all);
        this.unapplied = List.copyOf(unapplied);
        for (Identity identity : all) {
            identity.members().forEach(member -> byMember.put(member, identity));
        }
    }

    /** Identities by the rules alone. */
    public static Identities of(Collection<Appearance> appearances) {
        return of(appearances, List.of(), Gazetteer.EMPTY);
    }

    /**
     * Identities.
     *
     * @param appearances of all speakers of all articles, in any order
     * @param decisions of the user, in the order they were made; they win over the rules, and a later one over an earlier
     * @param gazetteer gives ids to those it knows; what has the same id is one
     * @throws IllegalArgumentException if an article has two speakers of one id, or if there are more than 16 million different
     *     speakers
     */
    public static Identities of(Collection<Appearance> appearances, List<Decision> decisions, Gazetteer gazetteer) {
        List<Appearance> sorted = appearances.stream().distinct().sorted(ORDER).toList();
        checkIds(sorted);
        return new Search(sorted, gazetteer).identities(decisions);
    }

    private static void checkIds(List<Appearance> appearances) {
        Set<Member> members = new HashSet<>();
        for (Appearance appearance : appearances) {
            if (!members.add(member(appearance))) {
                throw new IllegalArgumentException("article " + appearance.articleId() + " has two speakers of the id "
                        + appearance.speaker().id());
            }
        }
    }

    private static Member member(Appearance appearance) {
        return new Member(appearance.articleId(), appearance.speaker().id());
    }

    /** All identities, in the order of their earliest articles. */
    public List<Identity> all() {
        return all;
    }

    /** Whose appearance a speaker of an article is; empty for a speaker that was not given. */
    public Optional<Identity> find(String articleId, String speakerId) {
        return Optional.ofNullable(byMember.get(new Member(articleId, speakerId)));
    }

    /** Decisions without effect: the speaker is not there, or the article has several of the name, or a later one overruled it. */
    public List<Decision> unapplied() {
        return unapplied;
    }

    /** One run. */
    private static final class Search {

        private final List<Appearance> appearances;
        private final List<Map<String, String>> external = new ArrayList<>();
        private final Map<String, List<Integer>> byArticle = new HashMap<>();
        /** Which appearances are one whatever the rules say. */
        private final Sets merged;

        Search(List<Appearance> appearances, Gazetteer gazetteer) {
            this.appearances = appearances;
            this.merged = new Sets(appearances.size());
            for (int i = 0; i < appearances.size(); i++) {
                Speaker speaker = appearances.get(i).speaker();
                Map<String, String> ids = new TreeMap<>(speaker.external());
                gazetteer.find(speaker).ifPresent(entry -> entry.external().forEach(ids::putIfAbsent));
                external.add(ids);
                byArticle
                        .computeIfAbsent(appearances.get(i).articleId(), article -> new ArrayList<>())
                        .add(i);
            }
        }

        Identities identities(List<Decision> decisions) {
            List<Decision> unapplied = new ArrayList<>();
            List<int[]> splits = new ArrayList<>();
            Set<Integer> decided = new HashSet<>();
            for (int i = decisions.size() - 1; i >= 0; i--) {
                Decision decision = decisions.get(i);
                Optional<Integer> first = at(decision.first());
                Optional<Integer> second = at(decision.second());
                if (first.isEmpty() || second.isEmpty() || !decide(decision, first.get(), second.get(), splits)) {
                    unapplied.add(0, decision);
                } else {
                    decided.add(first.get());
                    decided.add(second.get());
                }
            }
            alike(decided);
            List<Profile> profiles = new ArrayList<>();
            Map<Integer, Integer> numbers = new HashMap<>();
            merged.all().forEach((root, members) -> {
                numbers.put(root, profiles.size());
                profiles.add(profile(members));
            });
            Set<Long> apart = new HashSet<>();
            for (int[] split : splits) {
                apart.add(Grouping.Splits.pair(
                        numbers.getOrDefault(merged.root(split[0]), 0),
                        numbers.getOrDefault(merged.root(split[1]), 0)));
            }
            List<Identity> identities = new ArrayList<>();
            for (List<Integer> group : Grouping.of(profiles, apart)) {
                identities.add(identity(group.stream().map(profiles::get).toList()));
            }
            return new Identities(identities, unapplied);
        }

        private Optional<Integer> at(Anchor anchor) {
            String name = Folding.fold(anchor.name());
            List<Integer> there = byArticle.getOrDefault(anchor.articleId(), List.of());
            List<Integer> named = there.stream()
                    .filter(i ->
                            Folding.fold(appearances.get(i).speaker().name()).equals(name))
                    .toList();
            if (named.isEmpty()) {
                named = there.stream()
                        .filter(i -> appearances.get(i).speaker().aliases().stream()
                                .anyMatch(alias -> Folding.fold(alias).equals(name)))
                        .toList();
            }
            return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
        }

        /** Whether a decision goes with the later ones, which were applied before it. */
        private boolean decide(Decision decision, int first, int second, List<int[]> splits) {
            if (decision.kind() == Decision.Kind.SPLIT) {
                splits.add(new int[] {first, second});
                return merged.root(first) != merged.root(second);
            }
            int a = merged.root(first);
            int b = merged.root(second);
            for (int[] split : splits) {
                int x = merged.root(split[0]);
                int y = merged.root(split[1]);
                if ((x == a && y == b) || (x == b && y == a)) {
                    return false;
                }
            }
            merged.unite(a, b);
            return true;
        }

        /** Joins those that differ in nothing that counts, so that each kind of them is looked at once. */
        private void alike(Set<Integer> decided) {
            Map<List<Object>, Integer> seen = new HashMap<>();
            for (int i = 0; i < appearances.size(); i++) {
                if (decided.contains(i)) {
                    continue;
                }
                Appearance one = appearances.get(i);
                Speaker speaker = one.speaker();
                List<Object> key = new ArrayList<>(List.of(
                        speaker.kind(),
                        speaker.name(),
                        speaker.aliases(),
                        speaker.roles(),
                        speaker.descriptions(),
                        external.get(i),
                        context(one, profile(List.of(i)))));
                // Two of one name in an article are two.
                List<Object> here = new ArrayList<>(key);
                for (here.add(one.articleId()); seen.putIfAbsent(here, i) != null; ) {
                    key.add("another");
                    here.add("another");
                }
                @Nullable Integer first = seen.putIfAbsent(key, i);
                if (first != null) {
                    merged.unite(first, i);
                }
            }
        }

        /** What must be the same beside the words for the rules to be sure. */
        private static String context(Appearance one, Profile profile) {
            SpeakerKind kind = one.speaker().kind();
            boolean posted = profile.posts.stream().anyMatch(post -> !post.of().isEmpty());
            boolean always = kind == SpeakerKind.STATE
                    || (kind == SpeakerKind.PERSON && profile.isFull() && posted && !profile.hasAge())
                    || (kind == SpeakerKind.ORGANISATION && !profile.bags.isEmpty() && !profile.isGeneric())
                    || !profile.external.isEmpty();
            if (always) {
                return "";
            }
            if (one.event().isPresent() && kind != SpeakerKind.UNNAMED) {
                return "event " + one.event().get();
            }
            boolean daily = kind == SpeakerKind.OFFICE
                    || kind == SpeakerKind.ORGANISATION
                    || (kind == SpeakerKind.PERSON && profile.isFull());
            return daily && one.published().isPresent()
                    ? "day " + one.published().get()
                    : "article " + one.articleId();
        }

        private Profile profile(List<Integer> members) {
            Map<String, String> ids = new TreeMap<>();
            members.forEach(i -> external.get(i).forEach(ids::putIfAbsent));
            return new Profile(members.stream().map(appearances::get).toList(), ids);
        }

        private Identity identity(List<Profile> profiles) {
            List<Appearance> members = profiles.stream()
                    .flatMap(profile -> profile.members.stream())
                    .sorted(ORDER)
                    .toList();
            Map<String, String> ids = new TreeMap<>();
            profiles.forEach(profile -> profile.external.forEach(ids::putIfAbsent));
            SpeakerKind kind = members.get(0).speaker().kind();
            for (Appearance member : members) {
                kind = kind == SpeakerKind.OFFICE ? member.speaker().kind() : kind;
            }
            String name = Fullest.of(members, kind);
            Set<String> aliases = new TreeSet<>();
            for (Appearance member : members) {
                aliases.add(member.speaker().name());
                aliases.addAll(member.speaker().aliases());
            }
            aliases.remove(name);
            return new Identity(
                    id(members.get(0)),
                    name,
                    kind,
                    List.copyOf(aliases),
                    ids,
                    members.stream().map(Identities::member).toList());
        }

        private String id(Appearance first) {
            int nth = 0;
            for (int i : byArticle.getOrDefault(first.articleId(), List.of())) {
                Speaker other = appearances.get(i).speaker();
                if (other.equals(first.speaker())) {
                    break;
                }
                nth += other.name().equals(first.speaker().name()) ? 1 : 0;
            }
            return Ids.identity(first.articleId(), first.speaker().name(), nth);
        }
    }

    /** Which of several names says most. */
    private static final class Fullest {

        private static final int GIVEN = 4;

        static String of(List<Appearance> members, SpeakerKind kind) {
            Map<String, Integer> counts = new LinkedHashMap<>();
            for (Appearance member : members) {
                if (member.speaker().kind() == kind) {
                    counts.merge(member.speaker().name(), 1, Integer::sum);
                }
            }
            String fullest = members.get(0).speaker().name();
            int most = -1;
            // Of two that say as much the more frequent one, then the earlier.
            for (Map.Entry<String, Integer> entry : counts.entrySet()) {
                int weight = weight(entry.getKey(), kind);
                int known = weight(fullest, kind);
                if (most < 0 || weight > known || (weight == known && entry.getValue() > most)) {
                    fullest = entry.getKey();
                    most = entry.getValue();
                }
            }
            return fullest;
        }

        private static int weight(String name, SpeakerKind kind) {
            int latin = name.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN)
                    ? 1
                    : 0;
            return switch (kind) {
                case PERSON -> person(name) + latin;
                // The state's own name rather than its capital or its people.
                case STATE ->
                    (Countries.named(name).isPresent() ? 2 * GIVEN : 0)
                            - Folding.words(name).size()
                            + latin;
                default -> 2 * Math.min(Folding.words(name).size(), GIVEN) + latin;
            };
        }

        private static int person(String name) {
            PersonName parsed = PersonName.of(name);
            int words = 2 + parsed.middle().size() + parsed.particles().size();
            int address = Math.max(0, Folding.words(name).size() - words);
            int given = parsed.isFull() ? 2 * GIVEN : parsed.hasGiven() ? GIVEN : 0;
            return 2 * (given + 2 * parsed.middle().size() + parsed.particles().size() - address);
        }
    }
}
