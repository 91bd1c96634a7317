package io.onrecord.spark;

import java.util.List;

/**
 * What one task reads: some inputs or a part of one, in the order of the inputs. A unit that has been read is not read again.
 *
 * @param id tells whether it was read before: a digest of its pieces, of their sizes and times, and of what reads them
 * @param pieces in order
 */
record ReadUnit(String id, List<Piece> pieces) {

    /** What a piece is read as. */
    enum Kind {
        /** A whole file, by what its first bytes look like. */
        FILE,
        /** Some lines of a file of JSON Lines. */
        LINES,
        /** Those groups of rows of a Parquet file whose middle lies in the range. */
        PARQUET
    }

    /**
     * One file or a part of it.
     *
     * @param kind what it is read as
     * @param path where it is
     * @param address of it in records and reports
     * @param from first byte
     * @param to behind the last byte
     * @param line number of its first line, from 1
     * @param whole whether it is the whole file
     */
    record Piece(Kind kind, String path, String address, long from, long to, long line, boolean whole) {

        String name() {
            return path.substring(path.lastIndexOf('/') + 1);
        }

        long length() {
            return to - from;
        }
    }
}
