package io.onrecord.store;

class PostgresArticleListTest extends ArticleListTest {

    @Override
    String emptyPlace() {
        return Postgres.emptyPlace();
    }
}
