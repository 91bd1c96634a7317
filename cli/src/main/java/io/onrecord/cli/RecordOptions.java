package io.onrecord.cli;

import io.onrecord.exchange.RecordFormatException;
import io.onrecord.exchange.RecordJson;
import io.onrecord.model.ArticleRecord;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** How records are written: the options of every command that writes some. */
final class RecordOptions {

    /** How results are written. */
    enum Format {
        text,
        jsonl
    }

    /** Puts a record into words. */
    @FunctionalInterface
    interface Writer {

        /**
         * The words of one record.
         *
         * @throws RecordFormatException if the format has no words for it
         */
        String of(ArticleRecord record);
    }

    @Spec(Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            defaultValue = "text",
            description =
                    "text for people, jsonl for programs: one record a line, format onrecord/1 (${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private Format format;

    @Option(names = "--with-text", description = "Put the article's text into each record (jsonl).")
    private boolean withText;

    @Option(
            names = "--offsets",
            paramLabel = "UNIT",
            defaultValue = "codepoint",
            description = "What start and end count: codepoint or utf16 (${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private OffsetUnit offsets;

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            defaultValue = "auto",
            description = "Colour in text: auto, always or never (${DEFAULT-VALUE}: on a terminal).")
    @SuppressWarnings("NullAway.Init")
    private Style.When colour;

    /** The units by the names that files use. */
    enum OffsetUnit {
        codepoint(RecordJson.Offsets.CODE_POINT),
        utf16(RecordJson.Offsets.UTF16);

        private final RecordJson.Offsets offsets;

        OffsetUnit(RecordJson.Offsets offsets) {
            this.offsets = offsets;
        }

        RecordJson.Offsets offsets() {
            return offsets;
        }
    }

    /** Refuses options that need another. */
    void check() {
        if (withText && !areJson()) {
            throw new ParameterException(spec.commandLine(), "--with-text needs --format jsonl");
        }
    }

    boolean areJson() {
        return format == Format.jsonl;
    }

    RecordJson.Options json() {
        return new RecordJson.Options(withText, offsets.offsets);
    }

    /** @param toFile whether records go to a file, which has no colours */
    Writer writer(Console console, boolean toFile) {
        if (areJson()) {
            RecordJson json = new RecordJson(json());
            return record -> json.write(record) + "\n";
        }
        Listing listing = new Listing(toFile ? Style.PLAIN : Style.of(colour, console), console.width());
        return listing::of;
    }
}
