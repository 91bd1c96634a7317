package io.onrecord.server.http;

/**
 * Who asks.
 *
 * @param name as it stands beside what this visitor puts right
 * @param mayEdit whether this visitor may add to the record and put it right
 * @param signedIn whether this visitor can sign out
 */
public record Visitor(String name, boolean mayEdit, boolean signedIn) {
    public Visitor {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a visitor has a name");
        }
    }

    /** One who need not sign in. */
    public Visitor(String name, boolean mayEdit) {
        this(name, mayEdit, false);
    }
}
