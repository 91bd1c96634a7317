package io.onrecord.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.model.Article;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Metadata;
import io.onrecord.model.Producer;
import io.onrecord.model.Published;
import io.onrecord.model.Role;
import io.onrecord.model.Speaker;
import io.onrecord.model.SpeakerKind;
import io.onrecord.model.Text;
import io.onrecord.speakers.Appearance;
import io.onrecord.speakers.Decision;
import io.onrecord.speakers.Decision.Anchor;
import io.onrecord.speakers.Gazetteer;
import io.onrecord.speakers.Identities;
import io.onrecord.speakers.Identity;
import io.onrecord.speakers.IdentityKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Identities that are brought up to date step by step are those of all speakers at once, in either database. */
abstract class IdentityStepsTest {

    private static final List<String> NAMES = List.of(
            "Ilan Serrat",
            "Serrat",
            "I. Serrat",
            "Ilona Serrat",
            "Mr Serrat",
            "Mara Oldin",
            "Oldin",
            "Mara Oldin-Keel",
            "Maria Oldyn",
            "Bero Keel",
            "Keel",
            "Ana Keel",
            "Tove Arden",
            "Arden Tove",
            "T. Arden",
            "Reval Rangers",
            "RR",
            "Harbour Trust",
            "City Council",
            "Avenia",
            "the finance minister");
    private static final List<Role> ROLES = List.of(
            new Role("finance minister", Optional.of("Avenia")),
            new Role("minister", Optional.empty()),
            new Role("mayor", Optional.of("Reval")),
            new Role("striker", Optional.of("Reval Rangers")),
            new Role("spokeswoman", Optional.of("Harbour Trust")));
    private static final List<String> OUTLETS = List.of("Avenia Post", "Reval Herald");

    /** What the rules make of {@link #OF_THE_RULES}. */
    private static final String MADE = "f646156f61651535";

    private Store store;

    abstract String emptyPlace();

    @BeforeEach
    void open() {
        store = Store.open(emptyPlace());
    }

    @AfterEach
    void close() {
        if (store != null) {
            store.close();
        }
    }

