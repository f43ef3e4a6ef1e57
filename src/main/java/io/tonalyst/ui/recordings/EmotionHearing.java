// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import io.tonalyst.emotion.PredictionTimeline;
import io.tonalyst.recording.WavWriter;
import io.tonalyst.signal.Signal;
import io.tonalyst.sonify.Mapping;
import io.tonalyst.sonify.MidiWriter;
import io.tonalyst.sonify.SoundMappingStore;
import io.tonalyst.sonify.SoundPresets;
import io.tonalyst.ui.FollowedWork;
import io.tonalyst.ui.StatusReporter;
import io.tonalyst.work.Failures;
import io.tonalyst.work.JobOutcome;
import io.tonalyst.work.JobRunner;
import io.tonalyst.work.LatestOnly;
import io.tonalyst.work.ProgressSink;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Lets the emotions of the recording in front be heard instead of its sound, by the mappings of the
 * key figures. Another recording in front is heard as it is. Used on the UI thread.
 */
final class EmotionHearing {
    private final PaneContext context;
    private final SoundMappingStore store;
    private final JobRunner runner;
    private final Executor ui;
    private final StatusReporter reporter;
    private final LatestOnly<HeardEmotions> latest;
    private final FollowedWork work;
    private final Listeners listeners = new Listeners();
    private List<Mapping> mappings;
    private Mapping mapping = new Mapping.Designed(SoundPresets.precise());
    private OptionalInt channel = OptionalInt.empty();
    private @Nullable Wanted wanted;

    /** What is heard, or rendered to be heard. */
    private record Wanted(
            RecordingSession session,
            PredictionTimeline timeline,
            OptionalInt channel,
            Mapping mapping) {}

    /**
     * @param store of the mappings that someone has saved
     * @param runner renders
     */
    EmotionHearing(
            PaneContext context,
            SoundMappingStore store,
            JobRunner runner,
            Executor ui,
            StatusReporter reporter) {
        this.context = context;
        this.store = store;
        this.runner = runner;
        this.ui = ui;
        this.reporter = reporter;
        this.latest = new LatestOnly<>(runner, ui);
        this.work = new FollowedWork(runner, reporter);
        this.mappings = presets();
    }

    void onChange(Runnable listener) {
        listeners.add(listener);
    }

    boolean isOn() {
        return wanted != null;
    }

    /** The mappings to choose from: presets, then those that were saved. */
    List<Mapping> mappings() {
        return mappings;
    }

    Mapping mapping() {
        return mapping;
    }

    /** The channel that is heard, counted from 0; empty for all together. */
    OptionalInt channel() {
        return channel;
    }

    void setMapping(Mapping chosen) {
        mapping = chosen;
        refresh();
        listeners.fire();
    }

    void setChannel(OptionalInt chosen) {
        channel = chosen;
        refresh();
        listeners.fire();
    }

    /** Looks for mappings that were saved since. */
    void findMappings() {
        runner.submit(
                (cancel, progress) -> store.saved(),
                ProgressSink.NONE,
                outcome -> {
                    if (outcome instanceof JobOutcome.Done<List<Mapping>>(List<Mapping> saved)) {
                        ui.execute(() -> offer(saved));
                    }
                });
    }

    private void offer(List<Mapping> saved) {
        List<Mapping> all = presets();
        all.addAll(saved);
        if (!all.equals(mappings)) {
            mappings = all;
            listeners.fire();
        }
    }

    private static List<Mapping> presets() {
        List<Mapping> presets = new ArrayList<>();
        SoundPresets.all().forEach(design -> presets.add(new Mapping.Designed(design)));
        return presets;
    }

    /** Turns it on, or the recording itself on again. */
    void flip() {
        setOn(!isOn());
    }

    void setOn(boolean on) {
        RecordingSession front = context.session().orElse(null);
        if (!on || front == null) {
            end();
        } else if (front.timeline().isEmpty()) {
            reporter.problem(front.name() + " has no predictions yet: wait for its analysis.");
        } else {
            hear(front, front.timeline().get());
        }
        listeners.fire();
    }

    /** Follows the recording in front and its analysis. */
    void refresh() {
        Wanted before = wanted;
        if (before == null) {
            return;
        }
        Optional<PredictionTimeline> timeline = before.session().timeline();
        if (context.session().filter(front -> front == before.session()).isEmpty()
                || timeline.isEmpty()) {
            end();
            listeners.fire();
        } else {
            hear(before.session(), timeline.get());
        }
    }

    /**
     * Writes the emotions of the recording in front as tones, whether they are heard or not.
     *
     * @param file a MIDI file if it ends in {@code .mid}, else WAV
     */
    void write(Path file) {
        RecordingSession front = context.session().orElse(null);
        if (front == null || front.timeline().isEmpty()) {
            reporter.problem("There are no predictions yet: wait for the analysis.");
            return;
        }
        if (front.clash(file).isPresent()) {
            reporter.problem(front.clash(file).get());
            return;
        }
        PredictionTimeline timeline = front.timeline().get();
        OptionalInt heard = channelOf(timeline);
        Mapping by = mapping;
        work.begin(
                "Tones " + file.getFileName(),
                file,
                (cancel, progress) -> {
                    HeardEmotions emotions = HeardEmotions.of(timeline, front.name(), heard, by);
                    if (file.toString().toLowerCase(Locale.ROOT).endsWith(".mid")) {
                        MidiWriter.write(emotions.score(), file);
                    } else {
                        new WavWriter().write(file, Signal.of(emotions.sound()));
                    }
                    return "Wrote " + file + ".";
                });
    }

    /** The chosen channel, if there is such a one. */
    private OptionalInt channelOf(PredictionTimeline timeline) {
        return channel.isPresent() && channel.getAsInt() < timeline.channels()
                ? channel
                : OptionalInt.empty();
    }

    private void hear(RecordingSession session, PredictionTimeline timeline) {
        OptionalInt heard = channelOf(timeline);
        var next = new Wanted(session, timeline, heard, mapping);
        if (next.equals(wanted)) {
            return;
        }
        wanted = next;
        latest.request(
                (cancel, progress) ->
                        HeardEmotions.of(timeline, session.name(), heard, next.mapping()),
                ProgressSink.NONE,
                this::rendered);
    }

    private void rendered(JobOutcome<HeardEmotions> outcome) {
        switch (outcome) {
            case JobOutcome.Done<HeardEmotions>(HeardEmotions emotions) -> {
                context.player().hear(emotions);
                reporter.say(emotions.score().sentence());
            }
            case JobOutcome.Failed<HeardEmotions>(Exception cause) -> {
                end();
                reporter.problem(Failures.sentence(cause));
                listeners.fire();
            }
            case JobOutcome.Cancelled<HeardEmotions> cancelled -> {}
        }
    }

    private void end() {
        wanted = null;
        latest.cancel();
        context.player().hear(null);
    }
}
