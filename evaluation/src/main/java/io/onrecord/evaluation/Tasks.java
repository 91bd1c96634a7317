package io.onrecord.evaluation;

import java.util.List;
import java.util.Optional;

/** The tasks that {@code evaluate} knows. */
public final class Tasks {

    private static final List<Task> ALL = List.of(new AttributionTask());

    private Tasks() {}

    /** All tasks, in the order in which help lists them. */
    public static List<Task> all() {
        return ALL;
    }

    /** The task of a name; empty where there is none. */
    public static Optional<Task> named(String name) {
        return ALL.stream().filter(task -> task.name().equals(name)).findFirst();
    }
}
