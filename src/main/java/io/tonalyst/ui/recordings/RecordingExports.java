// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import io.tonalyst.ui.Palette;
import io.tonalyst.video.VideoFormat;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Writes the recording in front as files, without asking where to; on the FX thread. */
public final class RecordingExports {
    private final PaneContext context;
    private final RecordingExport export;
    private final FilmExport films;
    private final Supplier<SpectrogramSettings> settings;

    RecordingExports(
            PaneContext context,
            RecordingExport export,
            FilmExport films,
            Supplier<SpectrogramSettings> settings) {
        this.context = context;
        this.export = export;
        this.films = films;
        this.settings = settings;
    }

    /**
     * Writes a picture of the recording in front, in light colours.
     *
     * @param scale 1 for 1280 pixels of width, 2 for twice that
     * @return the written file once it is complete; fails with one sentence, which the status bar
     *     shows too
     * @throws IllegalStateException if no decoded recording is in front
     */
    public CompletableFuture<Path> png(ExportPart part, Path file, double scale) {
        return export.png(front(), part, settings.get(), Palette.LIGHT, scale, file);
    }

    /**
     * Films the selection of the recording in front, or all of it when nothing is selected, in
     * light colours with captions beside; the status bar tells how far it is and how it ended.
     *
     * @throws IllegalStateException if no decoded recording is in front
     */
    public void film(Path file, VideoFormat format) {
        films.write(front(), settings.get(), format, Palette.LIGHT, file);
    }

    /**
     * Writes the selection of the recording in front as WAV, or all of it when nothing is selected.
     *
     * @return as for {@link #png}
     * @throws IllegalStateException if no decoded recording is in front
     */
    public CompletableFuture<Path> wav(Path file) {
        return export.wav(front(), file);
    }

    /**
     * Writes the analysis of the recording in front in the format its name ends like, as CSV if it
     * ends like none.
     *
     * @return as for {@link #png}
     * @throws IllegalStateException if no decoded recording is in front
     */
    public CompletableFuture<Path> segments(Path file) {
        return export.analysis(front(), context.modelName(), file);
    }

    /**
     * Writes the labels that a person gave to segments, of all opened recordings, as a table that
     * can be trained on.
     *
     * @return the written file once it is complete; fails with one sentence, which the status bar
     *     shows too, if there are none
     */
    public CompletableFuture<Path> corrections(Path file) {
        return export.corrections(context.sessions(), file);
    }

    private RecordingSession front() {
        return context.audible()
                .orElseThrow(() -> new IllegalStateException("No recording is open."));
    }
}
