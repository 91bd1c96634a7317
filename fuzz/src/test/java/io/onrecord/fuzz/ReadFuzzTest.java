package io.onrecord.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** {@code fuzz/run} starts it. */
class ReadFuzzTest {

    @FuzzTest
    void read(byte[] bytes) {
        ReadTarget.read(bytes);
    }
}
