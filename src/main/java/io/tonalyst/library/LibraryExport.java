// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.library;

import io.tonalyst.interchange.AnalysedRecording;
import io.tonalyst.interchange.AnalysisFormat;
import io.tonalyst.interchange.ExportNames;
import io.tonalyst.interchange.ReportPictures;
import io.tonalyst.recording.RecordingDecoder;
import io.tonalyst.recording.RecordingException;
import io.tonalyst.recording.RecordingOpener;
import io.tonalyst.recording.SampleStore;
import io.tonalyst.review.Review;
import io.tonalyst.signal.Samples;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.Job;
import io.tonalyst.work.ProgressSink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Writes the kept results of many recordings into a folder, one file each. */
final class LibraryExport implements Job<Integer> {
    private final RecordingOpener opener;
    private final List<AnalysedRecording> recordings;
    private final AnalysisFormat format;
    private final Path folder;

    private LibraryExport(
            RecordingDecoder decoder,
            List<AnalysedRecording> recordings,
            AnalysisFormat format,
            Path folder) {
        this.opener = new RecordingOpener(decoder, SampleStore.ofUser());
        this.recordings = recordings;
        this.format = format;
        this.folder = folder;
    }

    /**
     * @param entries those without a result are left out
     * @param reviews what a person says of a recording
     */
    static LibraryExport of(
            RecordingDecoder decoder,
            List<LibraryEntry> entries,
            AnalysisFormat format,
            Path folder,
            Function<Path, Review> reviews) {
        List<AnalysedRecording> recordings = new ArrayList<>();
        for (LibraryEntry entry : entries) {
            recording(entry, reviews.apply(entry.file())).ifPresent(recordings::add);
        }
        return new LibraryExport(decoder, recordings, format, folder);
    }

    private static Optional<AnalysedRecording> recording(LibraryEntry entry, Review review) {
        return entry.analysis()
                .flatMap(
                        a ->
                                a.timeline()
                                        .map(
                                                timeline ->
                                                        new AnalysedRecording(
                                                                entry.file(),
                                                                a.format(),
                                                                a.sampleRate(),
                                                                a.model().name(),
                                                                a.damage(),
                                                                timeline,
                                                                review)));
    }

    /** Files it will write. */
    int count() {
        return recordings.size();
    }

    /** Writes the files and tells how many. */
    @Override
    public Integer run(CancelToken cancel, ProgressSink progress) throws IOException {
        ExportNames names =
                ExportNames.of(recordings.stream().map(AnalysedRecording::file).toList());
        for (int i = 0; i < recordings.size(); i++) {
            cancel.throwIfCancelled();
            AnalysedRecording recording = recordings.get(i);
            progress.report((double) i / recordings.size(), recording.name());
            try {
                format.write(
                        recording,
                        () -> pictures(recording, cancel),
                        folder.resolve(names.of(recording.file()) + format.ending()));
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        }
        return recordings.size();
    }

    private ReportPictures pictures(AnalysedRecording recording, CancelToken cancel) {
        try (Samples samples = opener.read(recording.file(), cancel, ProgressSink.NONE).samples()) {
            return ReportPictures.of(samples, cancel);
        } catch (RecordingException e) {
            throw new UncheckedIOException(new IOException(e.getMessage(), e));
        }
    }
}
