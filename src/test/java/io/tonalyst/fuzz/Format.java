// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A format that the program reads: a good file of it, and how files of it are read.
 *
 * @param name unique
 * @param ending of file names, with its dot
 * @param seed bytes of a good file, or of what {@code wrap} packs into one
 * @param wrap packs mutated bytes, for damage inside of a compressed file
 * @param text whether the seed is text, in which numbers are replaced rather than bytes
 * @param place puts the bytes of a file where the reader looks for them
 * @param reader reads it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Format(
        String name,
        String ending,
        byte[] seed,
        Wrap wrap,
        boolean text,
        Place place,
        Reader reader) {
    /** Packs bytes. */
    interface Wrap {
        byte[] pack(byte[] bytes) throws IOException;
    }

    /** Writes a file and says what to read. */
    interface Place {
        Path put(Path folder, String name, byte[] bytes) throws IOException;
    }

    /** Reads a file as the program does. */
    interface Reader {
        Read read(Path file) throws Exception;
    }

    /**
     * What came of reading.
     *
     * @param bytes of sound that were decoded; 0 for what is no sound
     * @param remark said of a damaged file that can be used
     */
    record Read(long bytes, Optional<String> remark) {
        static final Read FINE = new Read(0, Optional.empty());
    }

    static Format sound(String name, String ending, byte[] seed, Reader reader) {
        return new Format(name, ending, seed, b -> b, false, Format::plainly, reader);
    }

    static Format text(String name, String ending, byte[] seed, Reader reader) {
        return new Format(name, ending, seed, b -> b, true, Format::plainly, reader);
    }

    Format placed(Place other) {
        return new Format(name, ending, seed, wrap, text, other, reader);
    }

    Format wrapped(String newName, String newEnding, Wrap other) {
        return new Format(newName, newEnding, seed, other, text, place, reader);
    }

    Format named(String newName, UnaryOperator<byte[]> change) {
        return new Format(newName, ending, change.apply(seed), wrap, text, place, reader);
    }

    private static Path plainly(Path folder, String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }
}
