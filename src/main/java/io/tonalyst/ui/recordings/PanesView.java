// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import io.tonalyst.emotion.Emotion;
import io.tonalyst.ui.PaintSurface;
import io.tonalyst.ui.Palette;
import io.tonalyst.work.JobRunner;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/** Overview, ruler and the three panes, one below the other on one time axis. */
final class PanesView {
    private final PaneContext context;
    private final OverviewStrip overview;
    private final PaintSurface ruler;
    private final TimelinePane waveform;
    private final SpectrogramPane spectrogram;
    private final TimelinePane prediction;
    private final CursorReadout readout;
    private final VBox view;

    PanesView(PaneContext context, JobRunner runner, Executor fx) {
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
        readout = new CursorReadout(context, spectrogram);

        var panes =
                new SplitPane(
                        section("Waveform", null, waveform),
                        section("Spectrogram", spectrogram.controls(), spectrogram.pane()),
                        section("Emotions", legend(), prediction));
        panes.setOrientation(Orientation.VERTICAL);
        panes.setDividerPositions(0.27, 0.64);
        VBox.setVgrow(panes, Priority.ALWAYS);
        view = new VBox(overview.view(), ruler, panes, readout.view());
        view.getStyleClass().add("panes");
        view.setMinWidth(320);
    }

    Node view() {
        return view;
    }

    SpectrogramSettings spectrogramSettings() {
        return spectrogram.settings();
    }

    /** Repaints everything: another recording, another view of it, other colours. */
    void repaint() {
        overview.repaint();
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
        context.audible()
                .flatMap(RecordingSession::sound)
                .ifPresent(
                        sound ->
                                WaveformPainter.paint(
                                        g,
                                        width,
                                        height,
                                        sound,
                                        context.scale(width),
                                        context.palette()));
    }

    private void paintPrediction(GraphicsContext g, double width, double height) {
        Optional<RecordingSession> session = context.audible();
        if (session.isEmpty()) {
            return;
        }
        Palette palette = context.palette();
        var timeline = session.get().timeline();
        if (timeline.isPresent()) {
            PredictionPainter.paint(
                    g, width, height, timeline.get(), context.scale(width), palette);
            return;
        }
        TimeScale scale = context.scale(width);
        g.setFill(palette.surface());
        g.fillRect(scale.left(), 0, scale.width(), height);
        PaintText.draw(
                g,
                note(session.get().status()),
                scale.left() + scale.width() / 2,
                height / 2,
                TextAlignment.CENTER,
                PaintText.font(13),
                palette.mutedText());
    }

    private static String note(SessionStatus status) {
        return switch (status) {
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
                                                    if (!PredictionPainter.isStrip(
                                                            timeline.channels(),
                                                            height,
                                                            event.getY())) {
                                                        return Optional.empty();
                                                    }
                                                    int lane =
                                                            new Lanes(timeline.channels(), height)
                                                                    .at(event.getY());
                                                    double time =
                                                            context.scale(prediction.getWidth())
                                                                    .seconds(event.getX());
                                                    return new TimelineQuery(timeline)
                                                            .segmentAt(lane, time);
                                                })
                                        .map(s -> new TimeRange(s.startSeconds(), s.endSeconds()))
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
        var section = new VBox(header, pane);
        section.getStyleClass().add("pane-section");
        section.setMinHeight(70);
        return section;
    }

    private static Node legend() {
        var legend = new HBox(10);
        legend.setAlignment(Pos.CENTER_RIGHT);
        for (Emotion emotion : Emotion.ALL) {
            var swatch = new Rectangle(10, 10, Palette.of(emotion));
            swatch.setArcWidth(3);
            swatch.setArcHeight(3);
            var label = new Label(emotion.title(), swatch);
            label.getStyleClass().add("legend-entry");
            legend.getChildren().add(label);
        }
        return legend;
    }
}
