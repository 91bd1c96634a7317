package io.onrecord.reading.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RobotsTest {

    private static final FetchOptions LOCAL =
            FetchOptions.DEFAULT.withAllowPrivate(true).withLimits(100_000, 5, 0);

    private final TestTime time = new TestTime();
    private final Site site =
            new Site().html("/", "News.").html("/news/a", "News.").html("/private/a", "News.");
    private Fetcher fetcher = new Fetcher(LOCAL, time);

    @AfterEach
    void close() {
        fetcher.close();
        site.close();
    }

    private Refused refused(String address) {
        Fetch fetch = fetcher.fetch(address);
        assertThat(fetch).isInstanceOf(Refused.class);
        return (Refused) fetch;
    }

    private void allowed(String address) {
        assertThat(fetcher.fetch(address)).isInstanceOf(Fetched.class);
    }

    private void robots(String text) {
        site.with("/robots.txt", "text/plain", text);
    }

    private long robotsAsked() {
        return site.requests().stream()
                .filter(request -> request.path().equals("/robots.txt"))
                .count();
    }

    @Test
    void whatAHostDoesNotWantIsNotAskedFor() {
        robots("User-agent: *\nDisallow: /private/\n");

        Refused refused = refused(site.at("/private/a"));
        allowed(site.at("/news/a"));

        assertThat(refused.reason()).isEqualTo(Refused.Reason.ROBOTS);
        assertThat(refused.why()).isEqualTo("the robots.txt of 127.0.0.1 asks programs not to fetch it");
        assertThat(refused.forNow()).isFalse();
        assertThat(site.paths()).containsExactly("/news/a");
    }

    @Test
    void dotsInAPathLeadAroundNothing() {
        robots("User-agent: *\nDisallow: /private/\n");

        refused(site.at("/news/../private/a"));
        refused(site.at("/news/%2e%2E/private/a"));

        assertThat(site.paths()).isEmpty();
    }

    @Test
    void aRuleForUsGoesBeforeTheRuleForAllHoweverItIsSpelt() {
        robots("User-agent: *\nDisallow:\n\nUser-agent: OnRecord\nDisallow: /\n");

        assertThat(refused(site.at("/news/a")).reason()).isEqualTo(Refused.Reason.ROBOTS);
    }

    @Test
    void aRuleForOthersIsNotForUs() {
        robots("User-agent: onrecorder\nDisallow: /\n\nUser-agent: HarbourBot\nDisallow: /\n");

        allowed(site.at("/news/a"));
    }

    @Test
    void ourNameThereIsTheNameThatServersAreTold() {
        robots("User-agent: HarbourDesk\nDisallow: /\n");
        fetcher.close();
        fetcher = new Fetcher(LOCAL.withUserAgent("HarbourDesk/2.0 (+https://desk.example/)"), time);

        assertThat(refused(site.at("/news/a")).reason()).isEqualTo(Refused.Reason.ROBOTS);
    }

    @Test
    void whereARedirectLeadsIsAskedToo() {
        robots("User-agent: *\nDisallow: /private/\n");
        site.redirect("/moved", "/private/a");

        assertThat(refused(site.at("/moved")).reason()).isEqualTo(Refused.Reason.ROBOTS);
        assertThat(site.paths()).containsExactly("/moved");
    }

    @Test
    void everyHostHasItsOwn() {
        try (Site other = new Site().html("/private/a", "News.")) {
            robots("User-agent: *\nDisallow: /private/\n");
            site.redirect("/moved", other.at("/private/a"));

            allowed(site.at("/moved"));
            assertThat(other.requests()).extracting(Site.Request::path).containsExactly("/robots.txt", "/private/a");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 410})
    void whereThereIsNoneEverythingIsAllowed(int status) {
        site.status("/robots.txt", status);

        allowed(site.at("/private/a"));
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503, 429})
    void whereTheServerFailsNothingIsAllowedForAWhile(int status) {
        site.status("/robots.txt", status);

        Refused refused = refused(site.at("/news/a"));
        refused(site.at("/"));

        assertThat(refused.why()).contains("robots.txt").contains(String.valueOf(status));
        assertThat(refused.forNow()).isTrue();
        assertThat(robotsAsked()).isEqualTo(1);
        assertThat(site.paths()).isEmpty();

        robots("");
        time.pass(Duration.ofMinutes(5));
        allowed(site.at("/news/a"));
    }

    @Test
    void itIsAskedForOnceADay() {
        robots("User-agent: *\nDisallow: /private/\n");

        allowed(site.at("/news/a"));
        time.pass(Duration.ofHours(23));
        allowed(site.at("/"));
        assertThat(robotsAsked()).isEqualTo(1);

        robots("User-agent: *\nDisallow: /news/\n");
        time.pass(Duration.ofHours(1));
        refused(site.at("/news/a"));
        assertThat(robotsAsked()).isEqualTo(2);
    }

    @Test
    void itsRedirectsAreFollowed() {
        site.redirect("/robots.txt", "/r1")
                .redirect("/r1", "/r2")
                .with("/r2", "text/plain", "User-agent: *\nDisallow: /");

        assertThat(refused(site.at("/news/a")).reason()).isEqualTo(Refused.Reason.ROBOTS);
    }

    @Test
    void redirectsWithoutAnEndAreAsIfThereWereNone() {
        site.redirect("/robots.txt", "/robots.txt");

        allowed(site.at("/news/a"));
        assertThat(robotsAsked()).isEqualTo(6);
    }

    @Test
    void oneThatLeadsNowhereForbidsAll() {
        site.redirect("/robots.txt", "file:///etc/passwd");

        assertThat(refused(site.at("/news/a")).why())
                .startsWith(
                        "the robots.txt of 127.0.0.1 cannot be had, and without it nothing is fetched from there: ");
    }

    @Test
    void aLongOneIsReadToTheLimit() {
        robots("User-agent: *\nDisallow: /private/\n" + "# nothing here\n".repeat(100_000) + "Disallow: /news/\n");

        refused(site.at("/private/a"));
        allowed(site.at("/news/a"));
    }

    @Test
    void hostilePatternsAreDecidedAllTheSame() {
        robots("User-agent: *\nDisallow: /" + "*a".repeat(2000) + "*b$\n");

        site.html("/" + "a".repeat(4000), "News.");
        allowed(site.at("/" + "a".repeat(4000)));
    }

    @Test
    void theHostMayWishForALongerPause() {
        robots("User-agent: *\nCrawl-delay: 20\n");

        allowed(site.at("/"));
        allowed(site.at("/news/a"));

        assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(20));
    }

    @Test
    void butNotForAnyPause() {
        robots("User-agent: *\nCrawl-delay: 86400\n");

        allowed(site.at("/"));
        allowed(site.at("/news/a"));

        assertThat(time.sleeps()).containsExactly(LOCAL.longestWait());
    }

    @Test
    void aDeadHostIsNotTriedForEachOfItsPages() {
        fetcher.close();
        fetcher = new Fetcher(LOCAL.withLimits(100_000, 5, 2), time);
        Site dead = new Site();
        dead.close();

        Refused first = refused(dead.at("/"));
        assertThat(time.sleeps()).as("tried again").hasSize(2);
        Refused second = refused(dead.at("/news"));

        assertThat(first.reason()).isEqualTo(Refused.Reason.CONNECTION);
        assertThat(second.why()).isEqualTo(first.why()).startsWith("no connection, or it broke");
        assertThat(time.sleeps()).as("not tried again").hasSize(2);
    }
}
