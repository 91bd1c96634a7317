package io.onrecord.encoder.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.onrecord.encoder.EncodingException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * A session of ONNX Runtime that any number of threads share, each run on its caller's thread alone. It closes when no run is
 * under way, and lets none begin when the process ends.
 */
final class SharedSession implements AutoCloseable {

    /** Something done with the runtime's session. */
    interface Work<T> {
        T with(OrtSession session) throws OrtException;
    }

    private static final Duration END_OF_PROCESS = Duration.ofSeconds(10);

    private final OrtSession session;
    /** Runs share it, closing has it alone: a session that is closed under a run takes the process down. */
    private final ReadWriteLock open = new ReentrantReadWriteLock();
    /** So does a run that is still under way when the process ends: the runtime's own parts are gone before its threads. */
    private final Thread atExit = new Thread(this::holdRuns, "onrecord: last run");

    private boolean closed;
    private boolean ending;

    private SharedSession(OrtSession session) {
        this.session = session;
    }

    /**
     * Opens a network.
     *
     * @param bytes of its ONNX file
     * @param what it is, for messages
     * @throws EncodingException if it is none, or the runtime cannot be loaded
     */
    static SharedSession open(byte[] bytes, String what) {
        SharedSession shared = new SharedSession(session(bytes, what));
        try {
            Runtime.getRuntime().addShutdownHook(shared.atExit);
        } catch (IllegalStateException e) {
            close(shared.session);
            throw new EncodingException(what + " cannot be opened while the process ends", e);
        }
        return shared;
    }

    private static OrtSession session(byte[] bytes, String what) {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
            return environment().createSession(bytes, options);
        } catch (OrtException e) {
            throw new EncodingException(what + " is not a network that ONNX Runtime can open: " + e.getMessage(), e);
        } catch (LinkageError e) {
            throw new EncodingException(
                    "ONNX Runtime's native library cannot be loaded (" + e.getMessage()
                            + "); it is unpacked to the folder for temporary files, which must allow programs:"
                            + " set another with -Djava.io.tmpdir=FOLDER",
                    e);
        }
    }

    /** On Windows the runtime can report its use to its maker: nothing goes out that the user did not ask for. */
    private static OrtEnvironment environment() throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        environment.setTelemetry(false);
        return environment;
    }

    /** How a network is told from others: the beginning of its SHA-256. */
    static String digest(byte[] bytes) {
        try {
            byte[] sha = MessageDigest.getInstance("SHA-256").digest(bytes);
            return named(HexFormat.of().formatHex(sha));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The same of a SHA-256 that is known already. */
    static String named(String sha) {
        return "sha256:" + sha.substring(0, 16);
    }

    /**
     * Looks at what the network says of itself.
     *
     * @throws EncodingException if it cannot be read
     */
    <T> T inspect(String what, Work<T> work) {
        try {
            return work.with(session);
        } catch (OrtException e) {
            throw new EncodingException(what + " cannot be opened: " + e.getMessage(), e);
        }
    }

    /**
     * Runs the network.
     *
     * @param model its name, for messages
     * @throws EncodingException if the runtime fails, this is closed, or the process ends
     */
    <T> T run(String model, Work<T> work) {
        open.readLock().lock();
        try {
            if (closed) {
                throw new EncodingException("model " + model + " has been closed");
            }
            if (!ending) {
                return work.with(session);
            }
        } catch (OrtException e) {
            throw new EncodingException("model " + model + " failed: " + e.getMessage(), e);
        } finally {
            open.readLock().unlock();
        }
        // What works on articles should be gone before it can report them as failed.
        LockSupport.parkNanos(END_OF_PROCESS.toNanos());
        throw new EncodingException("model " + model + " runs no more: the process is ending");
    }

    /** Waits for the runs under way, and lets no other begin. */
    private void holdRuns() {
        open.writeLock().lock();
        try {
            ending = true;
        } finally {
            open.writeLock().unlock();
        }
    }

    /** Waits for the runs under way. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // The process is ending: the hook has its turn.
        }
        open.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                close(session);
            }
        } finally {
            open.writeLock().unlock();
        }
    }

    private static void close(OrtSession session) {
        try {
            session.close();
        } catch (OrtException e) {
            throw new EncodingException("ONNX Runtime could not close a session: " + e.getMessage(), e);
        }
    }
}
