package io.onrecord.exchange.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Whole outputs, compared with files beside the tests; {@code -Dgolden.write=true} writes them anew. */
public final class Golden {

    private Golden() {}

    /**
     * Compares.
     *
     * @param name of a file in the folder {@code golden} of this package's resources
     */
    public static void check(String name, String actual) throws IOException {
        Path root =
                Path.of(Optional.ofNullable(System.getProperty("onrecord.root")).orElse(".."));
        Path file = root.resolve("exchange/src/test/resources/io/onrecord/exchange/annotation/golden")
                .resolve(name);
        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, actual);
        }
        assertThat(actual).as(file.toString()).isEqualTo(Files.readString(file));
    }
}
