package io.onrecord.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteArticleListTest extends ArticleListTest {

    @TempDir
    private static Path folder;

    private int places;

    @Override
    String emptyPlace() {
        return folder.resolve(++places + ".db").toString();
    }
}
