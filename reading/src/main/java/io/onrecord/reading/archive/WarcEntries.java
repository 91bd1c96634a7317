package io.onrecord.reading.archive;

import io.onrecord.model.Metadata;
import io.onrecord.model.Outcome;
import io.onrecord.reading.item.Item;
import io.onrecord.reading.item.Known;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MessageHeaders;

/**
 * The payloads of a WARC file. Each is decoded, and its record looked at to the end, before it is given out: a length or a
 * chunk that lies is a skip with the place, never half an article.
 */
final class WarcEntries implements Format {

    private final OpenArchive archive;
    private final String address;
    private final Source source;
    private final WarcRecords records;
    private final Function<String, Metadata> pages;
    private final Held held = new Held();

    /**
     * @param address of this file, for what has no address of its own
     * @param pages what else is known of a page, by its address
     */
    WarcEntries(OpenArchive archive, String address, InputStream bytes, Function<String, Metadata> pages)
            throws IOException {
        this.archive = archive;
        this.address = address;
        this.pages = pages;
        this.source = new Source(bytes);
        this.records = new WarcRecords(source, archive.meter());
    }

    @Override
    public @Nullable Outcome<Item> next() throws IOException {
        held.clear();
        while (!source.failed) {
            try {
                MessageHeaders headers = records.next();
                if (headers == null) {
                    return null;
                }
                Outcome<Item> outcome = take(headers);
                if (outcome != null) {
                    return outcome;
                }
            } catch (ArchiveException e) {
                return lost(e);
            } catch (RuntimeException e) {
                return lost(Words.damaged(e));
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        held.clear();
        records.close();
    }

    /** Skips the record at hand; the next is looked for from here. */
    private Outcome<Item> lost(ArchiveException why) throws IOException {
        records.lose();
        if (held.size() > archive.limits().maxPayloadBytes()) {
            // Unpacked in vain, but unpacked.
            archive.meter().gave(held.size());
        }
        MessageHeaders headers = records.headers();
        String its = headers == null ? address : target(headers).orElse(address);
        return OpenArchive.skipped(its, records.place() + ": " + why.getMessage());
    }

    /** Null if the record holds nothing to read. */
    private @Nullable Outcome<Item> take(MessageHeaders headers) throws IOException {
        String type = headers.first("WARC-Type").orElse("").strip().toLowerCase(Locale.ROOT);
        boolean holdsPayload = switch (type) {
            case "response", "resource", "conversion" -> true;
            case "revisit" -> passOver("revisit of a payload stored elsewhere");
            case "continuation" -> passOver("continuation of a record in segments");
            default -> false;
        };
        if (!holdsPayload) {
            records.finish();
            return null;
        }
        if (headers.first("WARC-Segment-Number").isPresent()) {
            throw new ArchiveException("a record in segments, which are not put together");
        }
        String contentType = headers.first("Content-Type").orElse("");
        boolean isHttp = type.equals("response")
                && (contentType.isBlank()
                        || contentType.toLowerCase(Locale.ROOT).startsWith("application/http"));
        return isHttp ? response(headers) : payload(headers, contentType, List.of(), List.of(), Optional.empty());
    }

    private @Nullable Outcome<Item> response(MessageHeaders headers) throws IOException {
        byte[] block = WarcRecords.headerBlock(records.body(), archive.limits().maxHeaderBytes());
        HttpResponse http;
        try {
            http = HttpResponse.parseWithoutBody(Channels.newChannel(new ByteArrayInputStream(block)), null);
        } catch (IOException | RuntimeException e) {
            throw new ArchiveException("an HTTP header that cannot be understood", e);
        }
        if (http.status() != 200) {
            passOver("status " + http.status());
            records.finish();
            return null;
        }
        MessageHeaders sent = http.headers();
        return payload(
                headers,
                sent.first("Content-Type").orElse(""),
                sent.all("Transfer-Encoding"),
                sent.all("Content-Encoding"),
                sent.first("Content-Length"));
    }

    private @Nullable Outcome<Item> payload(
            MessageHeaders headers,
            String contentType,
            List<String> transferEncodings,
            List<String> contentEncodings,
            Optional<String> statedLength)
            throws IOException {
        Optional<String> mediaType = MediaTypes.base(contentType)
                .or(() -> headers.first("WARC-Identified-Payload-Type").flatMap(MediaTypes::base));
        Optional<String> target = target(headers);
        String unread = unread(mediaType, target);
        if (!unread.isEmpty()) {
            passOver(unread);
            records.finish();
            return null;
        }
        Evidence evidence = new Evidence(headers);
        InputStream entity = evidence.over(HttpBody.withoutChunks(records.body(), transferEncodings));
        hold(entity, contentEncodings, evidence.isTruncated());
        if (transferEncodings.isEmpty() && contentEncodings.isEmpty()) {
            evidence.stated(statedLength);
        }
        records.finish();
        if (held.size() == 0) {
            passOver("empty payload");
            return null;
        }
        String its = target.orElseGet(
                () -> address + "!/" + Words.plain(evidence.recordId().orElse(records.place())));
        Known about = new Known(
                target.flatMap(WarcEntries::name),
                mediaType,
                MediaTypes.charset(contentType),
                evidence.metadata().orElse(pages.apply(its)));
        return archive.kept(its, about, held.open(), MeteredStream.UNKNOWN);
    }

    /** Decodes the payload. Of one that the archive says is truncated, as much as there is. */
    private void hold(InputStream entity, List<String> contentEncodings, boolean truncated) throws IOException {
        try (InputStream decoded = HttpBody.decoded(entity, contentEncodings)) {
            held.take(decoded, archive.limits().maxPayloadBytes());
            entity.transferTo(OutputStream.nullOutputStream());
        } catch (IOException | RuntimeException e) {
            if (!truncated || held.size() > archive.limits().maxPayloadBytes()) {
                throw new ArchiveException("its payload: " + Words.damaged(e).getMessage(), e);
            }
        }
    }

    /** Why a payload is not read; empty if it is. */
    private String unread(Optional<String> mediaType, Optional<String> target) {
        if (mediaType.isPresent() && !archive.isRead(mediaType.get())) {
            return mediaType.get();
        }
        boolean robots = target.isPresent() && target.get().matches("(?i)https?://[^/]+/robots\\.txt");
        return robots ? "robots.txt" : "";
    }

    private boolean passOver(String what) {
        archive.passOver(what);
        return false;
    }

    private static Optional<String> target(MessageHeaders headers) {
        return headers.first("WARC-Target-URI")
                .map(Evidence::withoutBrackets)
                .map(Words::address)
                .filter(uri -> !uri.isBlank());
    }

    /** The last element of the path. */
    private static Optional<String> name(String uri) {
        int end = uri.length();
        for (char mark : new char[] {'?', '#'}) {
            int at = uri.indexOf(mark);
            end = at >= 0 ? Math.min(end, at) : end;
        }
        String path = uri.substring(0, end);
        int authority = path.indexOf("://");
        int slash = path.lastIndexOf('/');
        String name = slash > authority + 2 || authority < 0 ? path.substring(slash + 1) : "";
        return name.isBlank() ? Optional.empty() : Optional.of(name);
    }

    /** The file. What is wrong with its bytes can be passed over; that they cannot be had cannot. */
    private static final class Source extends FilterInputStream {

        private boolean failed;

        Source(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            try {
                return in.read(bytes, offset, length);
            } catch (IOException e) {
                failed = true;
                throw e;
            }
        }
    }
}
