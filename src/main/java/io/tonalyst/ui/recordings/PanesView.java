// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import io.tonalyst.emotion.Emotion;
import io.tonalyst.ui.PaintSurface;
import io.tonalyst.ui.Palette;
import io.tonalyst.work.JobRunner;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/** Overview, ruler and the three panes, one below the other on one time axis. */
final class PanesView {
    /** Width of a pane whose header has room for the full names of the emotions. */
    private static final double LEGEND_WIDTH = 680;

    private static final PseudoClass PANE_FOCUSED = PseudoClass.getPseudoClass("pane-focused");

    private final PaneContext context;
    private final OverviewStrip overview;
    private final PaintSurface ruler;
    private final TimelinePane waveform;
    private final SpectrogramPane spectrogram;
    private final TimelinePane prediction;
    private final CursorReadout readout;
    private final VBox view;

    PanesView(PaneContext context, Node explain, JobRunner runner, Executor fx) {
        this.context = context;
        overview = new OverviewStrip(context);
        ruler =
                new PaintSurface(
                        (g, w, h) ->
                                RulerPainter.paint(g, w, h, context.scale(w), context.palette()));
        ruler.setMinHeight(RulerPainter.HEIGHT);
        ruler.setMaxHeight(RulerPainter.HEIGHT);
        waveform =
                new TimelinePane("Waveform", context, TimelinePane.HertzAt.NONE, this::paintWave);
        spectrogram = new SpectrogramPane(context, runner, fx);
        prediction =
                new TimelinePane(
                        "Predictions over time; the table of segments holds the same",
                        context,
                        TimelinePane.HertzAt.NONE,
                        this::paintPrediction);
        prediction.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clickedPrediction);
        new EdgeGestures(prediction, context);
        readout = new CursorReadout(context, spectrogram);

        var panes =
                new SplitPane(
                        section("Waveform", null, waveform),
                        section(
                                "Spectrogram",
                                new HBox(8, explain, spectrogram.controls()),
                                spectrogram.pane()),
                        section("Emotions", legend(), prediction));
        panes.setOrientation(Orientation.VERTICAL);
        panes.setDividerPositions(0.27, 0.64);
        VBox.setVgrow(panes, Priority.ALWAYS);
        view = new VBox(overview.view(), ruler, panes, readout.view());
        view.getStyleClass().add("panes");
        view.setMinWidth(320);
        // Split panes take their items in with the first layout, and the workspace comes and goes.
        waveform.sceneProperty().subscribe(scene -> requestFocus());
    }

    Node view() {
        return view;
    }

    SpectrogramSettings spectrogramSettings() {
        return spectrogram.settings();
    }

    /** Stops drawing in the background. */
    void close() {
        spectrogram.close();
    }

    /** Takes the keys of this workspace, so that they work before anything has been clicked. */
    void requestFocus() {
        waveform.requestFocus();
    }

    /** Repaints everything: another recording, other data, other colours. */
    void repaint() {
        overview.repaint();
        repaintView();
    }

    /** Repaints what depends on the view of the recording. */
    void repaintView() {
        overview.repaintOverlay();
        ruler.repaint();
        for (TimelinePane pane : panes()) {
            pane.repaint();
        }
    }

    /** Repaints playhead, selection and pointer. */
    void repaintOverlays() {
        overview.repaintOverlay();
        for (TimelinePane pane : panes()) {
            pane.repaintOverlay();
        }
    }

    private List<TimelinePane> panes() {
        return List.of(waveform, spectrogram.pane(), prediction);
    }

    private void paintWave(GraphicsContext g, double width, double height) {
        Optional<Sound> sound = context.session().flatMap(RecordingSession::sound);
        if (sound.isPresent()) {
            WaveformPainter.paint(
                    g, width, height, sound.get(), context.scale(width), context.palette());
        } else {
            context.session().ifPresent(s -> paintNote(g, width, height, note(s.status())));
        }
    }

    private void paintPrediction(GraphicsContext g, double width, double height) {
        Optional<RecordingSession> session = context.audible();
        if (session.isEmpty()) {
            paintNote(g, width, height, "");
            return;
        }
        Palette palette = context.palette();
        var timeline = session.get().timeline();
        if (timeline.isPresent()) {
            PredictionPainter.paint(
                    g,
                    width,
                    height,
                    timeline.get(),
                    session.get().review(),
                    context.scale(width),
                    palette);
            return;
        }
        paintNote(g, width, height, note(session.get().status()));
    }

    private void paintNote(GraphicsContext g, double width, double height, String text) {
        NotePainter.paint(g, width, height, text, context.palette());
    }

    private static String note(SessionStatus status) {
        return switch (status) {
            case SessionStatus.Problem(String sentence) -> sentence;
            case SessionStatus.NotAnalysed(String sentence) -> sentence;
            case SessionStatus.WaitingForModel() ->
                    "The emotion model is loading; predictions appear here.";
            default -> status.text();
        };
    }

    /** A click on a segment block selects it, a double click plays it. */
    private void clickedPrediction(MouseEvent event) {
        context.session()
                .filter(s -> event.isStillSincePress())
                .ifPresent(
                        session ->
                                session.timeline()
                                        .flatMap(
                                                timeline -> {
                                                    double height = prediction.getHeight();
                                                    double time =
                                                            context.scale(prediction.getWidth())
                                                                    .seconds(event.getX());
                                                    return new SegmentRows(
                                                                    timeline.channels(),
                                                                    height,
                                                                    session.review())
                                                            .block(timeline, event.getY(), time);
                                                })
                                        .ifPresent(range -> choose(session, range, event)));
    }

    private void choose(RecordingSession session, TimeRange range, MouseEvent event) {
        session.select(range);
        if (event.getClickCount() == 2) {
            context.player().play(range);
        } else if (!context.player().isPlaying()) {
            context.player().seek(range.start());
        }
    }

    private static Node section(String title, @Nullable Node controls, TimelinePane pane) {
        var header = new HBox(10, Controls.heading(title), Controls.spacer());
        header.getStyleClass().add("pane-header");
        header.setAlignment(Pos.CENTER_LEFT);
        if (controls != null) {
            header.getChildren().add(controls);
        }
        VBox.setVgrow(pane, Priority.ALWAYS);
        // A header that needs more room than there is must not push its pane out of line.
        header.setMinWidth(0);
        var section = new VBox(header, pane);
        section.setMinWidth(0);
        section.getStyleClass().add("pane-section");
        section.setMinHeight(70);
        pane.focusedProperty()
                .addListener(
                        (p, before, after) -> section.pseudoClassStateChanged(PANE_FOCUSED, after));
        return section;
    }

    /** Names of the emotions with their colours; their first letters where room is short. */
    private Node legend() {
        var legend = new HBox(10);
        legend.setAlignment(Pos.CENTER_RIGHT);
        var narrow = prediction.widthProperty().lessThan(LEGEND_WIDTH);
        for (Emotion emotion : Emotion.ALL) {
            var swatch = new Rectangle(10, 10, Palette.of(emotion));
            swatch.setArcWidth(3);
            swatch.setArcHeight(3);
            var label = new Label(emotion.title(), swatch);
            label.textProperty()
                    .bind(
                            Bindings.when(narrow)
                                    .then(emotion.title().substring(0, 2))
                                    .otherwise(emotion.title()));
            label.getStyleClass().add("legend-entry");
            label.setMinWidth(Region.USE_PREF_SIZE);
            legend.getChildren().add(label);
        }
        return legend;
    }
}
