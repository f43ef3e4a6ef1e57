// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import io.tonalyst.capture.Inputs;
import io.tonalyst.capture.SoundInputs;
import io.tonalyst.emotion.Emotion;
import io.tonalyst.emotion.EmotionModel;
import io.tonalyst.emotion.Explainer;
import io.tonalyst.library.AnalysisStore;
import io.tonalyst.playback.Playback;
import io.tonalyst.recording.AudioFiles;
import io.tonalyst.recording.RecordingOpener;
import io.tonalyst.session.SessionDocument;
import io.tonalyst.sonify.SoundMappingStore;
import io.tonalyst.ui.FxExecutor;
import io.tonalyst.ui.StatusReporter;
import io.tonalyst.ui.Workspace;
import io.tonalyst.work.JobRunner;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.ObjDoubleConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * The workspace for recordings: opened files at the left, overview, waveform, spectrogram and
 * emotions on one time axis in the middle, summary, selection and segments at the right.
 */
public final class RecordingsWorkspace implements Workspace {
    /** What is in view must not wait behind the analysis of other files. */
    private final JobRunner drawing = new JobRunner("spectrogram", SpectrogramLoader.THREADS);

    private final JobRunner filming = new JobRunner("film", 1);

    private final JobRunner rendering = new JobRunner("tones", 1);

    private final JobRunner explaining = new JobRunner("explanation", 1);

    private final RecordingsModel model;
    private final PlayerModel player;
    private final PaneContext context;
    private final RecordingList list;
    private final PanesView panes;
    private final DetailsPane details;
    private final ExplanationModel explanation;
    private final EmotionHearing hearing;
    private final TransportBar bar;
    private final RecordingExports exports;
    private final EmptyView empty;
    private final RecordingShortcuts shortcuts;
    private final EmotionWalk walk;
    private final PlayheadPulse pulse;
    private final FileInput files;
    private final LiveModel live;
    private final LiveView liveView;
    private final StackPane root = new StackPane();
    private final BorderPane content = new BorderPane();
    private final ObservableBooleanValue dark;
    private final ChangeListener<Boolean> themeListener = (p, before, after) -> repaintPanes();
    private final BooleanProperty reducedMotion = new SimpleBooleanProperty();
    private @Nullable RecordingSession watched;
    private @Nullable TimeAxisModel watchedAxis;
    private Runnable unwatch = () -> {};
    private Runnable unwatchAxis = () -> {};

    /**
     * @param emotions completed when the emotion model is loaded, exceptionally with a one-sentence
     *     message when it cannot be; recordings can be seen and heard without
     * @param results kept from batches and from recordings opened before
     * @param playback of this workspace alone; closed with it
     * @param dark whether the window has the dark theme
     */
    public RecordingsWorkspace(
            RecordingOpener opener,
            CompletableFuture<EmotionModel> emotions,
            AnalysisStore results,
            Playback playback,
            JobRunner runner,
            FxExecutor fx,
            StatusReporter reporter,
            ObservableBooleanValue dark) {
        this(
                opener,
                playback,
                runner,
                fx,
                reporter,
                dark,
                emotions.thenApply(loaded -> new ModelAnalysis(loaded, results)),
                emotions.thenApply(loaded -> new Explainer(loaded)::explain));
    }

    RecordingsWorkspace(
            RecordingOpener opener,
            Playback playback,
            JobRunner runner,
            FxExecutor fx,
            StatusReporter reporter,
            ObservableBooleanValue dark,
            CompletableFuture<EmotionAnalysis> analysis,
            CompletableFuture<ExplanationJob> explainer) {
        this(opener, playback, runner, fx, reporter, dark, analysis, explainer, new SoundInputs());
    }

