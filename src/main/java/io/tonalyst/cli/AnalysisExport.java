// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import io.tonalyst.emotion.PredictionTimeline;
import io.tonalyst.interchange.AnalysedRecording;
import io.tonalyst.interchange.AnalysisFormat;
import io.tonalyst.interchange.ExportNames;
import io.tonalyst.interchange.ReportPictures;
import io.tonalyst.recording.Recording;
import io.tonalyst.review.Review;
import io.tonalyst.work.CancelToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The files that {@code --export} asks for. */
final class AnalysisExport {
    private final List<AnalysisFormat> formats;
    private final @Nullable Path folder;
    private final ExportNames names;

    private AnalysisExport(
            List<AnalysisFormat> formats, @Nullable Path folder, List<Path> recordings) {
        this.formats = List.copyOf(formats);
        this.folder = folder;
        this.names = ExportNames.of(recordings);
    }

    /**
     * @param recordings all that will be written, so that each gets a name of its own
     * @throws ParameterException if a format is unknown or there is no folder for them
     * @throws IOException with one sentence if the folder cannot be made
     */
    static AnalysisExport of(
            List<String> keys, @Nullable Path folder, List<Path> recordings, CommandLine line)
            throws IOException {
        List<AnalysisFormat> formats = new ArrayList<>();
        for (String key : keys) {
            formats.add(
                    AnalysisFormat.ofKey(key)
                            .orElseThrow(
                                    () ->
                                            new ParameterException(
                                                    line,
                                                    "--export is one or more of "
                                                            + AnalysisFormat.keys()
                                                            + ", not '"
                                                            + key
                                                            + "'.")));
        }
        if (!formats.isEmpty() && folder == null) {
            throw new ParameterException(line, "Name the folder for --export with --out.");
        }
        if (folder != null) {
            try {
                Files.createDirectories(folder);
            } catch (IOException e) {
                throw new IOException(
                        "The folder " + folder + " cannot be made; choose another.", e);
            }
        }
        return new AnalysisExport(formats, folder, recordings);
    }

    /**
     * Writes the files of one recording.
     *
     * @throws IOException with one sentence for the user
     */
    void write(Recording recording, PredictionTimeline timeline, String model) throws IOException {
        if (folder == null) {
            return;
        }
        var analysed =
                new AnalysedRecording(
                        recording.file(),
                        recording.format(),
                        recording.signal().sampleRate().hertz(),
                        model,
                        recording.damage(),
                        timeline,
                        Review.NONE);
        for (AnalysisFormat format : formats) {
            format.write(
                    analysed,
                    () -> ReportPictures.of(recording.signal(), new CancelToken()),
                    folder.resolve(names.of(recording.file()) + format.ending()));
        }
    }
}
