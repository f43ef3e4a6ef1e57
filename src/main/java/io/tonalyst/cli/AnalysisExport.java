// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import io.tonalyst.interchange.AnalysedRecording;
import io.tonalyst.interchange.AnalysisFormat;
import io.tonalyst.interchange.ExportNames;
import io.tonalyst.interchange.ReportPictures;
import io.tonalyst.library.BatchAnalysis;
import io.tonalyst.library.StoredAnalysis;
import io.tonalyst.recording.RecordingException;
import io.tonalyst.recording.RecordingOpener;
import io.tonalyst.review.Review;
import io.tonalyst.signal.Samples;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The files that {@code --export} asks for. */
final class AnalysisExport {
    /** Folder in that of the exports where results are kept to go on from. */
    static final String RESULTS = "analyses";

    private final List<AnalysisFormat> formats;
    private final @Nullable Path folder;
    private final ExportNames names;
    private final AnalysisInputs inputs;

    private AnalysisExport(
            List<AnalysisFormat> formats, @Nullable Path folder, AnalysisInputs inputs) {
        this.formats = List.copyOf(formats);
        this.folder = folder;
        this.names = ExportNames.of(inputs.recordings());
        this.inputs = inputs;
    }

    /**
     * @param inputs all that will be written, so that each gets a name of its own
     * @throws ParameterException if a format is unknown or there is no folder for them
     * @throws IOException with one sentence if the folder cannot be made
     */
    static AnalysisExport of(
            List<String> keys, @Nullable Path folder, AnalysisInputs inputs, CommandLine line)
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
        return new AnalysisExport(formats, folder, inputs);
    }

    /**
     * Writes the files of one recording. Those of a result that was kept from before are only
     * written where they are missing or hold corrections.
     *
     * @param opener decodes again what a report shows of a recording that was not decoded now
     * @throws IOException with one sentence for the user
     */
    void write(BatchAnalysis.Result result, RecordingOpener opener, CancelToken cancel)
            throws IOException {
        StoredAnalysis analysis = result.analysis();
        if (folder == null || analysis.timeline().isEmpty()) {
            return;
        }
        Path recording = inputs.recordings().get(result.index());
        Review review = inputs.review(recording);
        var analysed =
                new AnalysedRecording(
                        recording,
                        analysis.format(),
                        analysis.sampleRate(),
                        analysis.model().name(),
                        analysis.damage(),
                        analysis.timeline().get(),
                        review);
        for (AnalysisFormat format : formats) {
            Path file = folder.resolve(names.of(recording) + format.ending());
            boolean there = result.recording().isEmpty() && review.isEmpty();
            if (!there || !Files.exists(file)) {
                format.write(analysed, () -> pictures(result, recording, opener, cancel), file);
            }
        }
    }

    private static ReportPictures pictures(
            BatchAnalysis.Result result,
            Path recording,
            RecordingOpener opener,
            CancelToken cancel) {
        if (result.recording().isPresent()) {
            return ReportPictures.of(result.recording().get().samples(), cancel);
        }
        try (Samples samples = opener.read(recording, cancel, ProgressSink.NONE).samples()) {
            return ReportPictures.of(samples, cancel);
        } catch (RecordingException e) {
            throw new UncheckedIOException(new IOException(e.getMessage(), e));
        }
    }
}
