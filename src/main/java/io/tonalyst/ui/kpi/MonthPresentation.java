// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi;

import io.tonalyst.export.GifWriter;
import io.tonalyst.export.HeadlessToolkit;
import io.tonalyst.export.PaintedPictures;
import io.tonalyst.export.PngExport;
import io.tonalyst.kpi.KpiPoint;
import io.tonalyst.kpi.KpiSeries;
import io.tonalyst.recording.RecordingException;
import io.tonalyst.recording.WavWriter;
import io.tonalyst.signal.PcmSource;
import io.tonalyst.signal.Signal;
import io.tonalyst.sonify.MidiWriter;
import io.tonalyst.sonify.ScoreEvent;
import io.tonalyst.sonify.ScoreVoice;
import io.tonalyst.sonify.SonificationScore;
import io.tonalyst.sonify.Synth;
import io.tonalyst.ui.BundledFont;
import io.tonalyst.ui.Palette;
import io.tonalyst.video.FilmWriter;
import io.tonalyst.video.SubRip;
import io.tonalyst.video.VideoFormat;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import io.tonalyst.work.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import javafx.scene.image.Image;

/**
 * A month for a talk: its chart as a film with its sound, captions, pictures of the whole month and
 * of the day that stands out most, the sound and the notes. Starts the toolkit headless when it is
 * not running; not for the FX thread.
 *
 * @param sound of the score
 */
public record MonthPresentation(
        KpiSeries series, double threshold, SonificationScore score, PcmSource sound) {
    private static final double PICTURE_SCALE = 1.5;

    /** Part of the time that goes into the film. */
    private static final double FILM_SHARE = 0.95;

    /** The month that is shown, heard alone as it is drawn, whoever it is compared with. */
    static MonthPresentation of(KpiShown shown) {
        KpiRequest request = shown.request();
        if (request.beside().isEmpty()) {
            return new MonthPresentation(
                    shown.series(), request.threshold(), shown.score(), shown.sound());
        }
        var alone =
                SonificationScore.of(shown.series(), request.threshold(), request.mapping())
                        .atSpeed(request.speed());
        // Its notes may be left out for those of the others, which are not there.
        Set<ScoreVoice> silent =
                request.silent().contains(ScoreVoice.FIRST) ? Set.of() : request.silent();
        return new MonthPresentation(
                shown.series(),
                request.threshold(),
                alone,
                new Synth().render(alone.without(silent)));
    }

    /**
     * Writes everything into a folder.
     *
     * @param folder made if missing
     * @param name of the files without ending
     * @return what was written, the film first
     * @throws IOException with one sentence, if a file cannot be written; those before it stay
     * @throws RecordingException with one sentence, if the sound cannot be written
     * @throws java.util.concurrent.CancellationException if cancelled; no film is left then
     */
    public List<Path> write(
            Path folder,
            String name,
            VideoFormat format,
            Palette palette,
            CancelToken cancel,
            ProgressSink progress)
            throws IOException, RecordingException {
        makeFolder(folder);
        List<Path> written = new ArrayList<>();
        Path film = folder.resolve(name + ".mp4");
        film(film, format, palette, cancel, progress.part(0, FILM_SHARE));
        written.add(film);
        Path captions = folder.resolve(name + ".srt");
        captions(captions);
        written.add(captions);
        Path whole = folder.resolve(name + ".png");
        picture(MotionFrame.whole(series, threshold), palette, whole);
        written.add(whole);
        Optional<Integer> day = standout();
        if (day.isPresent()) {
            Path moment =
                    folder.resolve(String.format(Locale.ROOT, "%s-%02d.png", name, day.get() + 1));
            picture(new MotionFrame(series, threshold, day.get()), palette, moment);
            written.add(moment);
        }
        cancel.throwIfCancelled();
        Path wav = folder.resolve(name + ".wav");
        new WavWriter().write(wav, Signal.of(sound));
        written.add(wav);
        Path midi = folder.resolve(name + ".mid");
        MidiWriter.write(score, midi);
        written.add(midi);
        progress.report(1, "Presentation written");
        return written;
    }

    /**
     * Writes the film alone: the chart draws itself in step with the notes, to the end of the
     * sound.
     *
     * @return number of pictures
     */
    public long film(
            Path file,
            VideoFormat format,
            Palette palette,
            CancelToken cancel,
            ProgressSink progress)
            throws IOException {
        return FilmWriter.write(file, format, pictures(format, palette), sound, cancel, progress);
    }

    /**
     * Writes the film without its sound as a picture that moves by itself, as web pages show.
     *
     * @return number of pictures
     * @throws IllegalArgumentException with one sentence, if there were too many pictures
     */
    public long gif(
            Path file,
            VideoFormat format,
            Palette palette,
            CancelToken cancel,
            ProgressSink progress)
            throws IOException {
        return GifWriter.write(
                file, format, pictures(format, palette), score.seconds(), cancel, progress);
    }

    private PaintedPictures pictures(VideoFormat format, Palette palette) throws IOException {
        HeadlessToolkit.start();
        onFx(
                () -> {
                    BundledFont.load();
                    return palette;
                });
        var painter = new MotionChartPainter();
        return new PaintedPictures(
                format, palette.background(), seconds -> painter.of(frame(seconds), palette));
    }

    /** Writes what is heard when, as captions of the film. */
    public void captions(Path file) throws IOException {
        WholeFile.write(file, SubRip.text(captions()));
    }

    /** The chart at a time of the score. */
    MotionFrame frame(double seconds) {
        double last = series.days() - 1.0;
        return new MotionFrame(series, threshold, Math.clamp(score.days().apply(seconds), 0, last));
    }

    /** Each note until the next one, in words; a value beyond the threshold says so. */
    List<SubRip.Caption> captions() {
        List<ScoreEvent.Note> notes = score.notes();
        List<SubRip.Caption> captions = new ArrayList<>();
        for (int i = 0; i < notes.size(); i++) {
            ScoreEvent.Note note = notes.get(i);
            long end = i + 1 < notes.size() ? notes.get(i + 1).start() : score.frames();
            boolean breach = series.measure().isBreach(note.value(), threshold);
            if (end > note.start()) {
                captions.add(
                        new SubRip.Caption(
                                SonificationScore.RATE.seconds(note.start()),
                                SonificationScore.RATE.seconds(end),
                                note.label() + (breach ? "\nbeyond the threshold" : "")));
            }
        }
        return captions;
    }

    /** The day farthest on the bad side of the threshold, 0-based, if there is one. */
    Optional<Integer> standout() {
        return series.points().stream()
                .filter(p -> series.measure().isBreach(p.value(), threshold))
                .max(Comparator.comparingDouble((KpiPoint p) -> Math.abs(p.value() - threshold)))
                .map(p -> series.dayIndex(p.date()));
    }

    private static void picture(MotionFrame frame, Palette palette, Path file) throws IOException {
        Image image =
                onFx(
                        () ->
                                PngExport.paint(
                                        new MotionChartPainter().of(frame, palette),
                                        MotionChartImage.WIDTH,
                                        MotionChartImage.HEIGHT,
                                        PICTURE_SCALE,
                                        palette.background()));
        PngExport.write(image, file);
    }

    private static <T> T onFx(Callable<T> task) {
        try {
            return HeadlessToolkit.call(task);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("Painting throws no checked exception", e);
        }
    }

    private static void makeFolder(Path folder) throws IOException {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new IOException(
                    "The folder "
                            + folder
                            + " cannot be made: a file is in its place, or the folder above takes none.",
                    e);
        }
    }
}
