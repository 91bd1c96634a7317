package io.onrecord.cli;

/** What the process answers to its caller. */
final class ExitCode {

    /** All was read. */
    static final int OK = 0;

    /** It failed, or nothing at all could be read. */
    static final int FAILED = 1;

    /** The command line was wrong. */
    static final int USAGE = 2;

    /** It finished, with some inputs skipped. */
    static final int SKIPPED = 3;

    private ExitCode() {}
}
