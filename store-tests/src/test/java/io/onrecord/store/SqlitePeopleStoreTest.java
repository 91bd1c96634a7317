package io.onrecord.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqlitePeopleStoreTest extends PeopleStoreTest {

    @TempDir
    Path folder;

    @Override
    String emptyPlace() {
        return folder.resolve("onrecord.db").toString();
    }
}
