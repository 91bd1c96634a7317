package io.onrecord.reading.web;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Looks up hosts, and refuses those that lie in private networks. It stands where connections are made: what it has
 * checked is what is connected to, so that neither another spelling of an address nor a name that resolves otherwise the
 * second time leads around it. A name with both public and private addresses is refused whole.
 */
final class AddressGuard implements DnsResolver {

    /** Where addresses of hosts come from. */
    @FunctionalInterface
    interface Lookup {
        InetAddress[] all(String host) throws UnknownHostException;
    }

    /** What speaks against an address. */
    @FunctionalInterface
    interface Judge {
        Optional<String> whyNot(InetAddress address);
    }

    /**
     * Addresses that begin alike and are nobody's in public.
     *
     * @param bits how many are alike
     */
    private record Range(List<Integer> start, int bits, String kind) {

        static Range v4(int a, int b, int c, int d, int bits, String kind) {
            return new Range(List.of(a, b, c, d), bits, kind);
        }

        /** The first four bytes are enough for those of version 6. */
        static Range v6(int first, int second, int bits, String kind) {
            return new Range(List.of(first >> 8, first & 0xFF, second >> 8, second & 0xFF), bits, kind);
        }

        boolean has(byte[] address) {
            for (int bit = 0; bit < bits; bit++) {
                int shift = 7 - bit % 8;
                if (((address[bit / 8] >> shift) & 1) != ((start.get(bit / 8) >> shift) & 1)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** IANA's special-purpose addresses, and one that a cloud uses for its machines' metadata in the midst of public ones. */
    private static final List<Range> V4 = List.of(
            Range.v4(0, 0, 0, 0, 8, "an address of this machine"),
            Range.v4(10, 0, 0, 0, 8, "a private address"),
            Range.v4(100, 64, 0, 0, 10, "a private address"),
            Range.v4(127, 0, 0, 0, 8, "a loopback address"),
            Range.v4(168, 63, 129, 16, 32, "an address of machine metadata"),
            Range.v4(169, 254, 0, 0, 16, "a link-local address"),
            Range.v4(172, 16, 0, 0, 12, "a private address"),
            Range.v4(192, 0, 0, 0, 24, "a reserved address"),
            Range.v4(192, 0, 2, 0, 24, "a reserved address"),
            Range.v4(192, 88, 99, 0, 24, "a reserved address"),
            Range.v4(192, 168, 0, 0, 16, "a private address"),
            Range.v4(198, 18, 0, 0, 15, "a reserved address"),
            Range.v4(198, 51, 100, 0, 24, "a reserved address"),
            Range.v4(203, 0, 113, 0, 24, "a reserved address"),
            Range.v4(224, 0, 0, 0, 4, "a multicast address"),
            Range.v4(240, 0, 0, 0, 4, "a reserved address"));

    /** Of 2000::/3; what lies beside it is not public at all. */
    private static final List<Range> V6 = List.of(
            Range.v6(0x2001, 0x0000, 23, "a reserved address"),
            Range.v6(0x2001, 0x0db8, 32, "a reserved address"),
            Range.v6(0x2002, 0x0000, 16, "a reserved address"),
            Range.v6(0x3fff, 0x0000, 20, "a reserved address"));

    private static final Range PUBLIC_V6 = Range.v6(0x2000, 0x0000, 3, "a public address");

    private static final byte[] NAT64 = {0, 0x64, (byte) 0xff, (byte) 0x9b, 0, 0, 0, 0, 0, 0, 0, 0};

    private final Lookup lookup;
    private final Judge judge;

    AddressGuard(Lookup lookup, Judge judge) {
        this.lookup = lookup;
        this.judge = judge;
    }

    /** This machine's, for public addresses, or for all. */
    static AddressGuard of(boolean allowPrivate) {
        return new AddressGuard(
                InetAddress::getAllByName, allowPrivate ? address -> Optional.empty() : AddressGuard::whyNotPublic);
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] all = lookup.all(host);
        for (InetAddress one : all) {
            Optional<String> kind = judge.whyNot(one);
            if (kind.isPresent()) {
                throw new NotPublicException(host, kind.get());
            }
        }
        return all;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    /** What kind of address it is, if it is not one of the public network. */
    static Optional<String> whyNotPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address instanceof Inet4Address) {
            return kind(V4, bytes);
        }
        if (Arrays.equals(bytes, 0, NAT64.length, NAT64, 0, NAT64.length)) {
            // How a network without version 4 reaches a host of version 4.
            return kind(V4, Arrays.copyOfRange(bytes, NAT64.length, bytes.length));
        }
        if (PUBLIC_V6.has(bytes)) {
            return kind(V6, bytes);
        }
        if (address.isLoopbackAddress()) {
            return Optional.of("a loopback address");
        }
        if (address.isLinkLocalAddress()) {
            return Optional.of("a link-local address");
        }
        if (address.isMulticastAddress()) {
            return Optional.of("a multicast address");
        }
        boolean uniqueLocal = (bytes[0] & 0xFE) == 0xFC;
        return Optional.of(uniqueLocal ? "a private address" : "a reserved address");
    }

    private static Optional<String> kind(List<Range> ranges, byte[] address) {
        return ranges.stream()
                .filter(range -> range.has(address))
                .map(Range::kind)
                .findFirst();
    }
}
