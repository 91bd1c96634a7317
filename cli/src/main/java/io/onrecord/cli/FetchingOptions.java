package io.onrecord.cli;

import io.onrecord.reading.web.FetchOptions;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How addresses are fetched: the options of every command that may fetch some. */
final class FetchingOptions {

    @Option(
            names = "--allow-private",
            description =
                    "Fetch from private networks and this machine, too, which addresses may not lead to otherwise.")
    private boolean allowPrivate;

    @Option(
            names = "--user-agent",
            paramLabel = "NAME",
            description = "Who asks, as servers are told, such as \"Desk/1.0 (+https://example.org/about)\".")
    private Optional<String> userAgent = Optional.empty();

    /** @throws IllegalArgumentException if the name cannot be sent */
    FetchOptions options() {
        FetchOptions options = FetchOptions.DEFAULT.withAllowPrivate(allowPrivate);
        return userAgent.map(options::withUserAgent).orElse(options);
    }
}
