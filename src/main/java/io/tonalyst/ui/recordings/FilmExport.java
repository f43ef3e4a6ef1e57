// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import io.tonalyst.ui.FollowedWork;
import io.tonalyst.ui.Palette;
import io.tonalyst.ui.StatusReporter;
import io.tonalyst.video.VideoFormat;
import io.tonalyst.work.JobRunner;
import java.nio.file.Path;

/** Films a recording in the background, with captions beside the film. Call on the FX thread. */
final class FilmExport {
    private final FollowedWork work;
    private final StatusReporter reporter;

    /**
     * @param runner a film takes minutes: nothing that someone waits for may stand behind it
     */
    FilmExport(JobRunner runner, StatusReporter reporter) {
        this.work = new FollowedWork(runner, reporter);
        this.reporter = reporter;
    }

    /**
     * Films the selection, or all of it when nothing is selected, with as much to be seen at a time
     * as is in view, but no more than a film shows by itself: on a page of minutes nobody sees the
     * playhead move.
     */
    void write(
            RecordingSession session,
            SpectrogramSettings settings,
            VideoFormat format,
            Palette palette,
            Path file) {
        Sound sound = session.sound().filter(s -> s.facts().isPresent()).orElse(null);
        if (sound == null) {
            reporter.problem(session.name() + " is still being read: wait for its end.");
            return;
        }
        if (session.clash(file).isPresent()) {
            reporter.problem(session.clash(file).get());
            return;
        }
        TimeRange stretch =
                session.selection()
                        .filter(selected -> selected.seconds() > 0)
                        .orElse(new TimeRange(0, sound.seconds()));
        double page = Math.clamp(session.axis().span(), 1, RecordingFilm.PAGE_SECONDS);
        RecordingFilm film =
                RecordingFilm.of(
                                session.name(),
                                sound,
                                session.timeline(),
                                session.review(),
                                settings,
                                stretch)
                        .withPages(page);
        work.begin(
                "Film " + file.getFileName(),
                file,
                (cancel, progress) -> {
                    film.write(file, format, palette, cancel, progress);
                    boolean told = film.captionsFile(file).isPresent();
                    return "Wrote " + file + (told ? " and its captions." : ".");
                });
    }
}
