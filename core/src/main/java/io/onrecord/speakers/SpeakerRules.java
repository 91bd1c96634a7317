package io.onrecord.speakers;

import io.onrecord.model.Role;
import io.onrecord.model.Span;
import io.onrecord.model.SpeakerKind;
import io.onrecord.speakers.Answer.Named;
import io.onrecord.speakers.Answer.Together;
import io.onrecord.speakers.Answer.Unnamed;
import io.onrecord.speakers.Pronouns.Choice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The rules that say whom a source stands for, in the order in which they are asked; the first that answers decides. Each is
 * named in the record ({@code via}) with a sentence that says why.
 */
enum SpeakerRules {
    /** {@code Q:} and {@code A:} of printed questions and answers: who is asked, and somebody who asks. */
    INTERVIEWEE {
        @Override
        Optional<Answer> answer(Source source, Scene scene) {
            String label = source.words().toLowerCase(Locale.ROOT);
            String text = scene.place(source.attribution().in()).text();
            boolean answers = Interview.ANSWER.contains(label);
            if (!answers && !Interview.QUESTION.contains(label) || !Speakers.isTurn(source.attribution(), text)) {
                return Optional.empty();
            }
            Optional<Span> brackets = brackets(source, text);
            List<Mention> named = brackets.map(
                            span -> scene.cast().within(source.attribution().in(), span))
                    .orElse(List.of());
            if (named.size() == 1) {
                return answer(named.get(0).party(), "the name in brackets");
            }
            return (answers && brackets.isEmpty() ? scene.asked() : Optional.<Party>empty())
                    .flatMap(party -> answer(party, "the only person named before the questions, and in an interview"))
                    .or(() -> Optional.of(new Answer(
                            new Unnamed(label, source.words(), SpeakerKind.UNNAMED, OptionalInt.empty()),
                            UNNAMED.name(),
                            0.8,
                            "label: the article does not say who it is")));
        }

        private Optional<Answer> answer(Party party, String why) {
            return Optional.of(new Answer(new Named(party), name(), 0.7, "interview: " + why));
        }

        // What stands in brackets between the label and its colon.
        private Optional<Span> brackets(Source source, String text) {
            int end = source.span().end();
            int colon = source.attribution().cue().get(0).start();
            String between = text.substring(end, Math.max(end, colon));
            return between.isBlank() ? Optional.empty() : Optional.of(new Span(end, colon));
        }
    },
    /** {@code I} and {@code we}: who is being quoted, else the author. */
    FIRST_PERSON {
        @Override
        Optional<Answer> answer(Source source, Scene scene) {
            if (!source.isPronoun() || !FIRST_PERSONS.contains(source.first())) {
                return Optional.empty();
            }
            Optional<Answer> speaking = scene.speaking(source.attribution().in(), source.span());
            if (speaking.isPresent()) {
                return Optional.of(new Answer(
                        speaking.get().who(),
                        name(),
                        0.9,
                        "first person: in the turn of the one named before the colon"));
            }
            if (scene.quoted().isPresent()) {
                return scene.quoted()
                        .map(answer -> new Answer(
                                answer.who(), name(), 0.9, "first person: inside the words of the one quoted"));
            }
            Place place = scene.place(source.attribution().in());
            int sentence = place.sentenceAt(source.span().start());
            Optional<Answer> before = scene.spokeBefore(sentence)
                    .filter(answer -> place.isQuoted(source.span().start()));
            if (before.isPresent()) {
                return Optional.of(new Answer(
                        before.get().who(), name(), 0.7, "first person: inside the words of the speaker before"));
            }
            List<String> authors = scene.article().metadata().authors();
            if (authors.isEmpty()) {
                return Optional.empty();
            }
            boolean several = authors.size() > 1;
            // No description of somebody else has a colon, so that "the author" of a book is not taken for this one.
            Unnamed author = new Unnamed(
                    "by-line:",
                    String.join(" and ", authors),
                    several ? SpeakerKind.GROUP : SpeakerKind.PERSON,
                    several ? OptionalInt.of(authors.size()) : OptionalInt.empty());
            return Optional.of(new Answer(
                    author, name(), 0.6, "first person: outside quotation marks, so the author of the article"));
        }
    },
    /** {@code he} and {@code she}. */
    PRONOUN {
        @Override
        Optional<Answer> answer(Source source, Scene scene) {
            Gender gender = Pronouns.genderOf(source.first());
            if (!source.isPronoun() || gender == Gender.UNKNOWN) {
                return Optional.empty();
            }
            Place place = scene.place(source.attribution().in());
            int sentence = place.sentenceAt(source.span().start());
            Set<Answer.Who> addressed = scene.addressed(source.attribution().in(), source.span());
            Optional<Answer> before = scene.spokeBefore(sentence).filter(answer -> !addressed.contains(answer.who()));
            if (before.isPresent()
                    && before.get().who() instanceof Unnamed unnamed
                    && isOnePerson(unnamed)
                    && nobodyNamedSince(source, scene, gender)) {
                return Optional.of(new Answer(
                        unnamed, name(), 0.6, "pronoun: goes on from " + unnamed.description() + ", who spoke before"));
            }
            return scene.pronouns()
                    .choose(
                            place,
                            new Span(
                                    source.span().start(),
                                    source.span().start() + source.first().length()),
                            source.attribution().content(),
                            gender,
                            scene.personBefore(sentence),
                            addressed)
                    .filter(choice -> choice.probability() >= LEAST)
                    .map(choice -> new Answer(
                            new Named(choice.candidate().party()),
                            name(),
                            // Where there is nobody to choose from it may still be somebody the article does not name.
                            Math.min(choice.probability(), choice.candidates() == 1 ? ONLY : 1),
                            why(choice, gender)));
        }

        private boolean isOnePerson(Unnamed unnamed) {
            boolean one = unnamed.kind() == SpeakerKind.UNNAMED || unnamed.kind() == SpeakerKind.OFFICE;
            return one && unnamed.count().isEmpty();
        }

        private boolean nobodyNamedSince(Source source, Scene scene, Gender gender) {
            List<Mention> before =
                    scene.cast().before(source.attribution().in(), source.span().start());
            int sentence = scene.place(source.attribution().in())
                    .sentenceAt(source.span().start());
            for (int i = before.size() - 1; i >= 0 && before.get(i).name().sentence() >= sentence - 2; i--) {
                Party party = before.get(i).party();
                if (party.isSurelyPerson()) {
                    return !party.gender().fits(gender);
                }
                if (party.fullest().words().size() > 1 && party.kind() == SpeakerKind.PERSON) {
                    return false;
                }
            }
            return true;
        }

        private String why(Choice choice, Gender gender) {
            String kind = gender == Gender.FEMALE ? "woman" : "man";
            if (choice.candidates() == 1) {
                return "pronoun: the only person named near who may be a " + kind;
            }
            return choice.candidate().clues().getOrDefault(Clue.SPOKE_BEFORE, 0.0) > 0
                    ? "pronoun: spoke in the statement before, and may be a " + kind
                    : "pronoun: the likeliest of " + choice.candidates() + " persons named near, named in sentence "
                            + (choice.candidate().name().sentence() + 1);
        }
    },
    /** {@code they} and {@code it}: who spoke before, if it was such. */
    OTHER_PRONOUN {
        @Override
        Optional<Answer> answer(Source source, Scene scene) {
            if (!source.isPronoun() || !OTHERS.contains(source.first())) {
                return Optional.empty();
            }
            int sentence = scene.place(source.attribution().in())
                    .sentenceAt(source.span().start());
            boolean plural = SEVERAL.contains(source.first());
            return scene.spokeBefore(sentence)
                    .filter(answer -> plural ? isPlural(answer.who()) : isThing(answer.who()))
                    .map(answer ->
                            new Answer(answer.who(), "PRONOUN", 0.6, "pronoun: goes on from the statement before"))
                    .or(() -> plural ? Optional.empty() : thingBefore(source, scene));
        }

        private boolean isPlural(Answer.Who who) {
            return who instanceof Together
                    || who instanceof Unnamed unnamed && unnamed.kind() == SpeakerKind.GROUP
                    || isThing(who);
        }

        private boolean isThing(Answer.Who who) {
            return who instanceof Named named && named.party().kind() != SpeakerKind.PERSON
                    || who instanceof Unnamed unnamed
                            && (unnamed.kind() == SpeakerKind.ORGANISATION || unnamed.kind() == SpeakerKind.DOCUMENT);
        }

        private Optional<Answer> thingBefore(Source source, Scene scene) {
            List<Mention> before =
                    scene.cast().before(source.attribution().in(), source.span().start());
            int sentence = scene.place(source.attribution().in())
                    .sentenceAt(source.span().start());
            for (int i = before.size() - 1; i >= 0 && before.get(i).name().sentence() >= sentence - 1; i--) {
                Party party = before.get(i).party();
                if (party.kind() == SpeakerKind.ORGANISATION
                        || party.kind() == SpeakerKind.STATE
                        || party.isOnlyACapital()) {
                    return Optional.of(new Answer(
                            new Named(before.get(i).party()),
                            "PRONOUN",
                            0.5,
                            "pronoun: the organisation named last before it"));
                }
            }
            return Optional.empty();
        }
    },
    /** {@code who}, {@code which}: the name right before. */
    RELATIVE {
        @Override
        Optional<Answer> answer(Source source, Scene scene) {
            if (!source.isPronoun() || !RELATIVES.contains(source.first())) {
                return Optional.empty();
            }
            List<Mention> before =
                    scene.cast().before(source.attribution().in(), source.span().start());
            if (before.isEmpty()) {
                return Optional.empty();
            }
            String text = scene.place(source.attribution().in()).text();
            Mention nearest = before.get(before.size() - 1);
            int gap = source.span().start() - nearest.name().span().end();
            String between =
                    text.substring(nearest.name().span().end(), source.span().start());
            if (before.size() > 1 && source.first().startsWith("who")) {
                nearest = personFrom(before.get(before.size() - 2), nearest, text);
            }
            return gap <= RELATIVE_GAP && ASIDE.matcher(between).matches()
                    ? Optional.of(new Answer(
                            new Named(nearest.party()),
                            name(),
                            0.8,
                            "relative clause: follows " + nearest.name().text()))
                    : Optional.empty();
        }

        // "Senator Ana Orell of Tesk, who": the person, not the place.
        private Mention personFrom(Mention person, Mention place, String text) {
            String between = text.substring(
                    person.name().span().end(), place.name().span().start());
            return person.party().isSurelyPerson()
                            && !place.party().isSurelyPerson()
                            && between.matches("\\s+(?:of|from)\\s+(?:the\\s+)?")
                    ? person
                    : place;
        }
    },
    /** {@code the former}, {@code the latter}. */
    FORMER_LATTER {
        @Override
        Optional<Answer> answer(Source source, Scene scene) {
            String words = source.words().toLowerCase(Locale.ROOT);
            if (!words.equals("the former") && !words.equals("the latter")) {
                return Optional.empty();
            }
            List<Mention> before =
                    scene.cast().before(source.attribution().in(), source.span().start());
            List<Party> two = new ArrayList<>();
            for (int i = before.size() - 1; i >= 0 && two.size() < 2; i--) {
                if (!two.contains(before.get(i).party())) {
                    two.add(before.get(i).party());
                }
            }
            if (two.size() < 2) {
                return Optional.empty();
            }
            boolean latter = words.endsWith("latter");
            return Optional.of(new Answer(
                    new Named(latter ? two.get(0) : two.get(1)),
                    name(),
                    0.7,
                    "the " + (latter ? "latter" : "former") + " of the two named last before it"));
        }
    },
    /** Several names joined by {@code and}. */
    TOGETHER {
        @Override
        Optional<Answer> answer(Source source, Scene scene) {
            List<Party> parties =
                    source.joinedNames().stream().map(Mention::party).distinct().toList();
            return parties.size() < 2
                    ? Optional.empty()
                    : Optional.of(new Answer(new Together(parties), name(), 0.9, "several names joined by \"and\""));
        }
    },
    /** {@code the couple}, {@code the two ministers}, {@code all three}: who spoke or was named last, so many. */
    COUNTED {
        @Override
        Optional<Answer> answer(Source source, Scene scene) {
            int count = counted(source.words().toLowerCase(Locale.ROOT));
            if (count == 0) {
                return Optional.empty();
            }
            int sentence = scene.place(source.attribution().in())
                    .sentenceAt(source.span().start());
            Optional<Answer> before = scene.spokeBefore(sentence)
                    .filter(answer -> answer.who() instanceof Together together
                            && together.parties().size() == count);
            if (before.isPresent()) {
                return Optional.of(new Answer(before.get().who(), name(), 0.7, "they spoke together before"));
            }
            List<Mention> mentions =
                    scene.cast().before(source.attribution().in(), source.span().start());
            List<Party> last = new ArrayList<>();
            for (int i = mentions.size() - 1; i >= 0 && last.size() < count; i--) {
                Party party = mentions.get(i).party();
                if (party.isSurelyPerson() && !last.contains(party)) {
                    last.add(0, party);
                }
            }
            return last.size() < count
                    ? Optional.empty()
                    : Optional.of(new Answer(
                            new Together(last), name(), 0.6, "the " + count + " persons named last before it"));
        }

        private int counted(String words) {
            if (TWO.matcher(words).matches()) {
                return 2;
            }
            return THREE.matcher(words).matches() ? 3 : 0;
        }
    },
    /** {@code the Velians}: a state by its people; {@code the Velian}: who has a post there. */
    PEOPLE {
        @Override
        Optional<Answer> answer(Source source, Scene scene) {
            Optional<Mention> people = source.headName()
                    .filter(name ->
                            source.first().equals("the") && name.name().words().size() == 1);
            if (people.isEmpty()) {
                return Optional.empty();
            }
            String word = people.get().name().first();
            // "The Dutch" and "the Chinese" are all of them, "the Swede" is one.
            boolean plural = PLURAL_PEOPLE.matcher(word).matches();
            String one = word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
            Optional<Party> state = Countries.ofPeople(word)
                    .flatMap(country -> scene.cast().state(country))
                    .or(() -> scene.cast().parties().stream()
                            .filter(party -> Peoples.isOf(one, party.name()))
                            .findFirst());
            if (plural) {
                return state.map(party -> new Answer(
                        new Named(party), "PLACE", 0.7, "people: stand for the government of " + party.name()));
            }
            List<Party> holders = scene.cast().parties().stream()
                    .filter(party -> party.roles().stream()
                                    .anyMatch(role -> role.of()
                                            .filter(of -> isFrom(word, of))
                                            .isPresent())
                            || party.home().filter(home -> isFrom(word, home)).isPresent())
                    .toList();
            return holders.size() == 1
                    ? Optional.of(new Answer(
                            new Named(holders.get(0)), name(), 0.7, "people: the only one named with a post there"))
                    : Optional.empty();
        }

        private boolean isFrom(String people, String place) {
            return place.equals(people)
                    || Peoples.isOf(people, place)
                    || Countries.ofPeople(people).isPresent()
                            && Countries.ofPeople(people).equals(Countries.named(place));
        }
    },
    /** The phrase ends in a name. */
    NAME {
        @Override
        Optional<Answer> answer(Source source, Scene scene) {
            Optional<Mention> aside = source.headName().isPresent() ? Optional.empty() : source.asideName();
            return source.headName()
                    .or(() -> aside)
                    .map(mention -> named(mention, aside.isPresent(), scene.cast()))
                    .or(() -> inHeadline(source, scene));
        }

        // Capitals tell little in a headline: a single word that the text knows as a name is that name.
        private Optional<Answer> inHeadline(Source source, Scene scene) {
            Optional<String> word = source.capitalWord();
            return word.flatMap(scene.cast()::called)
                    .map(party -> new Answer(
                            new Named(party),
                            party.name().equalsIgnoreCase(word.get()) ? name() : "SHORT_NAME",
                            0.85,
                            "name: the article calls nobody else " + word.get()));
        }

        private Answer named(Mention mention, boolean aside, Cast cast) {
            Party party = mention.party();
            String written = mention.name().text();
            if (party.kind() == SpeakerKind.STATE) {
                Optional<Countries.Country> state = Countries.named(written).or(() -> Countries.withCapital(written));
                return new Answer(
                        new Named(state.flatMap(cast::state).orElse(party)),
                        "PLACE",
                        0.8,
                        "place: stands for the government of "
                                + state.map(Countries.Country::name).orElse(party.name()));
            }
            if (written.equalsIgnoreCase(party.name())) {
                return new Answer(
                        new Named(party),
                        name(),
                        0.95,
                        aside ? "name: in the aside behind the description" : "name: as it stands");
            }
            String via = mention.name().isAcronym() ? "ACRONYM" : "SHORT_NAME";
            return new Answer(
                    new Named(party),
                    via,
                    0.9,
                    (mention.name().isAcronym() ? "acronym of " : "short for ") + party.name()
                            + ", named in full in the article");
        }
    },
    /** {@code the Finance Minister}, {@code the senator}: the one who has such a title. */
    TITLE {
        @Override
        Optional<Answer> answer(Source source, Scene scene) {
            String noun = source.headNoun();
            boolean role = Vocabulary.PERSON_NOUNS.contains(noun) || Vocabulary.TITLES.contains(noun);
            if (!role || source.isIndefinite() || source.isPlural()) {
                return Optional.empty();
            }
            Party best = null;
            int most = 0;
            List<String> described = source.descriptionWords();
            List<Mention> before =
                    scene.cast().before(source.attribution().in(), source.span().start());
            List<Party> order = new ArrayList<>();
            for (int i = before.size() - 1; i >= 0; i--) {
                if (!order.contains(before.get(i).party())) {
                    order.add(before.get(i).party());
                }
                if (order.size() > NEAR) {
                    break;
                }
            }
            scene.cast().parties().stream()
                    .filter(party -> !order.contains(party))
                    .limit(NEAR)
                    .forEach(order::add);
            for (Party party : order) {
                int fit = fit(party, noun, described);
                if (fit > most) {
                    most = fit;
                    best = party;
                }
            }
            if (best == null) {
                return Optional.empty();
            }
            return Optional.of(
                    new Answer(new Named(best), name(), 0.75, "title: the article calls " + best.name() + " " + noun));
        }

        private int fit(Party party, String noun, List<String> described) {
            int most = 0;
            for (Role held : party.roles()) {
                List<String> words = new ArrayList<>(
                        Arrays.asList(held.title().toLowerCase(Locale.ROOT).split("[\\s-]+", -1)));
                held.of()
                        .ifPresent(of -> words.addAll(
                                Arrays.asList(of.toLowerCase(Locale.ROOT).split("\\s+", -1))));
                if (isSame(words, noun)) {
                    int fit =
                            2 + (int) described.stream().filter(words::contains).count();
                    fit -= isFormer(words) == isFormer(described) ? 0 : 1;
                    most = Math.max(most, fit);
                }
            }
            return most;
        }

        private boolean isFormer(List<String> words) {
            return words.contains("former")
                    || words.contains("ex")
                    || words.stream().anyMatch(word -> word.startsWith("ex-"));
        }

        private boolean isSame(List<String> words, String noun) {
            return words.contains(noun) || words.stream().anyMatch(word -> ABBREVIATED.contains(word + " " + noun));
        }
    },
    /** {@code the ministry}, {@code the company}: the one whose name says so, or the organisation named last. */
    ORGANISATION {
        @Override
        Optional<Answer> answer(Source source, Scene scene) {
            String noun = source.headNoun();
            boolean generic = Vocabulary.ORGANISATION_NOUNS.contains(noun);
            if (source.isIndefinite()
                    || !source.isDefinite()
                    || !source.names().isEmpty()
                    || Vocabulary.PERSON_NOUNS.contains(noun)
                    || Vocabulary.DOCUMENT_NOUNS.contains(noun)) {
                return Optional.empty();
            }
            List<Mention> before =
                    scene.cast().before(source.attribution().in(), source.span().start());
            Party last = null;
            for (int i = before.size() - 1; i >= 0 && i >= before.size() - 3 * NEAR; i--) {
                Party party = before.get(i).party();
                boolean said = party.name().toLowerCase(Locale.ROOT).contains(noun);
                if (said && party.kind() != SpeakerKind.PERSON && noun.length() > 3) {
                    return Optional.of(new Answer(
                            new Named(party), name(), 0.7, "description: the " + noun + " named in the article"));
                }
                boolean may = party.kind() == SpeakerKind.ORGANISATION || party.isOnlyACapital();
                last = last == null && may ? party : last;
            }
            return last == null || !generic || !noun.matches(COMPANIES)
                    ? Optional.empty()
                    : Optional.of(new Answer(
                            new Named(last), name(), 0.5, "description: the organisation named last before it"));
        }
    },
    /** Somebody the article keeps unnamed. */
    UNNAMED {
        @Override
        Optional<Answer> answer(Source source, Scene scene) {
            if (source.isEmpty() || source.isPronoun()) {
                return Optional.empty();
            }
            String description = source.description();
            SpeakerKind kind = kind(source);
            boolean same = !source.isIndefinite() || source.isPlural();
            List<String> words = source.descriptionWords();
            String key = String.join(" ", words);
            if (!same) {
                key += "#" + scene.countUnnamed();
            } else {
                String noun = source.headNoun();
                Optional<Unnamed> known = scene.unnamed().stream()
                        .filter(unnamed -> source.isDefinite()
                                && !source.isPlural()
                                && isOne(
                                        words,
                                        List.of(unnamed.key()
                                                .replaceAll("#.*", "")
                                                .split(" ", -1)),
                                        noun))
                        .reduce((a, b) -> b);
                if (known.isPresent()) {
                    return Optional.of(
                            new Answer(known.get(), name(), 0.6, "description: the " + noun + " who spoke before"));
                }
            }
            return Optional.of(new Answer(
                    new Unnamed(key, description, kind, source.count()),
                    name(),
                    0.8,
                    "description: the article does not name them"));
        }

        // The same noun, and one says no more than the other: the fire service is no weather service.
        private static boolean isOne(List<String> words, List<String> known, String noun) {
            return known.get(known.size() - 1).equals(noun) && (known.containsAll(words) || words.containsAll(known));
        }

        private SpeakerKind kind(Source source) {
            String noun = source.headNoun();
            if (Vocabulary.DOCUMENT_NOUNS.contains(noun)) {
                return SpeakerKind.DOCUMENT;
            }
            if (source.isPlural()) {
                return SpeakerKind.GROUP;
            }
            if (Vocabulary.ORGANISATION_NOUNS.contains(noun)) {
                return SpeakerKind.ORGANISATION;
            }
            return source.isPost() ? SpeakerKind.OFFICE : SpeakerKind.UNNAMED;
        }
    };

