// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.samples;

import io.tonalyst.recording.RecordingException;
import io.tonalyst.recording.WavWriter;
import io.tonalyst.signal.Signal;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import io.tonalyst.work.WholeFile;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the whole sample folder: the call log with its lookup tables and recordings of some of its
 * calls, three synthetic calls and a note that says what they are. Files appear under their names
 * only once they are complete.
 */
public final class SampleFiles {
    /** Rows of the log that is shipped: five agents over two and a half years in 1.6 MB. */
    public static final long DEFAULT_ROWS = 21_500;

    /** Where the recordings lie that belong to calls of the log. */
    public static final String RECORDINGS = "recordings";

    /** Seed of the samples that are shipped. */
    public static final long DEFAULT_SEED = 2;

    /**
     * Writes all files.
     *
     * @param folder made if it does not exist; files of the same names are replaced
     * @param rows rows of the call log, 1 to {@link CallLogGenerator#MAX_ROWS}
     * @return the files written
     * @throws IOException with one sentence, if the folder or a file cannot be written
     */
    public List<Path> write(
            Path folder, long rows, long seed, CancelToken cancel, ProgressSink progress)
            throws IOException {
        List<Path> files = new ArrayList<>();
        try {
            Files.createDirectories(folder.resolve("calls"));
            for (SampleCall call : SampleCall.values()) {
                cancel.throwIfCancelled();
                progress.report(Double.NaN, "Synthesising calls");
                Path file = folder.resolve("calls").resolve(call.fileName());
                writeCall(file, call, seed);
                files.add(file);
            }
            files.add(text(folder.resolve("Call_Resolution_Type.csv"), Lookups.RESOLUTIONS));
            files.add(text(folder.resolve("Call_Type.csv"), Lookups.CALL_TYPES));
            files.add(text(folder.resolve("Wireless_Plans.csv"), Lookups.PLANS));
            files.add(text(folder.resolve("README.md"), Lookups.README));
            var story = new StoryRecordings();
            files.add(log(folder.resolve("call_log.csv"), rows, seed, story, cancel, progress));
            Path recordings = Files.createDirectories(folder.resolve(RECORDINGS));
            for (LoggedCall call : story.recorded()) {
                cancel.throwIfCancelled();
                Path file = recordings.resolve(StoryRecordings.fileName(call));
                Signal signal = StoryRecordings.render(call, seed);
                WholeFile.write(file, part -> Files.write(part, MuLawWriter.toBytes(signal)));
                files.add(file);
            }
        } catch (IOException e) {
            throw new IOException(
                    "The samples could not be written to "
                            + folder
                            + ": check that it may be written to and has room.",
                    e);
        }
        return files;
    }

    private static void writeCall(Path file, SampleCall call, long seed) throws IOException {
        Signal signal = call.render(seed);
        if (call.isTelephone()) {
            WholeFile.write(file, part -> Files.write(part, MuLawWriter.toBytes(signal)));
            return;
        }
        try {
            new WavWriter().write(file, signal);
        } catch (RecordingException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static Path log(
            Path file,
            long rows,
            long seed,
            StoryRecordings story,
            CancelToken cancel,
            ProgressSink progress)
            throws IOException {
        WholeFile.write(
                file,
                part -> {
                    try (BufferedWriter out =
                            Files.newBufferedWriter(part, StandardCharsets.US_ASCII)) {
                        new CallLogGenerator(seed).write(out, rows, story::take, cancel, progress);
                    }
                });
        return file;
    }

    private static Path text(Path file, String content) throws IOException {
        WholeFile.write(file, content);
        return file;
    }
}
