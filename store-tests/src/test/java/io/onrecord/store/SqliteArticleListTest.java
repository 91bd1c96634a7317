package io.onrecord.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteArticleListTest extends ArticleListTest {

    @TempDir
    Path folder;

    @Override
    String emptyPlace() {
        return folder.resolve("onrecord.db").toString();
    }
}
