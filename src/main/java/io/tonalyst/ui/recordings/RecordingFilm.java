// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import io.tonalyst.emotion.PredictionTimeline;
import io.tonalyst.export.HeadlessToolkit;
import io.tonalyst.recording.OpenedRecording;
import io.tonalyst.recording.StretchSource;
import io.tonalyst.review.Review;
import io.tonalyst.signal.PcmSource;
import io.tonalyst.time.SampleRate;
import io.tonalyst.ui.BundledFont;
import io.tonalyst.ui.Palette;
import io.tonalyst.ui.recordings.FilmPainter.Subject;
import io.tonalyst.video.FilmWriter;
import io.tonalyst.video.SubRip;
import io.tonalyst.video.VideoFormat;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import io.tonalyst.work.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A recording as a film with its sound: the playhead runs over waveform, spectrogram and emotions,
 * drawn as in the window, page by page; an overview shows where in the recording that is. Starts
 * the toolkit headless when it is not running; not for the FX thread.
 */
public final class RecordingFilm {
    /** What is seen at a time unless someone asks for something else, in seconds. */
    public static final double PAGE_SECONDS = 20;

    /** Rate of the sound of all films. */
    public static final SampleRate RATE = new SampleRate(48_000);

    private final Subject subject;
    private final double pageSeconds;
    private final PcmSource sound;

    private RecordingFilm(Subject subject, double pageSeconds, PcmSource sound) {
        this.subject = subject;
        this.pageSeconds = pageSeconds;
        this.sound = sound;
    }

    /**
     * A film of the whole recording with its own sound.
     *
     * @param recording decoded, with summaries for drawing; must stay open while it is filmed
     * @param timeline empty where the recording is not analysed
     */
    public static RecordingFilm of(
            OpenedRecording recording, Optional<PredictionTimeline> timeline) {
        Sound sound = Sound.of(recording);
        return of(
                String.valueOf(recording.file().getFileName()),
                sound,
                timeline,
                Review.NONE,
                SpectrogramSettings.DEFAULT,
                new TimeRange(0, sound.samples().seconds()));
    }

    static RecordingFilm of(
            String name,
            Sound sound,
            Optional<PredictionTimeline> timeline,
            Review review,
            SpectrogramSettings settings,
            TimeRange stretch) {
        String whole = sound.describe();
        String details =
                stretch.seconds() < sound.seconds() - 0.01
                        ? whole
                                + " · "
                                + TimeText.of(stretch.start(), 1)
                                + " – "
                                + TimeText.of(stretch.end(), 1)
                        : whole;
        var subject = new Subject(name, details, sound, timeline, review, settings, stretch);
        return new RecordingFilm(subject, PAGE_SECONDS, own(subject));
    }

    private static PcmSource own(Subject subject) {
        TimeRange stretch = subject.stretch();
        return new StretchSource(subject.sound().samples(), stretch.start(), stretch.end(), RATE);
    }

    /**
     * A part of it.
     *
     * @param start seconds of the recording, at least 0
     * @param end seconds, after {@code start}; cut to the end of the recording
     * @throws IllegalArgumentException with one sentence, if the recording ends before
     */
    public RecordingFilm part(double start, double end) {
        double length = subject.sound().samples().seconds();
        if (!(start >= 0 && end > start && start < length)) {
            throw new IllegalArgumentException(
                    "There is nothing to film from "
                            + start
                            + " to "
                            + end
                            + " s: "
                            + subject.name()
                            + " ends at "
                            + TimeText.of(length, 2)
                            + ".");
        }
        RecordingFilm part =
                of(
                        subject.name(),
                        subject.sound(),
                        subject.timeline(),
                        subject.review(),
                        subject.settings(),
                        new TimeRange(start, Math.min(end, length)));
        return part.withPages(pageSeconds);
    }

    /**
     * The same with more or less to be seen at a time.
     *
     * @param seconds above 0
     */
    public RecordingFilm withPages(double seconds) {
        return new RecordingFilm(subject, seconds, sound);
    }

    /** Length in seconds. */
    public double seconds() {
        return subject.stretch().seconds();
    }

    /** What is heard when, in words; none where the recording is not analysed. */
    public List<SubRip.Caption> captions() {
        return FilmCaptions.of(subject.rows(), subject.sound().channels(), subject.stretch());
    }

    /** Where the captions of a film are written; empty where there is nothing to tell. */
    public Optional<Path> captionsFile(Path film) {
        return captions().isEmpty() ? Optional.empty() : Optional.of(SubRip.beside(film));
    }

    /**
     * Writes the film, and its captions into {@link #captionsFile}.
     *
     * @return number of pictures
     * @throws IOException with one sentence, if it cannot be written; nothing is left behind then
     * @throws java.util.concurrent.CancellationException if cancelled, or the recording is closed
     *     meanwhile; nothing is left behind then
     */
    public long write(
            Path file,
            VideoFormat format,
            Palette palette,
            CancelToken cancel,
            ProgressSink progress)
            throws IOException {
        HeadlessToolkit.start();
        try {
            HeadlessToolkit.call(
                    () -> {
                        BundledFont.load();
                        return file;
                    });
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("The fonts of the film could not be loaded.", e);
        }
        var pictures = new FilmPictures(subject, pageSeconds, format, palette, cancel);
        long count = FilmWriter.write(file, format, pictures, sound, cancel, progress);
        Optional<Path> captions = captionsFile(file);
        if (captions.isPresent()) {
            WholeFile.write(captions.get(), SubRip.text(captions()));
        }
        return count;
    }
}
