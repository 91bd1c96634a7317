package io.onrecord.copies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onrecord.copies.Link.Kind;
import io.onrecord.model.Published;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CopiesTest {

    private static final String WIRE = Prose.text(1, 2, 3, 4, 5, 6, 7, 8);

    private final List<Signed> given = new ArrayList<>();

    private static Optional<Kind> kind(String a, String b) {
        Optional<Link> link = Copies.match(Signature.of(a), Signature.of(b));
        assertThat(Copies.match(Signature.of(b), Signature.of(a))).isEqualTo(link);
        return link.map(Link::kind);
    }

    @Test
    void theSameWordsAreAnExactCopy() {
        assertThat(kind(WIRE, WIRE.toUpperCase(Locale.ROOT).replace(".", " …"))).contains(Kind.EXACT);
        assertThat(kind("Full results to follow.", "FULL RESULTS TO FOLLOW")).contains(Kind.EXACT);
    }

    @Test
    void aNewLedeAnotherHeadlineOrACreditLeaveANearCopy() {
        assertThat(kind(WIRE, Prose.text(90, 2, 3, 4, 5, 6, 7, 8))).contains(Kind.NEAR);
        assertThat(kind(WIRE, "Ferry talks fail\n\n" + WIRE)).contains(Kind.NEAR);
        assertThat(kind(WIRE, WIRE + "\n\nReporting by Ilan Serrat")).contains(Kind.NEAR);
        assertThat(kind(WIRE, Prose.text(1, 2, 6, 7, 8))).contains(Kind.NEAR);
    }

    @Test
    void aCutVersionIsContained() {
        assertThat(kind(WIRE, Prose.text(1, 2, 3))).contains(Kind.CONTAINED);
        assertThat(kind(WIRE, Prose.text(90, 2, 3, 4))).contains(Kind.CONTAINED);
    }

    @Test
    void smallEditsAllOverLeaveANearCopy() {
        Random random = new Random(3);
        String edited = Arrays.stream(WIRE.split(" ", -1))
                .map(word -> random.nextInt(20) == 0 ? "edited" : word)
                .collect(Collectors.joining(" "));
        assertThat(kind(WIRE, edited)).contains(Kind.NEAR);
    }

    @Test
    void sharedBackgroundOrQuotationsMakeNoCopy() {
        assertThat(kind(WIRE, Prose.text(50, 51, 52, 53, 54, 6, 7, 8))).isEmpty();
        assertThat(kind(WIRE, Prose.text(50, 51, 2, 53, 54))).isEmpty();
        assertThat(kind(WIRE, Prose.text(60, 61, 62))).isEmpty();
    }

    @Test
    void aFewWordsInCommonMakeNoCopyHoweverShortTheText() {
        assertThat(kind("Full results of the vote to follow soon", "Full results of the vote to follow later"))
                .isEmpty();
        assertThat(kind("", "")).isEmpty();
        assertThat(kind("…", "!")).isEmpty();
    }

    @Test
    void anItemInAVeryLongTextIsNoCopyOfIt() {
        int[] year = new int[60];
        Arrays.setAll(year, i -> i + 1);
        assertThat(kind(Prose.text(year), Prose.text(1, 2, 3))).isEmpty();
    }

    @Test
    void longTextsAreTakenByTheirSamples() {
        int[] book = new int[2000];
        Arrays.setAll(book, i -> 1000 + i);
        String whole = Prose.text(book);
        assertThat(kind(whole, Prose.text(Arrays.copyOf(book, 1500)))).contains(Kind.NEAR);
        assertThat(kind(whole, Prose.text(Arrays.copyOf(book, 700)))).contains(Kind.CONTAINED);
        int[] other = book.clone();
        Arrays.fill(other, 0, 1200, 7);
        for (int i = 0; i < 1200; i++) {
            other[i] = 5000 + i;
        }
        assertThat(kind(whole, Prose.text(other))).isEmpty();
    }

    @Test
    void scriptsWithoutSpacesAreTakenCharacterByCharacter() {
        String story = "阿文尼亚港口的渡轮周一停运。市长玛拉说,议会将在月底前表决新的预算。工会要求提高工资,否则罢工将继续到下个月。";
        assertThat(kind(story, story.replace("。", " . ") + "更多消息")).contains(Kind.NEAR);
        assertThat(kind(story, "维利亚的法院周二判决一名前部长无罪。检察官说,他们会在两周内上诉。")).isEmpty();
    }

    @Test
    void theOriginIsTheEarliestThenTheOneWithTheSmallestId() {
        text("undated", null, WIRE);
        text("day", "2024-05-16", WIRE);
        text("evening", "2024-05-16T20:00:00Z", WIRE);
        text("zone", "2024-05-16T21:30:00+02:00", WIRE);
        text("b", "2024-05-16T19:30:00", WIRE);
        text("a", "2024-05-16T19:30:00Z", WIRE);
        assertThat(groups()).containsExactly("a b zone evening day undated");
    }

    @Test
    void aGroupTellsHowEachCopyIsLinkedToTheOrigin() {
        text("wire", "2024-05-16T08:00:00Z", WIRE);
        text("cut", "2024-05-16T09:00:00Z", Prose.text(1, 2, 3));
        text("lede", "2024-05-16T10:00:00Z", Prose.text(90, 2, 3, 4, 5, 6, 7, 8));
        text("reprint", "2024-05-16T11:00:00Z", WIRE);
        List<Group> groups = new ArrayList<>();
        Copies.groups(Signatures.of(given), groups::add);
        assertThat(groups).hasSize(1);
        assertThat(groups.get(0).copies().stream().map(copy -> copy.link().kind()))
                .containsExactly(Kind.CONTAINED, Kind.NEAR, Kind.EXACT);
        assertThat(groups.get(0).copies().get(0).link().score()).isEqualTo(1);
        assertThat(groups.get(0).copies().get(1).link().score()).isBetween(0.85, 0.9);
    }

    @Test
    void noChainOfLinksBringsUnlikeTextsTogether() {
        // A page that changes by a quarter each day is another page in the end.
        for (int day = 0; day < 20; day++) {
            int[] paragraphs = new int[8];
            int first = 2 * day;
            Arrays.setAll(paragraphs, i -> first + i + 1);
            text(String.format(Locale.ROOT, "day%02d", day), null, Prose.text(paragraphs));
        }
        assertThat(pairs()).contains("day00 day01", "day18 day19").doesNotContain("day00 day02");
        List<String> groups = groups();
        assertThat(groups).hasSizeGreaterThan(4);
        for (String group : groups) {
            String[] days = group.split(" ", -1);
            int first = Integer.parseInt(days[0].substring(3));
            int last = Integer.parseInt(days[days.length - 1].substring(3));
            assertThat(last - first).as(group).isLessThanOrEqualTo(3);
        }
    }

    @Test
    void aRoundUpOfSeveralStoriesDoesNotMakeThemOne() {
        text("a", "2024-05-16T08:00:00Z", Prose.text(1, 2, 3));
        text("b", "2024-05-16T08:10:00Z", Prose.text(11, 12, 13));
        text("c", "2024-05-16T08:20:00Z", Prose.text(21, 22, 23));
        text("a2", "2024-05-16T09:00:00Z", Prose.text(1, 2, 3) + " More.");
        text("round-up", "2024-05-16T10:00:00Z", Prose.text(1, 2, 3, 11, 12, 13, 21, 22, 23));
        assertThat(groups()).hasSize(1);
        assertThat(groups().get(0)).contains("a a2").doesNotContain("b", "c");
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3", "4", "5"})
    void theOrderOfTheInputDecidesNothing(int seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 60; i++) {
            int story = 100 * (i / 6);
            int[] paragraphs = new int[3 + random.nextInt(6)];
            Arrays.setAll(paragraphs, n -> story + n + 1 + (random.nextInt(4) == 0 ? 50 : 0));
            text("t" + i, random.nextBoolean() ? "2024-05-" + (10 + random.nextInt(9)) : null, Prose.text(paragraphs));
        }
        List<String> groups = groups();
        Set<String> pairs = pairs();
        assertThat(groups).hasSizeGreaterThan(5);
        for (int i = 0; i < 5; i++) {
            Collections.shuffle(given, random);
            assertThat(groups()).isEqualTo(groups);
            assertThat(pairs()).isEqualTo(pairs);
        }
    }

    @Test
    void everyPairThatMatchesIsFoundByItsKeys() {
        Random random = new Random(11);
        for (int i = 0; i < 200; i++) {
            int story = 100 * (i / 5);
            int from = random.nextInt(4);
            int[] paragraphs = new int[4 + random.nextInt(9)];
            Arrays.setAll(paragraphs, n -> story + from + n + 1);
            text(String.format(Locale.ROOT, "t%03d", i), null, Prose.text(paragraphs));
        }
        Set<String> matching = new TreeSet<>();
        for (Signed a : given) {
            for (Signed b : given) {
                boolean first = a.id().compareTo(b.id()) < 0;
                if (first && Copies.match(a.signature(), b.signature()).isPresent()) {
                    matching.add(a.id() + " " + b.id());
                }
            }
        }
        assertThat(matching).hasSizeGreaterThan(100);
        assertThat(pairs()).isSubsetOf(matching);
        // Of texts with the same words the first stands for all.
        Set<String> words = new TreeSet<>();
        for (String pair : matching) {
            words.add(digests(pair));
        }
        Set<String> found = new TreeSet<>();
        for (String pair : pairs()) {
            found.add(digests(pair));
        }
        assertThat(found).isEqualTo(words);
    }

    private String digests(String pair) {
        return Arrays.stream(pair.split(" ", -1))
                .map(id -> given.stream()
                        .filter(one -> one.id().equals(id))
                        .findFirst()
                        .orElseThrow()
                        .signature()
                        .digest())
                .sorted()
                .collect(Collectors.joining(" "));
    }

    @Test
    void aThousandReprintsCostAThousandComparisons() {
        for (int i = 0; i < 1000; i++) {
            text(String.format(Locale.ROOT, "t%04d", i), null, WIRE);
        }
        Copies.Search search = Copies.pairs(Signatures.of(given), (first, second, link) -> {});
        assertThat(search.links()).isEqualTo(999);
        assertThat(search.candidates()).isLessThanOrEqualTo(1000);
        assertThat(groups()).hasSize(1);
    }

    @Test
    void wordsThatEveryTextEndsWithCostNoMoreThanALineOfComparisonsAndHideNoCopy() {
        String end =
                " Do you know more about this story? Write to our desk in confidence if you like, we read every letter"
                        + " that reaches us and answer most of them within a week or two.";
        int texts = 1500;
        for (int i = 0; i < texts; i++) {
            String body = Prose.text(10 * i + 1, 10 * i + 2, 10 * i + 3, 10 * i + 4);
            text(String.format(Locale.ROOT, "t%04d", i), null, body + end);
        }
        text("x1", null, Prose.text(12_001, 12_002, 12_003, 12_004) + " Late edition." + end);
        text("x2", null, Prose.text(14_991, 14_992, 14_993, 14_994) + " Late edition." + end);
        Copies.Search search = Copies.pairs(Signatures.of(given), (first, second, link) -> {});
        assertThat(search.candidates()).isLessThan(32L * 24 * texts);
        assertThat(groups()).containsExactly("t1200 x1", "t1499 x2");
    }

    @Test
    void twoTextsOfOneIdAndDateAreRefused() {
        text("a", null, WIRE);
        text("a", null, Prose.text(5));
        assertThatThrownBy(this::groups).hasMessageContaining("id a").hasMessageContaining("unique");
    }

    @Test
    void nothingHasNoCopies() {
        assertThat(groups()).isEmpty();
        text("a", null, "…");
        text("b", null, "!");
        text("c", null, WIRE);
        assertThat(groups()).isEmpty();
        assertThat(pairs()).isEmpty();
    }

    private void text(String id, @Nullable String published, String text) {
        given.add(new Signed(
                id, Optional.ofNullable(published).map(date -> new Published(date, "test")), Signature.of(text)));
    }

    /** Ids, origin first. */
    private List<String> groups() {
        List<String> groups = new ArrayList<>();
        Copies.groups(Signatures.of(given), group -> {
            List<String> ids = new ArrayList<>(List.of(given.get(group.origin()).id()));
            group.copies().forEach(copy -> ids.add(given.get(copy.index()).id()));
            groups.add(String.join(" ", ids));
        });
        return groups;
    }

    private Set<String> pairs() {
        TreeMap<String, Integer> pairs = new TreeMap<>();
        Copies.pairs(
                Signatures.of(given),
                (first, second, link) -> pairs.merge(
                        given.get(first).id() + " " + given.get(second).id(), 1, Integer::sum));
        assertThat(pairs.values()).as("each pair once").allMatch(times -> times == 1);
        return pairs.keySet();
    }
}