    RecordingsWorkspace(
            RecordingOpener opener,
            Playback playback,
            JobRunner runner,
            FxExecutor fx,
            StatusReporter reporter,
            ObservableBooleanValue dark,
            CompletableFuture<EmotionAnalysis> analysis,
            CompletableFuture<ExplanationJob> explainer,
            Inputs inputs) {
        this.dark = dark;
        model = new RecordingsModel(opener, analysis, runner, fx, reporter);
        player = new PlayerModel(playback, fx);
        pulse = new PlayheadPulse(player, new Pace(reducedMotion::get), this::moved);
        context = new PaneContext(model, player, pulse::shown, dark);
        var export = new RecordingExport(drawing, fx, reporter);
        var films = new FilmExport(filming, reporter);
        list = new RecordingList(model);
        explanation = new ExplanationModel(model::front, explainer, explaining, fx);
        var explain = new ExplanationView(explanation);
        panes = new PanesView(context, explain.toggle(), drawing, fx);
        details = new DetailsPane(context, explain.words());
        files = new FileInput(root, model::open);
        live = new LiveModel(inputs, analysis, fx, reporter, file -> model.open(List.of(file)));
        liveView =
                new LiveView(
                        live, context::palette, new Pace(reducedMotion::get), this::liveClosed);
        empty = new EmptyView(files::choose, this::record);
        exports = new RecordingExports(context, export, films, panes::spectrogramSettings);
        var menu = new ExportMenu(context, export, films, panes::spectrogramSettings);
        hearing = new EmotionHearing(context, SoundMappingStore.ofUser(), rendering, fx, reporter);
        walk = new EmotionWalk(context, reporter, panes::requestFocus);
        shortcuts =
                new RecordingShortcuts(
                        context,
                        () -> menu.choosePng(ExportPart.VIEW),
                        () -> menu.chooseFilm(30),
                        explain::flip,
                        hearing::flip,
                        walk);
        bar =
                new TransportBar(
                        context,
                        new TransportBar.Actions(
                                files::choose,
                                this::record,
                                shortcuts::zoom,
                                () -> context.audible().ifPresent(s -> s.axis().fit()),
                                this::zoomToSelection),
                        new EmotionWalkMenu(walk).view(),
                        new EmotionHearingMenu(context, hearing).view(),
                        menu.view());
        build();
        model.onChange(this::modelChanged);
        player.onChange(this::playerChanged);
        context.onPointer(panes::repaintOverlays);
        explanation.onChange(panes::repaintView);
        dark.addListener(themeListener);
        modelChanged();
    }

    private void build() {
        var split = new SplitPane(list.view(), panes.view(), details.view());
        split.setDividerPositions(0.16, 0.77);
        SplitPane.setResizableWithParent(list.view(), false);
        SplitPane.setResizableWithParent(details.view(), false);
        content.setTop(bar.view());
        content.setCenter(split);
        root.getStyleClass().add("recordings-workspace");
        root.getChildren().setAll(content, empty.view(), liveView.view());
        root.addEventFilter(KeyEvent.KEY_PRESSED, shortcuts::filter);
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        root.sceneProperty()
                .addListener(
                        (p, before, after) -> {
                            if (after != null) {
                                panes.requestFocus();
                            }
                        });
    }

    private void key(KeyEvent event) {
        if (liveView.isShown()) {
            return;
        }
        if (event.isShortcutDown() && event.getCode() == KeyCode.R) {
            record();
            event.consume();
        } else {
            shortcuts.handle(event);
        }
    }

    /** Shows the view in which a recording is made from a microphone. */
    public void record() {
        player.pause();
        content.setDisable(true);
        empty.view().setDisable(true);
        liveView.show();
    }

    /** Goes back from the view of the microphone, unless it records. */
    public void leaveLive() {
        liveView.back();
    }

    /** Whether the playhead goes in steps, four a second, instead of gliding. */
    public BooleanProperty reducedMotionProperty() {
        return reducedMotion;
    }

    private void liveClosed() {
        content.setDisable(false);
        empty.view().setDisable(false);
        panes.requestFocus();
    }

    @Override
    public String title() {
        return "Recordings";
    }

    @Override
    public Node view() {
        return root;
    }

    @Override
    public boolean accepts(Path file) {
        return AudioFiles.isAudio(file);
    }

    @Override
    public void open(List<Path> files) {
        model.open(files);
    }

