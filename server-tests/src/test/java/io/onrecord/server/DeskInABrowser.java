package io.onrecord.server;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** Tests of one class that look at a desk through a browser: one desk and one browser for all of them. */
@Tag("browser")
abstract class DeskInABrowser {

    @TempDir
    static Path folder;

    static TestDesk desk;
    static Chromium chromium;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
        desk = TestDesk.open(folder);
    }

    @AfterAll
    static void stop() {
        if (desk != null) {
            desk.close();
            chromium.close();
        }
    }
}
