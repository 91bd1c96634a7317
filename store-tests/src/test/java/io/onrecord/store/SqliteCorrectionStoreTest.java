package io.onrecord.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteCorrectionStoreTest extends CorrectionStoreTest {

    @TempDir
    Path folder;

    @Override
    String emptyPlace() {
        return folder.resolve("onrecord.db").toString();
    }
}
