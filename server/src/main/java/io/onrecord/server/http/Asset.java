package io.onrecord.server.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A file that pages need: style, script, picture. */
final class Asset {

    private static final int DIGITS = 12;

    private final String type;
    private final byte[] bytes;
    private final String digest;

    private Asset(String type, byte[] bytes, String digest) {
        this.type = type;
        this.bytes = bytes;
        this.digest = digest;
    }

    static Asset of(String name, Class<?> near, String resource) {
        try (InputStream in = near.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the class path of Onrecord lacks " + resource);
            }
            byte[] bytes = in.readAllBytes();
            String digest = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes))
                    .substring(0, DIGITS);
            return new Asset(type(name), bytes, digest);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Its media type. */
    String type() {
        return type;
    }

    /** Of the bytes, short; part of the address, so that browsers may keep it for ever. */
    String digest() {
        return digest;
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(bytes);
    }

    private static String type(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "css" -> "text/css; charset=utf-8";
            case "js" -> "text/javascript; charset=utf-8";
            case "svg" -> "image/svg+xml";
            case "png" -> "image/png";
            case "webmanifest" -> "application/manifest+json";
            default -> throw new IllegalArgumentException("no media type is known for " + name);
        };
    }
}
