package io.onrecord.fuzz;

import java.nio.charset.StandardCharsets;

/** What the fuzzer calls; {@code fuzz/run} starts it with the name of a {@link Target}. */
public final class FuzzMain {

    private static final class Chosen {
        static final Target TARGET = Target.of(System.getProperty("onrecord.fuzz", "read"));

        private Chosen() {}
    }

    private FuzzMain() {}

    /** By its name the fuzzer finds it: what takes long to open is open before the first input. */
    public static void fuzzerInitialize() {
        Chosen.TARGET.take("warm up".getBytes(StandardCharsets.UTF_8));
    }

    /** By its name the fuzzer finds it. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        Chosen.TARGET.take(bytes);
    }
}