    /** An article by number, in a state: who speaks in it differs between models. */
    private static ArticleRecord article(int number, int model) {
        Random random = new Random(31L * number + model);
        List<Speaker> speakers = new ArrayList<>();
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            String name = NAMES.get(random.nextInt(NAMES.size()));
            SpeakerKind kind = name.equals("Avenia")
                    ? SpeakerKind.STATE
                    : name.startsWith("the ")
                            ? SpeakerKind.OFFICE
                            : List.of("Reval Rangers", "RR", "Harbour Trust", "City Council")
                                            .contains(name)
                                    ? SpeakerKind.ORGANISATION
                                    : SpeakerKind.PERSON;
            List<Role> roles = kind == SpeakerKind.PERSON && random.nextBoolean()
                    ? List.of(ROLES.get(random.nextInt(ROLES.size())))
                    : List.of();
            List<String> aliases =
                    random.nextInt(8) == 0 ? List.of(NAMES.get(random.nextInt(NAMES.size()))) : List.of();
            Map<String, String> external =
                    random.nextInt(12) == 0 ? Map.of("wikidata", "Q" + random.nextInt(3)) : Map.of();
            speakers.add(new Speaker("" + (i + 1), name, kind, roles, List.of(), aliases, external));
        }
        LocalDate day = LocalDate.of(2026, 1, 1).plusDays(new Random(number).nextInt(60));
        Metadata metadata = new Metadata(
                Optional.of(OUTLETS.get(number % OUTLETS.size())),
                Optional.empty(),
                List.of(),
                number % 9 == 0 ? Optional.empty() : Optional.of(new Published(day.toString(), "json-lines")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new ArticleRecord(
                Article.of("https://press.example/" + number, Text.line("Article " + number), metadata),
                speakers,
                List.of(),
                List.of(),
                new Producer("1", "model " + model, "none"));
    }

    private void finish() {
        int steps = 0;
        while (store.stepIdentities() > 0) {
            assertThat(++steps).as("steps").isLessThan(1000);
        }
        assertThat(store.identitiesLeft()).isZero();
    }

    private void areThoseOfTheWhole(String when) {
        List<Identity> whole = Identities.of(store.appearances(), store.decisions(), Gazetteer.EMPTY)
                .all();
        assertThat(store.identities()).as(when).containsExactlyInAnyOrderElementsOf(whole);
    }

    @Test
    void areThoseOfAllSpeakersAtOnceWhateverComesAndGoesInWhichOrder() {
        Random random = new Random(17);
        for (int round = 0; round < 60; round++) {
            int number = random.nextInt(50);
            switch (random.nextInt(9)) {
                case 2 -> store.forget(new Selection.Before(LocalDate.of(2026, 1, 10)));
                case 0 -> store.forget(new Selection.Address("https://press.example/" + number));
                case 1 -> decide(random);
                default -> {
                    store.put(article(number, random.nextInt(3)));
                    store.put(article(random.nextInt(50), random.nextInt(3)));
                }
            }
            // Sometimes a step is left half done for the next round.
            if (random.nextInt(3) == 0) {
                store.stepIdentities();
            } else {
                finish();
                areThoseOfTheWhole("round " + round);
            }
        }
        finish();
        areThoseOfTheWhole("the end");
        assertThat(store.identities()).hasSizeGreaterThan(10);
        assertThat(store.check().problems()).isEmpty();
    }

    private void decide(Random random) {
        List<Anchor> speakers =
                store.appearances().stream().map(Anchor::of).distinct().toList();
        if (speakers.size() < 2) {
            return;
        }
        Anchor first = speakers.get(random.nextInt(speakers.size()));
        Anchor second = speakers.get(random.nextInt(speakers.size()));
        if (!first.equals(second)) {
            store.decide(
                    random.nextBoolean() ? Decision.merge(first, second) : Decision.split(first, second), "editor");
        }
    }

    @Test
    void whatHasNothingToDoWithANewArticleIsNotTouched() {
        for (int i = 0; i < 30; i++) {
            store.put(article(i, 0));
        }
        finish();
        List<String> before = keys();
        Speaker stranger =
                new Speaker("1", "Quill Zanotti", SpeakerKind.PERSON, List.of(), List.of(), List.of(), Map.of());
        ArticleRecord record = new ArticleRecord(
                Article.of("z", Text.line("z"), Metadata.NONE),
                List.of(stranger),
                List.of(),
                List.of(),
                new Producer("1", "m", "none"));
        store.put(record);
        assertThat(store.identitiesLeft()).isEqualTo(1);
        assertThat(store.stepIdentities()).isEqualTo(1);
        assertThat(store.stepIdentities()).isEqualTo(1);
        assertThat(store.stepIdentities()).isZero();
        assertThat(keys()).containsAll(before).hasSize(before.size() + 1);
        areThoseOfTheWhole("one more");
    }

    @Test
    void whatOlderRulesMadeIsLookedAtAgain() {
        for (int i = 0; i < 30; i++) {
            store.put(article(i, 0));
        }
        finish();
        List<String> before = keys();
        String stamp = store.parties().stamp();
        String named = before.get(before.size() / 2);
        store.database().write(session -> {
            session.execute("UPDATE identity_rules SET number = 0");
            session.execute("DELETE FROM speaker_key");
            return session.update(
                    "UPDATE identity SET name = 'Somebody' WHERE key = ?",
                    Integer.parseInt(named.substring(0, named.indexOf(' '))));
        });
        assertThat(store.identitiesLeft()).isGreaterThan(30);
        finish();
        areThoseOfTheWhole("older rules");
        assertThat(keys()).as("who is as before stays").containsAll(without(before, named));
        assertThat(store.parties().stamp()).isNotEqualTo(stamp);
    }

    private static List<String> without(List<String> all, String one) {
        return all.stream().filter(each -> !each.equals(one)).toList();
    }

    @Test
    void whatNewerRulesMadeStays() {
        store.put(article(1, 0));
        finish();
        store.database().write(session -> session.update("UPDATE identity_rules SET number = 1000"));
        assertThat(store.identitiesLeft()).isZero();
        assertThat(store.stepIdentities()).isZero();
    }

    /** One name a line, with kind, office and what the office belongs to, as far as there are any. */
    private static final List<String> OF_THE_RULES = List.of(
            "Ilan Serrat|PERSON|finance minister|Avenia",
            "Serrat|PERSON|minister|",
            "I. Serrat|PERSON||",
            "Dr. Ilan M. Serrat Jr.|PERSON||",
            "ilan serrat|PERSON||",
            "Ílan Serrát|PERSON||",
            "Ilona Serrat|PERSON|mayor|Reval",
            "Serrat|PERSON|mayor|Reval",
            "Jean-Luc d'Arben|PERSON||",
            "d’Arben|PERSON||",
            "Oskar van der Lind|PERSON||",
            "Lind|PERSON||",
            "Иван Петров|PERSON||",
            "Петров|PERSON||",
            "李 明|PERSON||",
            "Reval Rangers|ORGANISATION||",
            "The Reval Rangers|ORGANISATION||",
            "RR|ORGANISATION||",
            "Harbour Trust Ltd|ORGANISATION||",
            "Harbour Trust|ORGANISATION||",
            "Avenia|STATE||",
            "the finance minister|OFFICE||");

    @Test
    void whoIsTheSameIsWhatTheNumberOfTheRulesSays() throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        int number = 0;
        for (String line : OF_THE_RULES) {
            String[] parts = line.split("\\|", -1);
            List<Role> roles = parts[2].isEmpty()
                    ? List.of()
                    : List.of(new Role(parts[2], Optional.of(parts[3]).filter(of -> !of.isEmpty())));
            Speaker speaker =
                    new Speaker("1", parts[0], SpeakerKind.valueOf(parts[1]), roles, List.of(), List.of(), Map.of());
            store.put(new ArticleRecord(
                    Article.of(
                            "https://press.example/rules/" + ++number, Text.line("Article " + number), Metadata.NONE),
                    List.of(speaker),
                    List.of(),
                    List.of(),
                    new Producer("1", "m", "none")));
            for (IdentityKey key : IdentityKey.of(speaker)) {
                digest.update((key.kind() + " " + key.hash() + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        List<Appearance> appearances = store.appearances();
        store.decide(Decision.merge(Anchor.of(appearances.get(8)), Anchor.of(appearances.get(10))), "editor");
        finish();
        store.identities().stream()
                .map(identity -> identity.name() + " " + identity.aliases() + " "
                        + identity.members().size() + "\n")
                .sorted()
                .forEach(identity -> digest.update(identity.getBytes(StandardCharsets.UTF_8)));
        assertThat(HexFormat.of().formatHex(digest.digest(), 0, 8))
                .as(
                        "the speakers of this test are others than they were, or have other keys: give IdentityUpdating.RULES its next number,"
                                + " so that stores are looked at again, and put what is found here; only that, where it is the test that changed")
                .isEqualTo(MADE);
    }

    /** Rows as they were numbered: one that was made anew has another number. */
    private List<String> keys() {
        return store.database()
                .read(session -> session.list(
                        "SELECT key, id FROM identity ORDER BY key",
                        row -> row.integer("key") + " " + row.string("id")));
    }
}
