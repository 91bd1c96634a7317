package io.onrecord.reading.web;

import io.onrecord.model.Capture;
import io.onrecord.model.Metadata;
import io.onrecord.reading.item.Item;
import io.onrecord.reading.item.Known;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** A payload that was fetched whole, unpacked if it was compressed. Immutable. */
public final class Fetched implements Fetch {

    private final String address;
    private final Address end;
    private final ContentType type;
    private final Capture capture;
    private final byte[] payload;

    /** @param payload is not copied */
    Fetched(String address, Address end, ContentType type, byte[] payload, Instant time) {
        this.address = address;
        this.end = end;
        this.type = type;
        this.payload = payload;
        this.capture = new Capture(
                Optional.of(time.truncatedTo(ChronoUnit.SECONDS).toString()),
                Optional.of(end.toString()).filter(other -> !isSame(address, other)),
                Optional.empty(),
                Optional.of("sha256:" + sha256(payload)),
                Optional.empty());
    }

    /** The same address but for a fragment or spelling. */
    private static boolean isSame(String given, String end) {
        try {
            return Address.of(given).toString().equals(end);
        } catch (Address.UnusableException e) {
            return false;
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public String address() {
        return address;
    }

    /** Where redirects led. */
    public String finalAddress() {
        return end.toString();
    }

    /** As declared by the server: lower-case, without parameters. */
    public Optional<String> mediaType() {
        return type.mediaType();
    }

    /** As declared by the server, if this machine knows it. */
    public Optional<Charset> charset() {
        return type.charset();
    }

    /** When it was fetched, from where in the end, and the SHA-256 of the payload as it was unpacked. */
    public Capture capture() {
        return capture;
    }

    /** Of the payload, in bytes. */
    public int size() {
        return payload.length;
    }

    /** The payload from its beginning; need not be closed. */
    public InputStream stream() {
        return new ByteArrayInputStream(payload);
    }

    /** For reading: the article has the address that was asked for, and the capture. A new stream each time. */
    public Item item() {
        return item(Metadata.NONE);
    }

    /** The same, with what else is known of the article. */
    Item item(Metadata more) {
        Metadata captured = new Metadata(
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(capture));
        return new Item(
                address, new Known(end.name(), type.mediaType(), type.charset(), captured.orElse(more)), stream());
    }

    byte[] payload() {
        return payload;
    }
}
