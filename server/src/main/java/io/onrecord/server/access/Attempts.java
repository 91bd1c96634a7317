package io.onrecord.server.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Limits how often somebody may try to sign in and fail: some times at once, then again after a while, by address and in all. What
 * succeeds costs nothing. Remembers a bounded number of addresses. Safe to share between threads.
 */
final class Attempts {

    private static final int PER_ADDRESS = 10;
    private static final long EACH_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final int IN_ALL = 300;
    private static final long EACH_IN_ALL_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final int REMEMBERED = 10_000;
    /** Of an address of version 6: what one household has. */
    private static final int NETWORK = 8;

    private final LongSupplier nanos;
    private final Bucket all;
    private final Map<String, Bucket> byAddress = new LinkedHashMap<>(16, 0.75f, true);

    /** @param nanos a clock that only goes forward */
    Attempts(LongSupplier nanos) {
        this.nanos = nanos;
        this.all = new Bucket(IN_ALL, EACH_IN_ALL_NANOS, nanos.getAsLong());
    }

    /** Whether an address may try; it is asked before a token is looked at, right or wrong. */
    synchronized boolean mayTry(String address) {
        long now = nanos.getAsLong();
        Bucket own = byAddress.get(network(address));
        return all.level(now) >= 1 && (own == null || own.level(now) >= 1);
    }

    /** An address tried and failed. */
    synchronized void failed(String address) {
        long now = nanos.getAsLong();
        all.take(now);
        byAddress
                .computeIfAbsent(network(address), name -> new Bucket(PER_ADDRESS, EACH_NANOS, now))
                .take(now);
        if (byAddress.size() > REMEMBERED) {
            byAddress.remove(byAddress.keySet().iterator().next());
        }
    }

    private static String network(String address) {
        try {
            // Never a name, which would be looked up.
            boolean number = address.indexOf(':') >= 0;
            byte[] bytes = number ? InetAddress.getByName(address).getAddress() : new byte[0];
            return bytes.length > NETWORK ? Arrays.toString(Arrays.copyOf(bytes, NETWORK)) : address;
        } catch (UnknownHostException e) {
            return address;
        }
    }

    /** Fills up again, a drop at a time. */
    private static final class Bucket {

        private final int size;
        private final long each;
        private double level;
        private long at;

        Bucket(int size, long each, long now) {
            this.size = size;
            this.each = each;
            this.level = size;
            this.at = now;
        }

        double level(long now) {
            level = Math.min(size, level + (double) (now - at) / each);
            at = now;
            return level;
        }

        void take(long now) {
            level = Math.max(0, level(now) - 1);
        }
    }
}
