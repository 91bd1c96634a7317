package io.onrecord.speakers;

import io.onrecord.model.Article;
import io.onrecord.model.Location;
import io.onrecord.model.Span;
import io.onrecord.model.Text;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Everybody that an article names, each once. Names of several words come first, wherever they stand; a single word then is
 * the family name, the first name or the short form of one of them, the last one named before it where several fit.
 */
final class Cast {

    private static final int MOST_ALIKE = 64;

    /** Between two names of one person. */
    private static final Pattern ALSO = Pattern.compile(
            "\\s*,?\\s*\\(?(?:(?:who is |who was |is |was )?(?:(?:also|better|best|popularly|professionally|previously|formerly"
                    + "|simply|commonly|usually|widely|otherwise|now)\\s+)?known(?:\\s+(?:professionally|popularly|simply"
                    + "|mostly|better))?\\s+as|a\\.?k\\.?a\\.?|née|nee|né|born|alias)\\s+[\"“‘'`]{0,2}");

    private static final int ALSO_LENGTH = 50;

    private final List<Party> parties = new ArrayList<>();
    private final Map<Location, List<Mention>> mentions = new HashMap<>();
    private final Map<String, List<Party>> byLast = new HashMap<>();
    private final Map<String, List<Party>> byFirst = new HashMap<>();
    private final Map<String, Party> byAcronym = new HashMap<>();
    private final Map<Name, Party> owners = new LinkedHashMap<>();

    private Cast(List<Name> names, Map<Location, String> texts) {
        List<Name> singles = new ArrayList<>();
        Name last = null;
        for (Name name : names) {
            if (last != null && isOtherWriting(last, name, texts)) {
                addWriting(last, name);
            } else if (!name.isSingle() && !name.isInitials()) {
                addFull(name);
            } else {
                singles.add(name);
            }
            last = name;
        }
        singles.forEach(this::addSingle);
        for (Name name : singles) {
            String people = name.first().endsWith("s")
                    ? name.first().substring(0, name.first().length() - 1)
                    : name.first();
            for (String place : Peoples.placesOf(people)) {
                byLast.getOrDefault(key(place), List.of()).stream()
                        .filter(party -> party.name().equals(place) && !FirstNames.has(place))
                        .forEach(Party::isPlaceOfPeople);
            }
        }
        parties.forEach(Party::sort);
        for (Location in : Location.values()) {
            List<Mention> there = new ArrayList<>();
            for (Name name : names) {
                Party party = owners.get(name);
                if (name.in() == in && party != null) {
                    there.add(new Mention(name, party));
                }
            }
            there.sort(Comparator.comparing(mention -> mention.name().span()));
            mentions.put(in, there);
        }
    }

    /** Everybody in an article's title and text. */
    static Cast of(Article article) {
        List<Name> names = new ArrayList<>();
        article.metadata().title().ifPresent(title -> names.addAll(NameFinder.names(Text.line(title), Location.TITLE)));
        names.addAll(NameFinder.names(article.text(), Location.TEXT));
        Map<Location, String> texts = new HashMap<>();
        texts.put(Location.TEXT, article.text().value());
        article.metadata().title().ifPresent(title -> texts.put(Location.TITLE, title));
        Cast cast = new Cast(names, texts);
        Roles.read(article, cast);
        return cast;
    }

    /** {@code Ольга Веренько (Olha Verenko)}, {@code Ida Ruun, better known as Ida Tesk}: two names of one. */
    private static boolean isOtherWriting(Name name, Name inBrackets, Map<Location, String> texts) {
        String text = texts.getOrDefault(name.in(), "");
        int from = name.span().end();
        int to = inBrackets.whole().start();
        if (name.in() != inBrackets.in() || from >= to || to - from > ALSO_LENGTH) {
            return false;
        }
        String between = text.substring(from, to);
        return ALSO.matcher(between).matches()
                || to - from <= 2 && between.strip().equals("(") && name.isLatin() != inBrackets.isLatin();
    }

    private void addWriting(Name name, Name inBrackets) {
        Party party = owners.get(name);
        if (party == null) {
            addFull(name);
            party = owners.get(name);
        }
        if (party != null) {
            own(party, inBrackets);
            byLast.computeIfAbsent(key(inBrackets.last()), key -> new ArrayList<>())
                    .add(party);
            byFirst.computeIfAbsent(key(inBrackets.first()), key -> new ArrayList<>())
                    .add(party);
        }
    }

    private void addFull(Name name) {
        boolean organisation = name.ofOrganisation();
        for (Party party : end(byLast.getOrDefault(key(name.last()), List.of()))) {
            Name known = party.fullest();
            boolean same = organisation || known.ofOrganisation()
                    ? known.text().equalsIgnoreCase(name.text())
                    : firstNamesFit(known.first(), name.first())
                                    && known.gender().fits(name.gender())
                            || startsSmall(name) && name.endsLike(known)
                            || startsSmall(known) && known.endsLike(name);
            if (same) {
                own(party, name);
                return;
            }
        }
        Party party = own(new Party(name), name);
        parties.add(party);
        byLast.computeIfAbsent(key(name.last()), key -> new ArrayList<>()).add(party);
        byFirst.computeIfAbsent(key(name.first()), key -> new ArrayList<>()).add(party);
        if (organisation || !FirstNames.has(name.first())) {
            byAcronym.putIfAbsent(initials(name), party);
        }
    }

    private static boolean startsSmall(Name name) {
        return Vocabulary.PARTICLES.contains(key(name.first()));
    }

