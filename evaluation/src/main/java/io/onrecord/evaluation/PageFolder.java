package io.onrecord.evaluation;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads pages with their marked text: {@code gold.jsonl} (id, url, text) and a page {@code html/ID.html.gz} for each line. */
final class PageFolder {

    /** In bytes, unpacked. */
    private static final int LARGEST = 64 << 20;

    private static final JsonMapper JSON = new JsonMapper();

    private final Path folder;
    private final Path gold;

    /**
     * One page.
     *
     * @param html its bytes
     * @param address where it is from
     * @param text what a person marked
     */
    @SuppressWarnings("ArrayRecordComponent")
    record MarkedPage(byte[] html, String address, String text) {}

    PageFolder(Path folder) {
        this.folder = folder;
        this.gold = folder.resolve("gold.jsonl");
    }

    /** One page after the other; no more than one is in memory. */
    void forEach(Consumer<MarkedPage> taker) throws IOException {
        if (Files.isRegularFile(folder)) {
            throw new GoldFormatException(folder, "a file; expected a folder with gold.jsonl and html/ in it");
        }
        int number = 0;
        try (BufferedReader in = Files.newBufferedReader(gold, StandardCharsets.UTF_8)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                number++;
                if (!line.isBlank()) {
                    taker.accept(page(line, number));
                }
            }
        } catch (CharacterCodingException e) {
            throw new GoldFormatException(gold, number + 1, "this line or a later one is not UTF-8", e);
        }
        if (number == 0) {
            throw new GoldFormatException(gold, "no pages; expected one a line");
        }
    }

    private MarkedPage page(String line, int number) throws IOException {
        JsonNode json;
        try {
            json = JSON.readTree(line);
        } catch (JacksonException e) {
            throw new GoldFormatException(
                    gold, number, GoldFormatException.shown("not JSON: " + e.getOriginalMessage()), e);
        }
        return new MarkedPage(
                html(string(json, "id", number), number), string(json, "url", number), string(json, "text", number));
    }

    private String string(JsonNode json, String name, int number) throws GoldFormatException {
        JsonNode value = json.get(name);
        if (value == null || !value.isString()) {
            throw new GoldFormatException(gold, number, "no '" + name + "'; expected id, url and text, all strings");
        }
        return value.asString();
    }

    private byte[] html(String id, int number) throws IOException {
        Path pages = folder.resolve("html");
        try {
            Path file = pages.resolve(id + ".html.gz");
            if (!pages.equals(file.getParent())) {
                throw new GoldFormatException(
                        gold, number, GoldFormatException.shown("'" + id) + "' names a page outside of html/");
            }
            return unpacked(file);
        } catch (InvalidPathException e) {
            throw new GoldFormatException(
                    gold, number, GoldFormatException.shown("'" + id) + "' can be no file name", e);
        } catch (NoSuchFileException e) {
            throw new GoldFormatException(gold, number, "its page " + e.getFile() + " does not exist", e);
        }
    }

    private static byte[] unpacked(Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new GoldFormatException(file, "larger than " + (LARGEST >> 20) + " MiB");
            }
            return bytes;
        } catch (ZipException | EOFException e) {
            throw new GoldFormatException(file, 1, "not a whole gzip file", e);
        }
    }
}
