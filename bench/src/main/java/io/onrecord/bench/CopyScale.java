package io.onrecord.bench;

import io.onrecord.copies.Copies;
import io.onrecord.copies.Group;
import io.onrecord.copies.Signature;
import io.onrecord.copies.Signed;
import io.onrecord.evaluation.copies.CopySet;
import io.onrecord.evaluation.copies.CopyText;
import io.onrecord.exchange.SignatureFile;
import io.onrecord.model.Published;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Groups a great number of generated texts by their signatures, and says what it took: time, heap, bytes on the disk, pairs that
 * were compared, and how right the groups are.
 */
public final class CopyScale {

    private final int count;
    private final CopySet set;
    /** Of each text, a number for its group in the gold. */
    private final int[] gold;

    private long goldPairs;
    private long foundPairs;
    private long rightPairs;
    private long groups;
    private long bytes;

    private CopyScale(int count, long seed) {
        this.count = count;
        this.set = new CopySet(seed);
        this.gold = new int[count];
    }

    /** Arguments: how many texts, and a seed. */
    public static void main(String[] arguments) throws IOException {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
        new CopyScale(count, seed).run();
    }

    private void run() throws IOException {
        System.out.printf(
                Locale.ROOT,
                "%,d texts, heap at most %,d MB, Java %s%n",
                count,
                Runtime.getRuntime().maxMemory() >> 20,
                System.getProperty("java.version"));
        try (SignatureFile signatures = SignatureFile.create()) {
            long start = System.nanoTime();
            sign(signatures);
            report("texts generated and signed", start);
            System.out.printf(
                    Locale.ROOT,
                    "a signature has %.0f bytes, at most %d%n",
                    (double) bytes / count,
                    Signature.MAX_BYTES);
            start = System.nanoTime();
            Copies.Search search = Copies.groups(signatures, this::take);
            report("groups found", start);
            System.out.printf(
                    Locale.ROOT,
                    "%,d pairs compared (%.1f a text; all pairs are %,d), %,d of them links; %,d groups%n",
                    search.candidates(),
                    (double) search.candidates() / count,
                    (long) count * (count - 1) / 2,
                    search.links(),
                    groups);
            System.out.printf(
                    Locale.ROOT,
                    "pairs in a group: precision %.2f, recall %.2f (%,d found, %,d right, %,d in gold)%n",
                    100.0 * rightPairs / foundPairs,
                    100.0 * rightPairs / goldPairs,
                    foundPairs,
                    rightPairs,
                    goldPairs);
        }
    }

    private void sign(SignatureFile signatures) {
        int groupsBefore = 0;
        for (int family = 0; signatures.size() < count; family++) {
            Map<String, Integer> numbers = new HashMap<>();
            Map<Integer, Integer> sizes = new HashMap<>();
            for (CopyText text : set.family(family)) {
                if (signatures.size() == count) {
                    break;
                }
                int group = groupsBefore + numbers.computeIfAbsent(text.group(), name -> numbers.size());
                gold[signatures.size()] = group;
                goldPairs += sizes.merge(group, 1, Integer::sum) - 1;
                Signature signature = Signature.of(text.text());
                bytes += signature.toBytes().length;
                signatures.add(
                        new Signed(
                                text.id(), text.published().map(date -> new Published(date, "generated")), signature),
                        List.of());
            }
            groupsBefore += numbers.size();
        }
    }

    private void take(Group group) {
        groups++;
        int[] members = new int[1 + group.copies().size()];
        members[0] = gold[group.origin()];
        for (int i = 1; i < members.length; i++) {
            members[i] = gold[group.copies().get(i - 1).index()];
        }
        Arrays.sort(members);
        foundPairs += (long) members.length * (members.length - 1) / 2;
        int same = 0;
        for (int i = 1; i < members.length; i++) {
            same = members[i] == members[i - 1] ? same + 1 : 0;
            rightPairs += same;
        }
    }

    private static void report(String what, long start) {
        long peak = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            if (pool.getType() == MemoryType.HEAP) {
                peak += pool.getPeakUsage().getUsed();
                pool.resetPeakUsage();
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%s: %.0f s, peak of the heap %,d MB%n",
                what,
                (System.nanoTime() - start) / 1e9,
                peak >> 20);
    }
}
