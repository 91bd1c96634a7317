package io.onrecord.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqlitePeopleStoreTest extends PeopleStoreTest {

    @TempDir
    static Path folder;

    private int places;

    @Override
    String emptyPlace() {
        return folder.resolve(++places + ".db").toString();
    }
}
