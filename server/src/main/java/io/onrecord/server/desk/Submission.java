package io.onrecord.server.desk;

import io.onrecord.reading.Input;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What somebody wants read.
 *
 * @param texts given as they are
 * @param addresses of the web, which are fetched
 * @param files that were sent, deleted after they were read; empty for none
 */
public record Submission(List<Pasted> texts, List<String> addresses, Optional<SentFiles> files) {

    /** Most texts and addresses of one job. */
    public static final int MOST = 1_000;

    private static final int LONGEST = 4_000;

    /**
     * Holds what is sent to the limits.
     *
     * @throws IllegalArgumentException if there is nothing to be read, too much, or something that is no address
     */
    public Submission {
        texts = List.copyOf(texts);
        addresses = addresses.stream().map(String::strip).distinct().toList();
        addresses.forEach(Submission::checkAddress);
        files = files.filter(sent -> !sent.isEmpty());
        if (texts.isEmpty() && addresses.isEmpty() && files.isEmpty()) {
            throw new IllegalArgumentException("there is nothing to be read: give a text, an address or a file");
        }
        if (texts.size() + addresses.size() > MOST) {
            throw new IllegalArgumentException("one job reads " + MOST + " texts and addresses, not "
                    + (texts.size() + addresses.size()) + ": send them as a file, or in several jobs");
        }
    }

    /** A text. */
    public static Submission of(Pasted text) {
        return new Submission(List.of(text), List.of(), Optional.empty());
    }

    /** An address. */
    public static Submission of(String address) {
        return new Submission(List.of(), List.of(address), Optional.empty());
    }

    /** Files. */
    public static Submission of(SentFiles files) {
        return new Submission(List.of(), List.of(), Optional.of(files));
    }

    /** @throws IllegalArgumentException if it is none of the web */
    static void checkAddress(String address) {
        boolean isWeb = address.length() <= LONGEST
                && Input.isAddress(address)
                && address.codePoints().noneMatch(Character::isISOControl);
        if (!isWeb) {
            throw new IllegalArgumentException("an address begins with http:// or https:// and has at most " + LONGEST
                    + " characters, unlike '" + Words.shown(address) + "'");
        }
        checkCredentials(address);
    }

    /** What is kept is shown to others: a password has no place in it. */
    private static void checkCredentials(String address) {
        try {
            if (new URI(address).getRawUserInfo() != null) {
                throw new IllegalArgumentException(
                        "the address holds a user's name or password, which everybody would see: leave it out");
            }
        } catch (URISyntaxException e) {
            // Whether it can be fetched is for the fetcher to say.
            return;
        }
    }

    /** How many things there are. */
    public int size() {
        return texts.size() + addresses.size() + files.map(SentFiles::size).orElse(0);
    }

    /** Whether somebody waits for one article. */
    boolean isQuick() {
        return size() == 1 && files.map(SentFiles::bytes).orElse(0L) <= SentFiles.SMALL;
    }

    /** What it is, in a few words of whoever sent it. */
    public List<String> labels() {
        List<String> labels = new ArrayList<>();
        texts.forEach(text -> labels.add(text.title()
                .or(text::address)
                .orElseGet(() -> "a text: " + Words.shown(text.text().strip()))));
        labels.addAll(addresses);
        files.ifPresent(sent -> labels.addAll(sent.names()));
        return labels;
    }
}
