package io.onrecord.encoder.onnx;

import io.onrecord.encoder.EncodingException;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** The files of the networks that Onrecord ships, held against the digests that were taken when they were made. */
public final class ShippedNetworks {

    /** What to do where the large model is not there. */
    static final String WHERE_LARGE_IS =
            ": it is a download of its own, onrecord-VERSION-large.zip, to be unpacked where"
                    + " onrecord-VERSION.zip was, or as io.onrecord:encoder-onnx-large";

    private static final int PIECE = 1 << 16;

    private ShippedNetworks() {}

    /**
     * A file as it is found.
     *
     * @param what it is, for people
     * @param bytes that it has
     * @param expected SHA-256 that it should have, in lower-case hexadecimal digits
     * @param found SHA-256 that it has
     */
    public record Condition(String what, long bytes, String expected, String found) {

        /** Whether it is as it was made. */
        public boolean whole() {
            return expected.equals(found);
        }
    }

    /**
     * Reads all of them; the large one where it is there, since it is a download of its own.
     *
     * @throws EncodingException if one is missing or cannot be read to its end
     */
    public static List<Condition> examine() {
        List<Condition> found = new ArrayList<>();
        found.add(examine("the network that finds statements", "default.onnx", noted("default.json")));
        found.add(examine("the fast network that finds statements", "fast.onnx", noted("fast.json")));
        if (ShippedNetworks.class.getResource("large.onnx") != null) {
            found.add(examine("the large network that finds statements", "large.onnx", noted("large.json")));
        }
        found.addAll(List.of(
                examine("the network that compares sentences", "pairs.onnx", noted("pairs.json")),
                // Made by others.
                examine("the network for sentences", "/all-minilm-l6-v2-q.onnx", OnnxSentences.DIGEST),
                examine(
                        "the vocabulary of the network for sentences",
                        "/all-minilm-l6-v2-q-tokenizer.json",
                        "da0e79933b9ed51798a3ae27893d3c5fa4a201126cef75586296df9b4d2c62a0")));
        return List.copyOf(found);
    }

    private static Condition examine(String what, String resource, String expected) {
        try (InputStream in = open(what, resource)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            long bytes = 0;
            byte[] piece = new byte[PIECE];
            for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
                digest.update(piece, 0, length);
                bytes += length;
            }
            return new Condition(what, bytes, expected, HexFormat.of().formatHex(digest.digest()));
        } catch (IOException e) {
            throw new EncodingException(what + " cannot be read: " + e.getMessage(), e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static InputStream open(String what, String resource) {
        InputStream in = ShippedNetworks.class.getResourceAsStream(resource);
        if (in == null) {
            throw new EncodingException(what + " is missing from the class path (" + resource + ")");
        }
        return in;
    }

    /** The digest that the trainer noted beside a network: taking it again at each start costs a third of a second. */
    static String noted(String resource) {
        try (InputStream in = open("what was noted of a network", resource);
                JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), in)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean wanted = json.currentName().equals("sha256");
                json.nextToken();
                if (wanted) {
                    return json.getString();
                }
                json.skipChildren();
            }
            throw new EncodingException(resource + " names no digest");
        } catch (IOException e) {
            throw new EncodingException(resource + " cannot be read: " + e.getMessage(), e);
        }
    }
}
