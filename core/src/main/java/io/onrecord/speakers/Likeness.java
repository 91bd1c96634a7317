package io.onrecord.speakers;

import io.onrecord.model.SpeakerKind;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What speaks for two profiles being one, and what against. */
enum Likeness {
    /** The same id of a knowledge base, the same state, the same proper name of a body. */
    SURE,
    /** The same name, and the same post or one career. */
    CAREER,
    /** The same name and title; where, one of them does not say. */
    TITLE,
    /** The same name within one event or a few days. */
    NEAR,
    /** Another form of the name, and the post fits. */
    VARIANT,
    /** Another form of the name within one event; letters that stand for a name, and a description that fits. */
    VARIANT_NEAR,
    /** A family name alone, and the post fits, within one event. */
    PARTIAL_HERE,
    /** A family name alone, and the post fits. */
    PARTIAL,
    /** A family name alone within one event; letters that stand for a name, nearby. */
    PARTIAL_NEAR,
    /** A post, and its holder or the same post, in the same days. */
    OFFICE;

    private static final int DAYS = 7;
    /** An outlet that writes of two of one name says which. */
    private static final int DAYS_OF_OUTLET = 30;

    private static final int SEASON = 60;
    private static final int YEAR = 365;
    /** Of the articles of the lesser: two names in one article are two, but for a slip now and then. */
    private static final int TOGETHER = 4;

    /** What speaks for two being one, for people. */
    String words() {
        return switch (this) {
            case SURE -> "the same id of a knowledge base, the same state, or the same proper name of a body";
            case CAREER -> "the same name and the same post, or posts of one career";
            case TITLE -> "the same name and title";
            case NEAR -> "the same name within a few days";
            case VARIANT -> "another form of the name, and the post fits";
            case VARIANT_NEAR -> "another form of the name within one event";
            case PARTIAL_HERE, PARTIAL -> "the family name alone, and the post fits";
            case PARTIAL_NEAR -> "the family name alone within a few days, or letters that stand for the name";
            case OFFICE -> "a post, and its holder or the same post within a few days";
        };
    }

    /** Whether posts that differ do not count: they may change along articles that tell how. */
    boolean isOverPosts() {
        return this == SURE || this == CAREER;
    }

    /** What speaks for the two being one, where nothing is against it. */
    static Optional<Likeness> of(Profile a, Profile b) {
        if (sharesId(a, b)) {
            return Optional.of(SURE);
        }
        if (a.is(SpeakerKind.PERSON) && b.is(SpeakerKind.PERSON)) {
            return ofPeople(a, b);
        }
        if (a.is(SpeakerKind.OFFICE) || b.is(SpeakerKind.OFFICE)) {
            return holds(a, b) && isNear(a, b, DAYS) ? Optional.of(OFFICE) : Optional.empty();
        }
        if (a.is(SpeakerKind.STATE)) {
            return Profile.meet(a.states, b.states) ? Optional.of(SURE) : Optional.empty();
        }
        if (a.is(SpeakerKind.ORGANISATION)) {
            return ofBodies(a, b);
        }
        boolean named = !a.is(SpeakerKind.UNNAMED) && Profile.meet(a.bags, b.bags);
        return named && isNear(a, b, DAYS) ? Optional.of(NEAR) : Optional.empty();
    }

    private static Optional<Likeness> ofPeople(Profile a, Profile b) {
        Post.Fit posts = posts(a.posts, b.posts, Profile.meet(a.events, b.events));
        boolean event = Profile.meet(a.events, b.events);
        switch (name(a.names, b.names)) {
            case SAME -> {
                if (posts == Post.Fit.SAME) {
                    return Optional.of(CAREER);
                }
                if (posts == Post.Fit.SAME_TITLE) {
                    return Optional.of(TITLE);
                }
                boolean near = isNear(a, b, Profile.meet(a.outlets, b.outlets) ? DAYS_OF_OUTLET : DAYS);
                return near && posts != Post.Fit.APART ? Optional.of(NEAR) : Optional.empty();
            }
            case VARIANT -> {
                if (posts == Post.Fit.SAME || (posts == Post.Fit.SAME_TITLE && isNear(a, b, YEAR))) {
                    return Optional.of(VARIANT);
                }
                return event && posts != Post.Fit.APART ? Optional.of(VARIANT_NEAR) : Optional.empty();
            }
            case PARTIAL -> {
                if (event && (posts == Post.Fit.SAME || posts == Post.Fit.SAME_TITLE)) {
                    return Optional.of(PARTIAL_HERE);
                }
                if ((posts == Post.Fit.SAME && isNear(a, b, YEAR))
                        || (posts == Post.Fit.SAME_TITLE && isNear(a, b, SEASON))) {
                    return Optional.of(PARTIAL);
                }
                boolean told = event || (isNear(a, b, DAYS) && Profile.meet(a.stems, b.stems));
                return told && posts != Post.Fit.APART ? Optional.of(PARTIAL_NEAR) : Optional.empty();
            }
            default -> {
                return Optional.empty();
            }
        }
    }

