package io.onrecord.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which links are kept where one statement has very many. */
class StrongestTest {

    private static Link link(int a, int b, Link.Kind kind, double score) {
        return new Link("p%03d".formatted(a), "p%03d".formatted(b), kind, score);
    }

    /** From one hub to so many others, each weaker than the one before. */
    private static List<Link> star(int others, Link.Kind kind) {
        List<Link> links = new ArrayList<>();
        for (int i = 1; i <= others; i++) {
            links.add(link(0, i, kind, 1 - i / 100.0));
        }
        return links;
    }

    @Test
    void whatIsAmongTheStrongestOfEitherEndIsKept() {
        List<Link> links = star(40, Link.Kind.SAME);

        // Each other end has but one link, which is its strongest.
        assertThat(Strongest.of(links)).isEqualTo(links);
        assertThat(Strongest.ofEnd("p000", links))
                .hasSize(Strongest.MOST)
                .isEqualTo(new LinkedHashSet<>(links.subList(0, Strongest.MOST)));
    }

    @Test
    void eachKindIsKeptByItself() {
        List<Link> links = new ArrayList<>(star(Strongest.MOST, Link.Kind.SAME));
        links.add(link(0, 90, Link.Kind.CONTRADICTS, 0.3));

        assertThat(Strongest.ofEnd("p000", links)).hasSize(Strongest.MOST + 1);
    }

    @Test
    void ofEqualsThoseToTheLesserIdsAreKept() {
        List<Link> links = new ArrayList<>();
        for (int i = 1; i <= 20; i++) {
            links.add(link(0, i, Link.Kind.SAME, 0.5));
        }
        Collections.reverse(links);

        assertThat(Strongest.ofEnd("p000", links))
                .extracting(Link::second)
                .contains("p001", "p016")
                .doesNotContain("p017");
    }

    @Test
    void whoHasAsManyLinksAsAreKeptMayHaveMore() {
        assertThat(Strongest.full(star(Strongest.MOST, Link.Kind.SAME), Link.Kind.SAME))
                .containsExactly("p000");
        assertThat(Strongest.full(star(Strongest.MOST - 1, Link.Kind.SAME), Link.Kind.SAME))
                .isEmpty();
        assertThat(Strongest.full(star(Strongest.MOST, Link.Kind.SAME), Link.Kind.CONTRADICTS))
                .isEmpty();
    }

    @Test
    void aLinkGoesFromTheSmallerIdAndIsKeptInThousandths() {
        assertThat(link(1, 2, Link.Kind.SAME, 0.12345).score()).isEqualTo(0.123);
        assertThat(link(1, 2, Link.Kind.SAME, 0.5).other("p001")).isEqualTo("p002");
        assertThat(link(1, 2, Link.Kind.SAME, 0.5).other("p002")).isEqualTo("p001");
        assertThatThrownBy(() -> link(2, 1, Link.Kind.SAME, 0.5)).hasMessageContaining("p002 to p001");
        assertThatThrownBy(() -> link(1, 1, Link.Kind.SAME, 0.5)).hasMessageContaining("smaller id");
        assertThatThrownBy(() -> link(1, 2, Link.Kind.SAME, 1.1)).hasMessageContaining("1.1");
        assertThatThrownBy(() -> link(1, 2, Link.Kind.SAME, Double.NaN)).hasMessageContaining("NaN");
    }
}
