package io.onrecord.store;

import org.junit.jupiter.api.Tag;

@Tag("long")
class PostgresArticleListTest extends ArticleListTest {

    @Override
    String emptyPlace() {
        return Postgres.emptyPlace();
    }
}
