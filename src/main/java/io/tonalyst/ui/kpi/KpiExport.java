// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi;

import io.tonalyst.export.PngExport;
import io.tonalyst.recording.WavWriter;
import io.tonalyst.signal.Signal;
import io.tonalyst.sonify.MidiWriter;
import io.tonalyst.ui.FollowedWork;
import io.tonalyst.ui.Palette;
import io.tonalyst.ui.StatusReporter;
import io.tonalyst.ui.kpi.explore.Exports;
import io.tonalyst.ui.kpi.views.ChartFilm;
import io.tonalyst.video.VideoFormat;
import io.tonalyst.work.JobOutcome;
import io.tonalyst.work.JobRunner;
import io.tonalyst.work.ProgressSink;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Writes what the workspace shows to files, in the background; problems are one sentence. */
public final class KpiExport {
    private final JobRunner jobs;
    private final StatusReporter status;
    private final FollowedWork work;
    private final WavWriter wavWriter = new WavWriter();
    private final MotionChartPainter painter = new MotionChartPainter();

    KpiExport(JobRunner jobs, StatusReporter status) {
        this.jobs = jobs;
        this.status = status;
        this.work = new FollowedWork(jobs, status);
    }

    /** Writes the chart as it stands at one moment. Call on the FX thread. */
    public void png(MotionFrame frame, double scale, Palette palette, Path file) {
        var image =
                PngExport.paint(
                        painter.of(frame, palette),
                        MotionChartImage.WIDTH,
                        MotionChartImage.HEIGHT,
                        scale,
                        palette.background());
        write(
                file,
                () -> {
                    PngExport.write(image, file);
                    return file;
                });
    }

    /** Writes the sound of the whole month. */
    public void wav(KpiShown shown, Path file) {
        write(
                file,
                () -> {
                    wavWriter.write(file, Signal.of(shown.sound()));
                    return file;
                });
    }

    /** Writes the notes of the whole month. */
    public void midi(KpiShown shown, Path file) {
        write(
                file,
                () -> {
                    MidiWriter.write(shown.score(), file);
                    return file;
                });
    }

    /** The same way for other pages: asking with the dialogs of this one. */
    Exports into(FileChoice files) {
        return new Exports() {
            @Override
            public Optional<Path> ask(String what, String suggested) {
                return files.save(what, suggested);
            }

            @Override
            public void write(Path file, Callable<Path> work) {
                KpiExport.this.write(file, work);
            }
        };
    }

    /** Writes the month as a film with its sound. */
    public void film(KpiShown shown, VideoFormat format, Palette palette, Path file) {
        work.begin(
                "Film " + file.getFileName(),
                file,
                (cancel, progress) -> {
                    MonthPresentation.of(shown).film(file, format, palette, cancel, progress);
                    return "Wrote " + file + ".";
                });
    }

    /** Writes a chart as a film, with the sound it follows if it has one. */
    void film(ChartFilm film, VideoFormat format, Palette palette, Path file) {
        work.begin(
                "Film " + file.getFileName(),
                file,
                (cancel, progress) -> {
                    film.write(file, format, palette, cancel, progress);
                    return "Wrote " + file + ".";
                });
    }

    /** Writes film, captions, pictures, sound and notes into a folder. */
    public void presentation(
            KpiShown shown, VideoFormat format, Palette palette, Path folder, String name) {
        work.begin(
                "Presentation " + name,
                folder,
                (cancel, progress) -> {
                    var written =
                            MonthPresentation.of(shown)
                                    .write(folder, name, format, palette, cancel, progress);
                    return "Wrote " + written.size() + " files into " + folder + ".";
                });
    }

    private void write(Path file, Callable<Path> work) {
        jobs.submit(
                (cancel, progress) -> work.call(),
                ProgressSink.NONE,
                outcome -> {
                    switch (outcome) {
                        case JobOutcome.Done<Path>(var written) ->
                                status.say("Wrote " + written + ".");
                        case JobOutcome.Failed<Path>(var cause) ->
                                status.problem(FollowedWork.problem(file, cause));
                        case JobOutcome.Cancelled<Path>() ->
                                status.say("Writing " + file + " was cancelled.");
                    }
                });
    }
}