    /**
     * Opens a recording, or brings it to the front, and goes to where an emotion is strongest once
     * it is analysed.
     *
     * @param onlyIfTold stays at the start where no segment tells the emotion
     */
    public void openAt(Path file, Emotion emotion, boolean onlyIfTold) {
        model.open(List.of(file));
        model.front().ifPresent(session -> walk.await(session, emotion, onlyIfTold));
    }

    @Override
    public void deactivate() {
        player.pause();
    }

    @Override
    public void close() {
        pulse.run(false);
        liveView.close();
        live.close();
        dark.removeListener(themeListener);
        model.close();
        player.close();
        panes.close();
        explanation.close();
        drawing.close();
        filming.close();
        rendering.close();
        explaining.close();
    }

    /** The opened files, and which of them is in front. */
    public RecordingsModel model() {
        return model;
    }

    /** Plays the recording in front from where it stands, or its selection. */
    public void play() {
        player.play();
    }

    /** Lets the emotions of the recording in front be heard instead of its sound, or no longer. */
    public void hearEmotions(boolean on) {
        hearing.setOn(on);
    }

    /**
     * Writes the emotions of the recording in front as tones; the status bar tells how it ended.
     *
     * @param file MIDI if it ends in {@code .mid}, else WAV
     */
    public void writeEmotions(Path file) {
        hearing.write(file);
    }

    /** Pauses playback. */
    public void pause() {
        player.pause();
    }

    /** Shows what speaks for the emotion of the selection over the spectrogram, or no longer. */
    public void explain(boolean on) {
        explanation.setOn(on);
    }

    /** Whether a recording is in front that can be played. */
    public boolean isReadyToPlay() {
        return player.canPlay();
    }

    /** Whether the recording in front is playing. */
    public boolean isPlaying() {
        return player.isPlaying();
    }

    /** Tells of every playhead that is drawn: in which pane, at which second; for measuring. */
    public void onPlayheadDrawn(ObjDoubleConsumer<String> listener) {
        context.onDrawn(listener);
    }

    /** Where playback stands in the recording in front, in seconds. */
    public double positionSeconds() {
        return player.position();
    }

    /** Writes what is in front as files. */
    public RecordingExports exports() {
        return exports;
    }

    /** What the workspace holds, to be shown again later. */
    public SessionDocument session() {
        model.front().ifPresent(s -> s.setPosition(player.position()));
        return new SessionDocument(
                model.entries(),
                model.front().map(s -> s.file().toAbsolutePath().normalize()),
                "",
                List.of());
    }

    /** Shows a session in place of what is open. */
    public void showSession(SessionDocument session) {
        model.clear();
        model.restore(session.recordings(), session.front());
    }

    private void zoomToSelection() {
        context.audible().ifPresent(session -> session.selection().ifPresent(session.axis()::show));
    }

    private void modelChanged() {
        RecordingSession front = model.front().orElse(null);
        if (front != watched) {
            unwatch.run();
            watched = front;
            unwatch = front == null ? () -> {} : front.onChange(this::sessionChanged);
        }
        boolean any = !model.sessions().isEmpty();
        boolean first = any && !content.isVisible();
        empty.view().setVisible(!any);
        content.setVisible(any);
        list.refresh();
        sessionChanged();
        if (first) {
            panes.requestFocus();
        }
    }

    private void sessionChanged() {
        player.bring(watched);
        player.selectionChanged();
        TimeAxisModel axis = watched == null ? null : watched.axis();
        if (axis != watchedAxis) {
            unwatchAxis.run();
            watchedAxis = axis;
            pulse.follow(axis);
            unwatchAxis = axis == null ? () -> {} : axis.onChange(panes::repaintView);
        }
        explanation.refresh();
        hearing.refresh();
        details.refresh();
        bar.refresh();
        walk.refresh();
        panes.repaint();
    }

    private void playerChanged() {
        bar.refresh();
        panes.repaintOverlays();
        pulse.run(player.isPlaying());
    }

    private void moved() {
        bar.refreshTime();
        panes.repaintOverlays();
    }

    private void repaintPanes() {
        panes.repaint();
    }
}
