package io.onrecord.reading.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {

    private final TestTime time = new TestTime();
    private final Site site = new Site().html("/", "Internal.");

    @AfterEach
    void close() {
        site.close();
    }

    private static InetAddress address(String literal) throws UnknownHostException {
        return InetAddress.getAllByName(literal)[0];
    }

    private static Refused refused(Fetch fetch) {
        assertThat(fetch).isInstanceOf(Refused.class);
        return (Refused) fetch;
    }

    /** A fetcher to which hosts resolve as is said here, without a name server. */
    private Fetcher resolving(AddressGuard.Lookup lookup, AddressGuard.Judge judge) {
        try {
            return new Fetcher(
                    FetchOptions.DEFAULT.withLimits(100_000, 5, 0),
                    time,
                    new AddressGuard(lookup, judge),
                    SSLContext.getDefault());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Fetcher resolving(AddressGuard.Lookup lookup) {
        return resolving(lookup, AddressGuard::whyNotPublic);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.1",
                "127.255.255.254",
                "2130706433",
                "0x7f000001",
                "0x7f.1",
                "0177.0.0.1",
                "0",
                "0.0.0.0",
                "[::1]",
                "[::]",
                "[::ffff:127.0.0.1]",
                "[::ffff:7f00:1]",
                "[0:0:0:0:0:0:0:1]",
                "localhost",
                "LOCALHOST",
                "localhost.",
                "１２７.0.0.1",
                "127。0。0。1"
            })
    void thisMachineIsNotAskedHoweverItIsSpelt(String host) {
        try (Fetcher fetcher = new Fetcher(FetchOptions.DEFAULT.withLimits(100_000, 5, 0), time)) {
            Refused refused = refused(fetcher.fetch(site.at(host, "/")));

            // To some resolvers a name with a dot at its end is none.
            assertThat(
                            refused.reason() == Refused.Reason.CONNECTION
                                            && refused.why().startsWith("no host ")
                                    ? Refused.Reason.ADDRESS
                                    : refused.reason())
                    .isIn(Refused.Reason.PRIVATE, Refused.Reason.ADDRESS);
            assertThat(site.requests()).isEmpty();
        }
    }

    @Test
    void theReasonSaysWhatKindOfAddressItIs() {
        try (Fetcher fetcher = new Fetcher(FetchOptions.DEFAULT, time)) {
            Refused refused = refused(fetcher.fetch(site.at("/")));

            assertThat(refused.reason()).isEqualTo(Refused.Reason.PRIVATE);
            assertThat(refused.forNow()).isFalse();
            assertThat(refused.why())
                    .isEqualTo(
                            "its host 127.0.0.1 has a loopback address, which is not asked unless private addresses are"
                                    + " allowed");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0.1.2.3, an address of this machine",
        "10.255.0.1, a private address",
        "100.64.0.1, a private address",
        "100.100.100.200, a private address",
        "127.8.8.8, a loopback address",
        "168.63.129.16, an address of machine metadata",
        "169.254.169.254, a link-local address",
        "172.16.0.1, a private address",
        "172.31.255.255, a private address",
        "192.0.0.192, a reserved address",
        "192.168.0.1, a private address",
        "198.19.0.1, a reserved address",
        "203.0.113.7, a reserved address",
        "224.0.0.1, a multicast address",
        "255.255.255.255, a reserved address",
        "::, a reserved address",
        "::1, a loopback address",
        "::7f00:1, a reserved address",
        "fe80::1, a link-local address",
        "fec0::1, a reserved address",
        "fc00::1, a private address",
        "fd00:ec2::254, a private address",
        "ff02::1, a multicast address",
        "64:ff9b::7f00:1, a loopback address",
        "64:ff9b::a00:1, a private address",
        "64:ff9b:1::a00:1, a reserved address",
        "2001:0:7f00:1::, a reserved address",
        "2001:db8::1, a reserved address",
        "2002:7f00:1::, a reserved address",
        "3fff::1, a reserved address",
        "5f00::1, a reserved address"
    })
    void addressesThatAreNotPublicAreKnown(String address, String kind) throws UnknownHostException {
        assertThat(AddressGuard.whyNotPublic(address(address))).contains(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.1",
                "100.63.255.255",
                "100.128.0.1",
                "126.0.0.1",
                "128.0.0.1",
                "169.253.0.1",
                "172.15.0.1",
                "172.32.0.1",
                "192.167.0.1",
                "192.169.0.1",
                "223.255.255.255",
                "2001:4860::1",
                "2606:4700::1",
                "64:ff9b::101:101",
                "2a00:1450::1"
            })
    void publicAddressesAreTaken(String address) throws UnknownHostException {
        assertThat(AddressGuard.whyNotPublic(address(address))).isEmpty();
    }

    @Test
    void aNameThatResolvesToAPrivateAddressIsRefused() {
        try (Fetcher fetcher = resolving(host -> InetAddress.getAllByName("127.0.0.1"))) {
            assertThat(refused(fetcher.fetch(site.at("news.velia.example", "/")))
                            .reason())
                    .isEqualTo(Refused.Reason.PRIVATE);
        }
        assertThat(site.requests()).isEmpty();
    }

    @Test
    void aNameWithBothKindsOfAddressIsRefused() throws UnknownHostException {
        InetAddress[] both = {address("192.0.2.1"), address("127.0.0.1")};
        InetAddress[] publicFirst = {address("1.1.1.1"), address("127.0.0.1")};
        for (InetAddress[] answer : List.of(both, publicFirst)) {
            try (Fetcher fetcher = resolving(host -> answer)) {
                assertThat(refused(fetcher.fetch(site.at("news.velia.example", "/")))
                                .reason())
                        .isEqualTo(Refused.Reason.PRIVATE);
            }
        }
        assertThat(site.requests()).isEmpty();
    }

    @Test
    void whatIsCheckedIsWhatIsConnectedTo() {
        // A name server that first tells the truth and then another address finds nobody who asks twice for a
        // connection.
        List<String> asked = new ArrayList<>();
        try (Fetcher fetcher = resolving(
                host -> {
                    asked.add(host);
                    return InetAddress.getAllByName("127.0.0.1");
                },
                address -> Optional.empty())) {
            assertThat(fetcher.fetch(site.at("news.velia.example", "/"))).isInstanceOf(Fetched.class);
        }
        assertThat(asked).as("robots.txt and the page").hasSize(2);
        assertThat(site.requests()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.2/",
                "http://[::1]/",
                "http://10.0.0.1/admin",
                "http://169.254.169.254/latest/meta-data/",
                "http://[::ffff:10.0.0.1]/",
                "//[fd00:ec2::254]/"
            })
    void redirectsIntoPrivateNetworksAreRefused(String location) {
        // The server of the test counts as public; all else is judged as it is.
        AddressGuard.Judge judge = address ->
                address.getHostAddress().equals("127.0.0.1") ? Optional.empty() : AddressGuard.whyNotPublic(address);
        site.redirect("/moved", location);
        try (Fetcher fetcher = resolving(InetAddress::getAllByName, judge)) {
            assertThat(fetcher.fetch(site.at("/"))).isInstanceOf(Fetched.class);

            Refused refused = refused(fetcher.fetch(site.at("/moved")));

            assertThat(refused.reason()).isEqualTo(Refused.Reason.PRIVATE);
            assertThat(refused.address()).isEqualTo(site.at("/moved"));
        }
    }

    @Test
    void aRobotsTxtThatLeadsIntoAPrivateNetworkForbidsAll() {
        AddressGuard.Judge judge = address ->
                address.getHostAddress().equals("127.0.0.1") ? Optional.empty() : AddressGuard.whyNotPublic(address);
        site.redirect("/robots.txt", "http://10.0.0.1/robots.txt");
        try (Fetcher fetcher = resolving(InetAddress::getAllByName, judge)) {
            Refused refused = refused(fetcher.fetch(site.at("/")));

            assertThat(refused.reason()).isEqualTo(Refused.Reason.ROBOTS);
            assertThat(refused.why()).contains("10.0.0.1 has a private address");
            assertThat(site.paths()).isEmpty();
        }
    }

    @Test
    void whereItIsAllowedPrivateAddressesAreAsked() {
        try (Fetcher fetcher = new Fetcher(FetchOptions.DEFAULT.withAllowPrivate(true), time)) {
            assertThat(fetcher.fetch(site.at("/"))).isInstanceOf(Fetched.class);
        }
    }

    @Test
    void aNameThatNobodyKnowsIsRefusedForNow() {
        try (Fetcher fetcher = resolving(host -> {
            throw new UnknownHostException(host);
        })) {
            Refused refused = refused(fetcher.fetch("https://news.velia.example/"));

            assertThat(refused.reason()).isEqualTo(Refused.Reason.CONNECTION);
            assertThat(refused.why()).isEqualTo("no host news.velia.example is known: check the name and the network");
            assertThat(refused.forNow()).isTrue();
        }
    }
}
