package io.onrecord.fuzz;

import io.onrecord.reading.agency.AgencyFormats;
import io.onrecord.reading.agency.AgencyKind;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What agencies deliver. */
final class AgencyTarget {

    private static final int LONGEST = 1 << 16;

    private AgencyTarget() {}

    static void read(byte[] bytes) throws IOException {
        Optional<AgencyKind> kind = AgencyKind.of(bytes);
        for (AgencyKind each : kind.map(List::of).orElse(List.of(AgencyKind.values()))) {
            try {
                Kept.all(AgencyFormats.open(Kept.item("wire", bytes), each, LONGEST, notice -> {}));
            } catch (IOException e) {
                Kept.told(e.getMessage());
            }
        }
    }
}
