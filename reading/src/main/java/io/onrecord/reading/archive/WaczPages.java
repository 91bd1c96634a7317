package io.onrecord.reading.archive;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** The lists of pages of a WACZ file, {@code pages/*.jsonl}: a page a line. What is wrong in them costs a title, no article. */
final class WaczPages {

    private static final int MOST_PAGES = 50_000;
    private static final int LONGEST_LINE = 1 << 20;
    private static final int LONGEST_TITLE = 1000;
    private static final long MOST_BYTES = 512L << 20;
    private static final int MOST_CHARACTERS = 8 << 20;
    private static final JsonFactory JSON = new JsonFactory();

    private final Map<String, String> titles = new HashMap<>();
    private int characters;

    private WaczPages() {}

    /** Titles by address. */
    static Map<String, String> titles(SeekableByteChannel file) throws IOException {
        WaczPages pages = new WaczPages();
        Optional<ZipDirectory> directory = ZipDirectory.of(file);
        if (directory.isPresent()) {
            ZipDirectory.Entry entry = directory.get().next();
            while (entry != null && pages.hasRoom()) {
                String name = Words.entryName(entry.name()).toLowerCase(Locale.ROOT);
                if (name.startsWith("pages/") && name.endsWith(".jsonl")) {
                    pages.read(directory.get(), entry);
                }
                entry = directory.get().next();
            }
        }
        return pages.titles;
    }

    private boolean hasRoom() {
        return titles.size() < MOST_PAGES && characters < MOST_CHARACTERS;
    }

    private void read(ZipDirectory directory, ZipDirectory.Entry entry) {
        try (InputStream in = new BufferedInputStream(ZipEntries.content(directory, entry))) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            long left = MOST_BYTES;
            for (int b = in.read(); b >= 0 && left > 0 && hasRoom(); b = in.read()) {
                left--;
                if (b == '\n') {
                    page(line);
                    line.reset();
                } else if (line.size() < LONGEST_LINE) {
                    line.write(b);
                }
            }
            page(line);
        } catch (IOException | RuntimeException e) {
            // Titles that cannot be had are looked for in the pages.
            return;
        }
    }

    private void page(ByteArrayOutputStream line) {
        String url = "";
        String title = "";
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), line.toByteArray())) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return;
            }
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                JsonToken value = json.nextToken();
                if (value == JsonToken.VALUE_STRING && name.equals("url")) {
                    url = json.getString();
                } else if (value == JsonToken.VALUE_STRING && name.equals("title")) {
                    title = json.getString();
                } else {
                    json.skipChildren();
                }
            }
        } catch (JacksonException e) {
            return;
        }
        // Crawlers give a page without a title its address.
        String plain = Words.plain(title).strip();
        if (!url.isBlank() && !plain.isEmpty() && !plain.equals(url) && plain.length() <= LONGEST_TITLE) {
            String its = Words.address(url);
            if (titles.putIfAbsent(its, plain) == null) {
                characters += its.length() + plain.length();
            }
        }
    }
}
