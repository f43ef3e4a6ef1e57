// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi;

import io.tonalyst.sonify.LiveMidi;
import io.tonalyst.sonify.Mapping;
import io.tonalyst.sonify.MidiPorts;
import io.tonalyst.sonify.ScoreVoice;
import io.tonalyst.sonify.SonificationScore;
import io.tonalyst.sonify.SoundDesign;
import io.tonalyst.sonify.SoundMappingStore;
import io.tonalyst.sonify.SoundPresets;
import io.tonalyst.ui.StatusReporter;
import io.tonalyst.work.Failures;
import io.tonalyst.work.Job;
import io.tonalyst.work.JobOutcome;
import io.tonalyst.work.JobRunner;
import io.tonalyst.work.ProgressSink;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * What is heard and where: the mappings to choose from, which voices are silent, and the MIDI
 * device that plays along. Belongs to the UI thread; files and devices are reached in the
 * background. Needs no toolkit.
 */
public final class SoundModel implements AutoCloseable {
    private final KpiSelection selection;
    private final ScoreController player;
    private final SoundMappingStore store;
    private final JobRunner jobs;
    private final Executor ui;
    private final StatusReporter status;
    private final ObservableList<Mapping> mappings =
            FXCollections.observableArrayList(Mapping.all());
    private final ReadOnlyObjectWrapper<Set<ScoreVoice>> muted =
            new ReadOnlyObjectWrapper<>(Set.of());
    private final ReadOnlyObjectWrapper<Set<ScoreVoice>> soloed =
            new ReadOnlyObjectWrapper<>(Set.of());
    private final ObservableList<String> devices = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper device = new ReadOnlyStringWrapper("");
    private @Nullable SonificationScore heard;
    private MidiPorts.@Nullable Port port;
    private @Nullable LiveMidi midi;
    private boolean closed;

    SoundModel(
            KpiSelection selection,
            ScoreController player,
            SoundMappingStore store,
            JobRunner jobs,
            Executor ui,
            StatusReporter status) {
        this.selection = selection;
        this.player = player;
        this.store = store;
        this.jobs = jobs;
        this.ui = ui;
        this.status = status;
        selection.mappingProperty().addListener((property, before, after) -> keep(after));
        refresh();
    }

    /** The mappings of the program, the saved ones, and the one in use. */
    public ObservableList<Mapping> mappings() {
        return mappings;
    }

    /** Saves the design in use under a name, in place of one of the same name. */
    public void save(String name) {
        if (!(selection.mappingProperty().get() instanceof Mapping.Designed(var design))) {
            status.problem("A reference mapping is always there: choose another one to save it.");
            return;
        }
        String wanted = name.strip();
        boolean taken =
                SoundPresets.all().stream().anyMatch(p -> p.name().equalsIgnoreCase(wanted));
        if (wanted.isEmpty() || wanted.length() > SoundDesign.LONGEST_NAME || taken) {
            status.problem(
                    taken
                            ? "'" + wanted + "' is a mapping of the program: choose another name."
                            : "A mapping needs a name of at most 60 characters.");
            return;
        }
        SoundDesign named = design.named(wanted);
        run(
                (cancel, progress) -> store.save(named),
                file -> {
                    selection.mappingProperty().set(new Mapping.Designed(named));
                    status.say("Saved the sound mapping '" + wanted + "' as " + file + ".");
                    refresh();
                });
    }

    /** Uses the mapping of a file. */
    public void open(Path file) {
        run((cancel, progress) -> store.read(file), selection.mappingProperty()::set);
    }

    /** Writes the mapping in use to a file. */
    public void export(Path file) {
        Mapping mapping = selection.mappingProperty().get();
        run(
                (cancel, progress) -> {
                    store.write(mapping, file);
                    return file;
                },
                written -> status.say("Wrote " + written + "."));
    }

    /** Voices that are left out unless voices are heard alone. */
    public ReadOnlyObjectProperty<Set<ScoreVoice>> mutedProperty() {
        return muted.getReadOnlyProperty();
    }

    /** Voices that are heard alone; all that are not muted where there are none. */
    public ReadOnlyObjectProperty<Set<ScoreVoice>> soloedProperty() {
        return soloed.getReadOnlyProperty();
    }

    /** Leaves a voice out, or no longer. */
    public void mute(ScoreVoice voice, boolean on) {
        muted.set(with(muted.get(), voice, on));
        applyVoices();
    }

