package io.onrecord;

import io.onrecord.model.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Leaves out the statements that the engine is not sure enough of. */
final class Sure {

    private Sure() {}

    /**
     * The statements with at least this confidence, in their order. What stands within one that is left out goes with it:
     * without it, the inner statement would read as the writer's own report.
     */
    static List<Statement> of(List<Statement> statements, double least) {
        Set<String> out = new HashSet<>();
        for (Statement statement : statements) {
            if (statement.attribution().confidence().statement() < least) {
                out.add(statement.id());
            }
        }
        boolean grown = !out.isEmpty();
        while (grown) {
            grown = false;
            for (Statement statement : statements) {
                grown |= statement.within().filter(out::contains).isPresent() && out.add(statement.id());
            }
        }
        List<Statement> sure = new ArrayList<>(statements);
        sure.removeIf(statement -> out.contains(statement.id()));
        return sure;
    }
}
