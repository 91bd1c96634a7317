package io.onrecord.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sqlite.Function;

/** {@code lower} of SQLite in all alphabets; its own knows the letters of English only. Of one connection. */
final class SmallLetters extends Function {

    private SmallLetters() {}

    static void in(Connection connection) throws SQLException {
        Function.create(connection, "lower", new SmallLetters(), 1, FLAG_DETERMINISTIC);
    }

    @Override
    protected void xFunc() throws SQLException {
        @Nullable String text = value_text(0);
        if (text == null) {
            result();
        } else {
            result(text.toLowerCase(Locale.ROOT));
        }
    }
}
