package io.onrecord.server.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * 256 random bits, spelled behind two words that say what they are for. They are shown once; what is kept is their digest, which needs no
 * salt and no slow hash since nobody can guess so many bits, and how they begin.
 *
 * @param kind what it is for
 * @param words all of it, as it is shown
 */
record Token(Kind kind, String words) {

    /** What a token is for. */
    enum Kind {
        USER("onrecord_user_"),
        LINK("onrecord_link_"),
        SESSION("onrecord_session_");

        private final String beginning;

        Kind(String beginning) {
            this.beginning = beginning;
        }
    }

    private static final int BYTES = 32;
    private static final int PREFIX = 8;
    private static final Pattern REST = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final String NOTHING = "0".repeat(64);

    static Token make(Kind kind, SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        String spelled;
        do {
            random.nextBytes(bytes);
            spelled = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            // A link is taken back by its prefix, which must not look like an option of the command line.
        } while (spelled.startsWith("-"));
        return new Token(kind, kind.beginning + spelled);
    }

    /** The token that somebody gave; empty where it is not spelled as one. */
    static Optional<Token> of(Kind kind, String words) {
        return words.startsWith(kind.beginning)
                        && REST.matcher(words.substring(kind.beginning.length()))
                                .matches()
                ? Optional.of(new Token(kind, words))
                : Optional.empty();
    }

    /** Whether words have a token in them, or most of one. */
    static boolean standsIn(String words) {
        return Arrays.stream(Kind.values()).anyMatch(kind -> words.contains(kind.beginning));
    }

    /** How it begins, which is no secret: 48 of the bits; 208 are left. */
    String prefix() {
        return words.substring(kind.beginning.length(), kind.beginning.length() + PREFIX);
    }

    String digest() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Whether a digest is this token's, in a time that does not depend on where they differ. */
    boolean has(Optional<String> digest) {
        boolean same = MessageDigest.isEqual(
                digest().getBytes(StandardCharsets.US_ASCII),
                digest.orElse(NOTHING).getBytes(StandardCharsets.US_ASCII));
        return same && digest.isPresent();
    }

    /** Without what is secret. */
    @Override
    public String toString() {
        return kind.beginning + prefix() + "…";
    }
}
