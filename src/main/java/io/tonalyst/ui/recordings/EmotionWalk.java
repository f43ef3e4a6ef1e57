// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import io.tonalyst.emotion.Emotion;
import io.tonalyst.emotion.PredictionTimeline;
import io.tonalyst.review.EmotionStretch;
import io.tonalyst.ui.StatusReporter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Goes to where an emotion is heard in the recording in front: to its strongest stretch, to the
 * next, to the one before. The stretch is selected and the playhead stands at its start, so that
 * Space plays it.
 */
final class EmotionWalk {
    /** Least stretch in view, so that what comes before and after is seen. */
    private static final double CONTEXT_SECONDS = 12;

    private static final double SHARE_OF_VIEW = 1 / 3.0;

    /** Where the playhead stands is not after its own stretch. */
    private static final double SAME_SECONDS = 0.02;

    private final PaneContext context;
    private final StatusReporter reporter;
    private final Runnable focus;
    private Emotion emotion = Emotion.ANGRY;
    private @Nullable RecordingSession awaited;
    private boolean quiet;

    /**
     * @param focus gives the panes the keys, so that Space plays
     */
    EmotionWalk(PaneContext context, StatusReporter reporter, Runnable focus) {
        this.context = context;
        this.reporter = reporter;
        this.focus = focus;
    }

    Emotion emotion() {
        return emotion;
    }

    void setEmotion(Emotion chosen) {
        emotion = chosen;
    }

    /** Whether there are emotions to walk. */
    boolean canWalk() {
        return timeline().isPresent();
    }

    /** Goes to the strongest stretch of the chosen emotion. */
    void strongest() {
        timeline()
                .ifPresent(
                        t ->
                                EmotionStretch.strongest(t, session().review(), emotion)
                                        .ifPresentOrElse(
                                                this::arrive,
                                                () -> reporter.say("No speech was found.")));
    }

    /**
     * Goes to the next stretch of the chosen emotion after the playhead, or the one before it.
     *
     * @param direction 1 or -1
     */
    void step(int direction) {
        Optional<PredictionTimeline> timeline = timeline();
        if (timeline.isEmpty()) {
            return;
        }
        List<EmotionStretch> all = EmotionStretch.all(timeline.get(), session().review(), emotion);
        double now = context.player().position();
        Optional<EmotionStretch> target =
                direction > 0
                        ? all.stream()
                                .filter(s -> s.startSeconds() > now + SAME_SECONDS)
                                .findFirst()
                        : all.reversed().stream()
                                .filter(s -> s.startSeconds() < now - SAME_SECONDS)
                                .findFirst();
        target.ifPresentOrElse(
                s -> go(s, (all.indexOf(s) + 1) + " of " + all.size()),
                () ->
                        reporter.say(
                                all.isEmpty()
                                        ? "No segment is " + word() + "."
                                        : "No segment that is "
                                                + word()
                                                + (direction > 0 ? " comes after" : " lies before")
                                                + " the playhead."));
    }

    /**
     * Goes to the strongest stretch of an emotion as soon as a recording is analysed.
     *
     * @param onlyIfTold stays at the start, without a word, where no segment tells the emotion
     */
    void await(RecordingSession session, Emotion wanted, boolean onlyIfTold) {
        emotion = wanted;
        awaited = session;
        quiet = onlyIfTold;
        refresh();
    }

    /** Follows the recording in front. */
    void refresh() {
        RecordingSession wanted = awaited;
        if (wanted == null) {
            return;
        }
        boolean over =
                !context.sessions().contains(wanted)
                        || wanted.status() instanceof SessionStatus.Problem
                        || wanted.status() instanceof SessionStatus.NotAnalysed;
        boolean ready =
                context.session().filter(s -> s == wanted).isPresent()
                        && context.player().canPlay()
                        && timeline().isPresent();
        if (over || ready) {
            awaited = null;
        }
        if (ready && !context.player().isPlaying()) {
            focus.run();
            boolean told =
                    EmotionStretch.strongest(timeline().get(), wanted.review(), emotion)
                            .filter(EmotionStretch::told)
                            .isPresent();
            if (told || !quiet) {
                strongest();
            }
        }
    }

    private void arrive(EmotionStretch stretch) {
        go(
                stretch,
                stretch.told()
                        ? "the strongest stretch"
                        : String.format(
                                Locale.ROOT,
                                "no segment is %s; here it is likeliest, with %.0f %%",
                                word(),
                                100 * stretch.probability()));
    }

    private void go(EmotionStretch stretch, String what) {
        RecordingSession session = session();
        TimeAxisModel axis = session.axis();
        double end = Math.min(stretch.endSeconds(), axis.duration());
        double start = Math.min(stretch.startSeconds(), end);
        double span =
                Math.min(Math.max(CONTEXT_SECONDS, (end - start) / SHARE_OF_VIEW), axis.duration());
        double left = Math.clamp((start + end - span) / 2, 0.0, axis.duration() - span);
        session.select(new TimeRange(start, end));
        axis.show(new TimeRange(left, left + span));
        context.player().seek(start);
        int channels = timeline().map(PredictionTimeline::channels).orElse(1);
        reporter.say(
                emotion.title()
                        + ", "
                        + TimeText.of(start, 1)
                        + " to "
                        + TimeText.of(end, 1)
                        + (channels > 1 ? ", " + Lanes.name(stretch.channel(), channels) : "")
                        + ": "
                        + what
                        + ".");
    }

    private String word() {
        return emotion.key();
    }

    private RecordingSession session() {
        return context.audible().orElseThrow();
    }

    private Optional<PredictionTimeline> timeline() {
        return context.audible().flatMap(RecordingSession::timeline);
    }
}
