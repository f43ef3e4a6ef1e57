// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.app;

import io.tonalyst.samples.SampleFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The folder the product runs from, with {@code samples/} and {@code models/} in it.
 *
 * @param folder the project's root in a build, the image's in an installation
 */
record Home(Path folder) {
    /** The sample call whose customer becomes agitated. */
    private static final String TOUR_CALL = "rising_16k.wav";

    /** From the system property {@code tonalyst.home}; without it the working folder. */
    static Home locate() {
        return new Home(Path.of(System.getProperty("tonalyst.home", "")).toAbsolutePath());
    }

    /** The bundled recordings, that of the tour first; empty when they are not there. */
    List<Path> sampleRecordings() {
        return samples(".wav").stream()
                .sorted(Comparator.comparing(file -> !file.endsWith(TOUR_CALL)))
                .toList();
    }

    /** The folder of the recordings that belong to calls of the bundled log. */
    Path sampleCalls() {
        return folder.resolve("samples").resolve(SampleFiles.RECORDINGS);
    }

    /** The bundled call log, as a list of one or none. */
    List<Path> sampleLog() {
        return samples("call_log.csv");
    }

    /** What "open the samples" opens: the first recording and the call log. */
    List<Path> samples() {
        return Stream.concat(sampleRecordings().stream().limit(1), sampleLog().stream()).toList();
    }

    /** Where the tour puts what it makes: in a build its target folder, else the person's. */
    Path tourFolder() {
        Path target = folder.resolve("target");
        return Files.isDirectory(target)
                ? target.resolve("tour")
                : Path.of(System.getProperty("user.home", "."), ".tonalyst", "tour");
    }

    private List<Path> samples(String ending) {
        Path samples = folder.resolve("samples");
        if (!Files.isDirectory(samples)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(samples, 2)) {
            return files.filter(f -> f.toString().toLowerCase(Locale.ROOT).endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The samples in " + samples + " cannot be read", e);
        }
    }
}
