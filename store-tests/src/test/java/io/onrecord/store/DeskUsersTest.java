package io.onrecord.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.store.DeskUsers.Owner;
import io.onrecord.testkit.HandClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may use a shared desk, whichever database it is in. */
abstract class DeskUsersTest {

    private static final Instant NOON = HandClock.NOON;

    private final HandClock clock = new HandClock();
    private Store store;
    private DeskUsers users;

    /** The address of an empty place. */
    abstract String emptyPlace();

    @BeforeEach
    void open() {
        store = Store.open(emptyPlace(), new Store.Options(Duration.ofSeconds(20), clock));
        users = store.users();
    }

    @AfterEach
    void close() {
        // Null where there is no server and the test was skipped.
        if (store != null) {
            store.close();
        }
    }

    private DeskUser only() {
        assertThat(users.all()).hasSize(1);
        return users.all().get(0);
    }

    @Test
    void usersAreKeptByName() {
        assertThat(users.add("Mara Oldin", DeskRole.EDITOR, "abc", "d1")).isTrue();
        assertThat(users.add("Mara Oldin", DeskRole.READER, "def", "d2")).isFalse();
        assertThat(only()).isEqualTo(new DeskUser("Mara Oldin", DeskRole.EDITOR, "abc", "d1", NOON, Optional.empty()));
        assertThat(users.beginning("abc")).containsExactly(only());
        assertThat(users.beginning("ab")).isEmpty();
        clock.set(NOON.plusSeconds(90));
        users.used(Owner.of(only()));
        assertThat(only().usedAt()).contains(clock.instant());
        assertThat(users.remove("Mara Oldin")).isTrue();
        assertThat(users.remove("Mara Oldin")).isFalse();
        assertThat(users.all()).isEmpty();
    }

    @Test
    void aSessionLastsAsLongAsItWasToAndItsUserIsThere() {
        users.add("Mara Oldin", DeskRole.EDITOR, "abc", "d1");
        Owner owner = Owner.of(only());
        assertThat(users.begin("s1", owner, NOON.plusSeconds(60))).isTrue();
        assertThat(users.session("s1")).contains(owner);
        assertThat(users.session("s2")).isEmpty();
        clock.set(NOON.plusSeconds(60));
        assertThat(users.session("s1")).isEmpty();

        clock.set(NOON);
        users.end("s1");
        assertThat(users.session("s1")).isEmpty();

        users.begin("s3", owner, NOON.plusSeconds(60));
        assertThat(users.renew("Mara Oldin", DeskRole.READER, "def", "d2")).isTrue();
        assertThat(users.session("s3")).isEmpty();
        assertThat(users.begin("s4", owner, NOON.plusSeconds(60))).isFalse();

        users.begin("s5", Owner.of(only()), NOON.plusSeconds(60));
        users.remove("Mara Oldin");
        assertThat(users.session("s5")).isEmpty();
        assertThat(users.renew("Mara Oldin", DeskRole.READER, "ghi", "d3")).isFalse();
    }

    @Test
    void aLinkLastsAsLongAsItWasToAndSoDoSessionsByIt() {
        users.addLink("abc", "d1", Optional.of("/claims/0a"), "Ilan Serrat", NOON.plusSeconds(60));
        users.addLink("def", "d2", Optional.empty(), "Ilan Serrat", NOON.plusSeconds(30));
        assertThat(users.links()).extracting(DeskLink::prefix).containsExactly("def", "abc");
        DeskLink link = users.linksBeginning("abc").get(0);
        assertThat(link)
                .isEqualTo(new DeskLink(
                        "abc",
                        "d1",
                        Optional.of("/claims/0a"),
                        "Ilan Serrat",
                        NOON,
                        NOON.plusSeconds(60),
                        Optional.empty()));
        users.begin("s1", Owner.of(link), NOON.plusSeconds(600));
        assertThat(users.session("s1")).contains(Owner.of(link));
        users.used(Owner.of(link));
        assertThat(users.linksBeginning("abc").get(0).usedAt()).contains(NOON);
        clock.set(NOON.plusSeconds(60));
        assertThat(users.session("s1")).isEmpty();
        assertThat(users.linksBeginning("abc")).isEmpty();
        assertThat(users.links()).hasSize(2);
        assertThat(users.removeLink("abc")).isTrue();
        assertThat(users.removeLink("abc")).isFalse();
    }

    @Test
    void sessionsThatHaveEndedAreClearedAway() {
        users.add("Mara Oldin", DeskRole.EDITOR, "abc", "d1");
        for (int i = 0; i < 5; i++) {
            users.begin("s" + i, Owner.of(only()), NOON.plusSeconds(60));
        }
        clock.set(NOON.plusSeconds(61));
        users.begin("last", Owner.of(only()), clock.instant().plusSeconds(60));
        assertThat(store.database().<Long>read(session -> session.count("SELECT count(*) FROM desk_session")))
                .isEqualTo(1);
    }
}