    /** Lets a voice be heard alone, or no longer. */
    public void solo(ScoreVoice voice, boolean on) {
        soloed.set(with(soloed.get(), voice, on));
        applyVoices();
    }

    /** Lets the notes be heard alone, or with all that belongs to them. */
    public void toggleSolo() {
        solo(ScoreVoice.FIRST, !soloed.get().contains(ScoreVoice.FIRST));
    }

    /** Names of the MIDI devices, as last looked for. */
    public ObservableList<String> devices() {
        return devices;
    }

    /** Name of the MIDI device that plays along; empty for none. */
    public ReadOnlyStringProperty deviceProperty() {
        return device.getReadOnlyProperty();
    }

    /** Looks for MIDI devices and saved mappings anew. */
    public void refresh() {
        run((cancel, progress) -> MidiPorts.names(), devices::setAll);
        run((cancel, progress) -> store.saved(), this::offer);
    }

    /** Lets a MIDI device play along; an empty name lets go of it. */
    public void playOn(String name) {
        if (name.equals(device.get())) {
            return;
        }
        release();
        if (!name.isEmpty()) {
            run((cancel, progress) -> MidiPorts.open(name), this::adopt);
        }
    }

    /** Takes what is in the player now. */
    void show(@Nullable KpiShown shown) {
        heard = shown == null ? null : shown.score().without(shown.request().silent());
        if (shown != null) {
            // An agent that is not compared any more cannot be heard alone: all would be silent.
            for (ScoreVoice other : List.of(ScoreVoice.SECOND, ScoreVoice.THIRD)) {
                if (soloed.get().contains(other) && !shown.score().voices().contains(other)) {
                    solo(other, false);
                }
            }
        }
        LiveMidi playing = midi;
        if (playing != null && heard != null) {
            playing.load(heard);
        }
    }

    @Override
    public void close() {
        closed = true;
        release();
    }

    private void adopt(MidiPorts.Port opened) {
        if (closed) {
            opened.close();
            return;
        }
        release();
        port = opened;
        var live = new LiveMidi(opened.receiver(), player::seconds, player::isSounding);
        midi = live;
        if (heard != null) {
            live.load(heard);
        }
        live.start();
        device.set(opened.name());
        status.say("The MIDI device '" + opened.name() + "' plays along.");
    }

    private void release() {
        if (midi != null) {
            midi.close();
            midi = null;
        }
        MidiPorts.Port open = port;
        if (open != null) {
            port = null;
            // Closing a device may block.
            Thread.ofPlatform().daemon().name("close midi device").start(open::close);
        }
        device.set("");
    }

    private void applyVoices() {
        Set<ScoreVoice> alone = soloed.get();
        selection
                .silentProperty()
                .set(
                        alone.isEmpty()
                                ? muted.get()
                                : Set.copyOf(EnumSet.complementOf(EnumSet.copyOf(alone))));
    }

    private void offer(List<Mapping> saved) {
        List<Mapping> all = new ArrayList<>(Mapping.all());
        all.addAll(saved);
        Mapping now = selection.mappingProperty().get();
        if (!all.contains(now)) {
            all.add(now);
        }
        if (!all.equals(mappings)) {
            mappings.setAll(all);
            selection.mappingProperty().set(now);
        }
    }

    /** A mapping of one's own stands in the list in place of what it was before. */
    private void keep(@Nullable Mapping now) {
        if (now == null || mappings.contains(now)) {
            return;
        }
        for (int i = Mapping.all().size(); i < mappings.size(); i++) {
            if (mappings.get(i).key().equals(now.key())) {
                mappings.set(i, now);
                return;
            }
        }
        mappings.add(now);
    }

    private <T> void run(Job<T> work, Consumer<T> then) {
        jobs.submit(
                work,
                ProgressSink.NONE,
                outcome ->
                        ui.execute(
                                () -> {
                                    switch (outcome) {
                                        case JobOutcome.Done<T>(var result) -> then.accept(result);
                                        case JobOutcome.Failed<T>(var cause) ->
                                                status.problem(Failures.sentence(cause));
                                        case JobOutcome.Cancelled<T>() ->
                                                status.say("The change of sound was cancelled.");
                                    }
                                }));
    }

    private static Set<ScoreVoice> with(Set<ScoreVoice> voices, ScoreVoice voice, boolean on) {
        Set<ScoreVoice> next = EnumSet.noneOf(ScoreVoice.class);
        next.addAll(voices);
        if (on) {
            next.add(voice);
        } else {
            next.remove(voice);
        }
        return Set.copyOf(next);
    }
}