    /** {@code Tim} and {@code Timothy}, {@code J.} and {@code John}. */
    private static boolean firstNamesFit(String one, String other) {
        String a = key(one);
        String b = key(other);
        if (isInitial(a) || isInitial(b)) {
            return a.charAt(0) == b.charAt(0);
        }
        return a.equals(b) || a.length() > 2 && b.startsWith(a) || b.length() > 2 && a.startsWith(b);
    }

    private static boolean isInitial(String word) {
        return word.length() == 1 || word.length() == 2 && word.endsWith(".");
    }

    private static String initials(Name name) {
        StringBuilder initials = new StringBuilder();
        for (String word : name.words()) {
            if (Character.isUpperCase(word.charAt(0))) {
                initials.append(word.charAt(0));
            }
        }
        return initials.toString();
    }

    private void addSingle(Name name) {
        if (name.isInitials() && name.words().size() > 1) {
            Optional<Party> initialled = parties.stream()
                    .filter(party -> key(initials(party.fullest())).startsWith(key(initials(name)))
                            && party.fullest().first().endsWith("."))
                    .findFirst();
            if (initialled.isPresent()) {
                own(initialled.get(), name);
                return;
            }
        }
        String key = key(name.last());
        Optional<Party> known = latest(byLast.get(key), name)
                .filter(party -> name.address().isEmpty() || !party.fullest().ofOrganisation())
                .or(() -> Optional.ofNullable(byAcronym.get(name.first().replace(".", "")))
                        .filter(party -> name.isAcronym()))
                .or(() -> latest(byFirst.get(key), name).filter(party -> FirstNames.has(name.first())));
        if (known.isPresent()) {
            own(known.get(), name);
            return;
        }
        Party party = own(new Party(name), name);
        parties.add(party);
        byLast.computeIfAbsent(key, any -> new ArrayList<>()).add(party);
    }

    /** Of those that a name may be of, the one named last before it; else the first one named. */
    private static Optional<Party> latest(@org.jspecify.annotations.Nullable List<Party> candidates, Name name) {
        if (candidates == null) {
            return Optional.empty();
        }
        Party best = null;
        int nearest = Integer.MIN_VALUE;
        List<Party> near = end(candidates);
        List<Party> titled =
                near.stream().filter(party -> party.isAddressedLike(name)).toList();
        for (Party party : titled.isEmpty() ? near : titled) {
            if (!party.gender().fits(name.gender()) || party.fullest().hasGeneration() && isElder(near, name, party)) {
                continue;
            }
            int last = Integer.MIN_VALUE + 1;
            for (Name known : end(party.names())) {
                if (known.in() == name.in()
                        && known.span().start() < name.span().start()) {
                    last = Math.max(last, known.span().start());
                }
            }
            if (best == null || last > nearest) {
                best = party;
                nearest = last;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Who is called by the family name before a namesake is named with {@code Jr} is not that one, and stays so called. */
    private static boolean isElder(List<Party> alike, Name name, Party junior) {
        boolean known = alike.stream()
                .anyMatch(party -> party != junior && party.fullest().isSingle());
        return known
                || name.in() == Location.TEXT
                        && junior.names().stream()
                                .noneMatch(other -> other.in() == Location.TITLE
                                        || other.span().start() < name.span().start());
    }

    /** The last of many: an article that gives thousands one family name may not take the square of their number. */
    private static <T> List<T> end(List<T> all) {
        return all.subList(Math.max(0, all.size() - MOST_ALIKE), all.size());
    }

    private Party own(Party party, Name name) {
        if (!party.names().get(0).equals(name)) {
            party.add(name);
        }
        owners.put(name, party);
        return party;
    }

    private static boolean isPlain(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }

    /** Case, accents and kinds of apostrophe do not tell names apart. */
    private static String key(String word) {
        if (isPlain(word)) {
            return word.toLowerCase(Locale.ROOT);
        }
        String plain = Normalizer.normalize(word, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
        return plain.toLowerCase(Locale.ROOT)
                .replace('’', '\'')
                .replace("ß", "ss")
                .replace("ł", "l")
                .replace("ø", "o");
    }

    /** The one whose family name, or only name, a word is; empty where several have it. */
    Optional<Party> called(String word) {
        List<Party> alike = byLast.getOrDefault(key(word), List.of());
        return alike.size() == 1 ? Optional.of(alike.get(0)) : Optional.empty();
    }

    /** The country, where the article names it by more than its capital. */
    Optional<Party> state(Countries.Country country) {
        return parties.stream()
                .filter(party -> Countries.named(party.name()).equals(Optional.of(country)))
                .findFirst();
    }

    /** In the order in which their first full name, or else their only word, is met. */
    List<Party> parties() {
        return parties;
    }

    /** All names of a text in its order. */
    List<Mention> mentions(Location in) {
        return mentions.getOrDefault(in, List.of());
    }

    /** The names that stand within a span of a text. */
    List<Mention> within(Location in, Span span) {
        List<Mention> all = mentions(in);
        int at = firstFrom(all, span.start());
        int end = at;
        while (end < all.size() && all.get(end).name().span().end() <= span.end()) {
            end++;
        }
        return all.subList(at, end);
    }

    /** The names of a text that end before an offset, the nearest last. */
    List<Mention> before(Location in, int offset) {
        List<Mention> all = mentions(in);
        int end = firstFrom(all, offset);
        while (end > 0 && all.get(end - 1).name().span().end() > offset) {
            end--;
        }
        return all.subList(0, end);
    }

    /** The last name of a text that ends before an offset or there. */
    Optional<Mention> lastBefore(Location in, int offset) {
        List<Mention> before = before(in, offset);
        return before.isEmpty() ? Optional.empty() : Optional.of(before.get(before.size() - 1));
    }

    private static int firstFrom(List<Mention> all, int offset) {
        int low = 0;
        int high = all.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (all.get(middle).name().span().start() < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
