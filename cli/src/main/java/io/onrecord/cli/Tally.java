package io.onrecord.cli;

/** What became of the inputs of a run. For one thread. */
final class Tally {

    private long read;
    private long statements;
    private long skipped;
    private long alreadyWritten;

    void read(int statementCount) {
        read++;
        statements += statementCount;
    }

    void skipped() {
        skipped++;
    }

    void alreadyWritten(long count) {
        alreadyWritten = count;
    }

    long read() {
        return read;
    }

    long skippedCount() {
        return skipped;
    }

    long inputs() {
        return read + skipped + alreadyWritten;
    }

    int exitCode() {
        if (read + alreadyWritten == 0) {
            return ExitCode.FAILED;
        }
        return skipped > 0 ? ExitCode.SKIPPED : ExitCode.OK;
    }

    String summary() {
        String summary = articles(read) + " read, " + statements + (statements == 1 ? " statement" : " statements");
        if (alreadyWritten > 0) {
            summary += ", " + articles(alreadyWritten) + " had been read before";
        }
        return summary + (skipped > 0 ? ", " + skipped + " skipped" : "");
    }

    private static String articles(long count) {
        return count == 1 ? "1 article" : count + " articles";
    }
}
