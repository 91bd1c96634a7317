package io.onrecord.cli;

import io.onrecord.exchange.GazetteerFormatException;
import io.onrecord.exchange.GazetteerReader;
import io.onrecord.speakers.Gazetteer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Names that the user knows already. */
final class KnownNames {

    @Option(
            names = "--gazetteer",
            paramLabel = "FILE",
            description =
                    "Known people, states and organisations (CSV or JSON Lines: name, kind, aliases, description, ids);"
                            + " speakers get their ids and aliases.")
    private Optional<Path> file = Optional.empty();

    /** @throws CommandException if the file cannot be read, or holds something else */
    Gazetteer gazetteer() {
        if (file.isEmpty()) {
            return Gazetteer.EMPTY;
        }
        try {
            return GazetteerReader.read(file.get());
        } catch (GazetteerFormatException e) {
            throw new CommandException(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new CommandException("the gazetteer " + file.get() + " cannot be read: " + Reasons.of(e), e);
        }
    }
}
