package io.onrecord.cli;

import io.onrecord.encoder.EncodingException;
import io.onrecord.store.StoreException;
import java.util.concurrent.Callable;

/**
 * One thing that {@code doctor} looks at.
 *
 * @param about the thing, in a word
 * @param look looks at it
 */
record Examining(String about, Callable<Finding> look) {

    /** What was found, whatever goes wrong with the looking: the other things are looked at all the same. */
    Finding safely() {
        try {
            return look.call();
        } catch (EncodingException | StoreException e) {
            return Finding.bad(about, String.valueOf(e.getMessage()), "what to do stands in the words above");
        } catch (OutOfMemoryError e) {
            return Finding.bad(
                    about, "the memory that Java may use is not enough", "give it more: ONRECORD_JAVA_OPTS=-Xmx1g");
        } catch (LinkageError e) {
            return Finding.bad(
                    about,
                    "a library cannot be loaded: " + e,
                    "the archive may not be whole: unpack it again, and compare its SHA-256");
        } catch (Exception e) {
            return Finding.bad(about, "a fault of Onrecord: " + e, "please report it");
        }
    }
}