    private static Optional<Likeness> ofBodies(Profile a, Profile b) {
        if (Profile.meet(a.bags, b.bags)) {
            boolean proper = !a.isGeneric() && !b.isGeneric();
            return proper ? Optional.of(SURE) : isNear(a, b, DAYS) ? Optional.of(NEAR) : Optional.empty();
        }
        boolean letters = Profile.meet(a.acronyms, b.acronyms);
        boolean cut = Profile.meet(a.acronyms, b.initials) || Profile.meet(b.acronyms, a.initials);
        if ((letters || cut) && isNear(a, b, letters ? YEAR : SEASON)) {
            return Optional.of(Profile.meet(a.stems, b.stems) ? VARIANT_NEAR : PARTIAL_NEAR);
        }
        return Optional.empty();
    }

    /** Whether something keeps them apart that no third article can explain. */
    static boolean isApart(Profile a, Profile b) {
        if (sharesId(a, b)) {
            return false;
        }
        for (Map.Entry<String, String> id : a.external.entrySet()) {
            if (b.external.containsKey(id.getKey())) {
                return true;
            }
        }
        if (a.is(SpeakerKind.PERSON) && b.is(SpeakerKind.PERSON)) {
            return areApart(a, b) || areTogether(a, b);
        }
        boolean office = (a.is(SpeakerKind.OFFICE) || b.is(SpeakerKind.OFFICE))
                && (a.is(SpeakerKind.PERSON) || b.is(SpeakerKind.PERSON) || Profile.meet(a.kinds, b.kinds));
        if (office) {
            return !holds(a, b) || areTogether(a, b);
        }
        if (!Profile.meet(a.kinds, b.kinds)) {
            return true;
        }
        if (a.is(SpeakerKind.STATE)) {
            return !Profile.meet(a.states, b.states) && (areKnown(a, b) || areTogether(a, b));
        }
        if (Profile.meet(a.bags, b.bags)) {
            return false;
        }
        boolean letters = Profile.meet(a.acronyms, b.acronyms)
                || Profile.meet(a.acronyms, b.initials)
                || Profile.meet(b.acronyms, a.initials);
        return !letters || (!a.bags.isEmpty() && !b.bags.isEmpty()) || areTogether(a, b);
    }

    private static boolean areApart(Profile a, Profile b) {
        PersonName.Fit name = name(a.names, b.names);
        if (name == PersonName.Fit.APART || !a.agesFit(b)) {
            return true;
        }
        boolean one = a.names.stream().allMatch(x -> x.generation().isEmpty())
                != b.names.stream().allMatch(x -> x.generation().isEmpty());
        if (one && !(isNear(a, b, YEAR) && posts(a.posts, b.posts, true).compareTo(Post.Fit.OPEN) < 0)) {
            return true;
        }
        return name != PersonName.Fit.SAME && (hasLeft(a, b) || hasLeft(b, a));
    }

    /** Who has left a post is not the one of the same family who holds it later. */
    private static boolean hasLeft(Profile former, Profile holder) {
        if (former.days.isEmpty() || holder.days.isEmpty() || former.days.first() >= holder.days.last()) {
            return false;
        }
        for (Post left : former.posts) {
            for (Post held : holder.posts) {
                if (left.former() && !held.former() && left.isOneWith(held)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** How posts fit; other work is no hindrance within one event. */
    static Post.Fit posts(List<Post> some, List<Post> others, boolean event) {
        Post.Fit fit = Post.fit(some, others);
        return fit != Post.Fit.OTHER ? fit : event ? Post.Fit.OPEN : Post.Fit.APART;
    }

    private static PersonName.Fit name(List<PersonName> some, List<PersonName> others) {
        PersonName.Fit best = PersonName.Fit.APART;
        for (PersonName name : some) {
            for (PersonName other : others) {
                PersonName.Fit fit = name.fit(other);
                best = fit.compareTo(best) < 0 ? fit : best;
            }
        }
        return best;
    }

    private static boolean holds(Profile a, Profile b) {
        for (Post post : a.posts) {
            for (Post other : b.posts) {
                boolean untold = post.of().isEmpty() && other.of().isEmpty() && Profile.meet(a.events, b.events);
                if (!post.former()
                        && !other.former()
                        && (post.isOneWith(other) || (untold && post.title().equals(other.title())))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean sharesId(Profile a, Profile b) {
        for (Map.Entry<String, String> id : a.external.entrySet()) {
            if (id.getValue().equals(b.external.get(id.getKey()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNear(Profile a, Profile b, int days) {
        return Profile.meet(a.events, b.events) || a.daysTo(b) <= days;
    }

    private static boolean areTogether(Profile a, Profile b) {
        if (!Profile.meet(a.articles, b.articles)) {
            return false;
        }
        Set<String> both = new HashSet<>(a.articles);
        both.retainAll(b.articles);
        return both.size() * TOGETHER >= Math.min(a.articles.size(), b.articles.size());
    }

    private static boolean areKnown(Profile a, Profile b) {
        return a.states.stream().anyMatch(key -> key.startsWith("="))
                && b.states.stream().anyMatch(key -> key.startsWith("="));
    }
}
