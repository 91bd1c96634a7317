package io.onrecord.evaluation;

import java.util.List;
import java.util.Optional;

/** The tasks that {@code evaluate} knows. */
public final class Tasks {

    private Tasks() {}

    /** All tasks, in the order in which help lists them. */
    public static List<Task> all() {
        return all(TaskOptions.DEFAULT);
    }

    private static List<Task> all(TaskOptions options) {
        return List.of(
                new AttributionTask(options.marks()),
                new CalibrationTask(options.weights()),
                new NestedTask(),
                new SpeakersTask(options.together()),
                new PronounsTask(options.weights()),
                new StanceTask(options.articles()),
                new DatesTask(),
                new IdentityTask(),
                new ArticleTextTask(options.pages()),
                new ClaimsTask(MeaningChain.of(options.networks()), options.weights()),
                new ClaimWeightsTask(options.networks(), options.weights()),
                new CopiesTask(options.seed(), options.weights()),
                new SameClaimTask(options.networks()),
                new StanceToClaimTask(options.networks()),
                new DisputesTask(options.networks()));
    }

    /** The task of a name; empty where there is none. */
    public static Optional<Task> named(String name) {
        return named(name, TaskOptions.DEFAULT);
    }

    /** The same, told more. */
    public static Optional<Task> named(String name, TaskOptions options) {
        return all(options).stream().filter(task -> task.name().equals(name)).findFirst();
    }
}