    private static final String COMPANIES =
            "company|firm|group|organi[sz]ation|agency|network|newspaper|airline|club|union|retailer|publisher|bank|broadcaster|channel";
    private static final Set<String> FIRST_PERSONS = Set.of("i", "me", "my", "we", "us", "our");
    private static final Set<String> SEVERAL = Set.of("they", "them", "these", "those");
    private static final Set<String> OTHERS = Set.of("they", "them", "it", "this", "these", "those");
    private static final Set<String> RELATIVES = Set.of("who", "whom", "whose", "which", "that");
    private static final Pattern ASIDE = Pattern.compile("[,\\s(–—-]*|,[^,.;]*,\\s*");
    private static final Pattern TWO =
            Pattern.compile("(?:the (?:couple|pair|two(?: [a-z]+)?)|both(?: of them)?|both (?:men|women)|neither)");
    private static final Pattern THREE = Pattern.compile("(?:all three|the three(?: [a-z]+)?)");
    private static final Pattern PLURAL_PEOPLE = Pattern.compile(".*(?:s|ch|sh|ese)");
    private static final double LEAST = 0.35;
    private static final double ONLY = 0.9;
    private static final int RELATIVE_GAP = 80;
    private static final int NEAR = 40;
    private static final Set<String> ABBREVIATED = Set.of(
            "sen senator",
            "rep representative",
            "rep congressman",
            "rep congresswoman",
            "rep lawmaker",
            "sen lawmaker",
            "gov governor",
            "gen general",
            "col colonel",
            "maj major",
            "capt captain",
            "lt lieutenant",
            "sgt sergeant",
            "representative congressman",
            "representative congresswoman",
            "senator lawmaker",
            "congressman lawmaker",
            "congresswoman lawmaker",
            "premier minister");

    /** The answer of this rule; empty where it has none. */
    abstract Optional<Answer> answer(Source source, Scene scene);

    /** The answer of the first rule that has one. */
    static Optional<Answer> first(Source source, Scene scene) {
        for (SpeakerRules rule : values()) {
            Optional<Answer> answer = rule.answer(source, scene);
            if (answer.isPresent()) {
                return answer;
            }
        }
        return Optional.empty();
    }
}
