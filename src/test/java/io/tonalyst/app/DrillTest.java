// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tonalyst.emotion.EmotionDistribution;
import io.tonalyst.emotion.PredictionTimeline;
import io.tonalyst.emotion.PredictionTimeline.Window;
import io.tonalyst.emotion.Segment;
import io.tonalyst.export.HeadlessToolkit;
import io.tonalyst.export.PngExport;
import io.tonalyst.kpi.CallDimension;
import io.tonalyst.kpi.CallFilter;
import io.tonalyst.kpi.Measure;
import io.tonalyst.library.AnalysisStore;
import io.tonalyst.library.FileStamp;
import io.tonalyst.library.LibraryEntry;
import io.tonalyst.library.ModelKey;
import io.tonalyst.library.StoredAnalysis;
import io.tonalyst.session.Recovery;
import io.tonalyst.session.SessionDocument;
import io.tonalyst.session.SessionFile;
import io.tonalyst.sonify.Mapping;
import io.tonalyst.ui.kpi.KpiWorkspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * From the chart of a month to the calls of a day, to a recording, and back; pictures of the way
 * stand in {@code target/drill}.
 */
class DrillTest {
    private static final Path SAMPLES = Path.of("samples").toAbsolutePath();
    private static final Path SHOTS = Path.of("target", "drill");
    private static final LocalDate DAY = LocalDate.of(2017, 1, 18);
    private static final String ANGRY = "32400_20170118_1113.wav";

    @TempDir Path folder;

    private final FxCall fx = new FxCall(60);
    private Desktop desktop;

    @BeforeEach
    void show() throws Exception {
        HeadlessToolkit.start();
        Files.createDirectories(SHOTS);
        var results = new AnalysisStore(folder.resolve("results"));
        List<Path> recordings = new ArrayList<>();
        try (Stream<Path> files = Files.list(SAMPLES.resolve("recordings"))) {
            for (Path file : files.sorted().toList()) {
                recordings.add(file);
                results.save(result(file));
            }
        }
        desktop =
                fx.get(
                        () -> {
                            var made =
                                    new Desktop(
                                            new Home(SAMPLES.getParent()),
                                            new SettingsStore(folder.resolve("settings.json")),
                                            new Recovery(folder.resolve("kept")),
                                            results);
                            made.show(new Stage());
                            return made;
                        });
        fx.run(
                () -> {
                    desktop.wiring().library().model().add(recordings);
                    desktop.open(List.of(SAMPLES.resolve("call_log.csv")));
                });
        fx.until(() -> kpis().model().importedProperty().get() != null, "Reading the log");
        fx.until(
                () -> desktop.wiring().library().model().entries().size() == recordings.size(),
                "Taking in the recordings");
    }

    /** Angry in the bad week, calm else, as if the model had said so. */
    private static StoredAnalysis result(Path file) {
        int day = Integer.parseInt(String.valueOf(file.getFileName()).substring(12, 14));
        boolean bad = day >= 16 && day <= 22 && !file.toString().endsWith("0904.wav");
        EmotionDistribution said =
                bad
                        ? EmotionDistribution.of(0.1f, 0, 0, 0.1f, 0.7f, 0, 0.1f, 0)
                        : EmotionDistribution.of(0.3f, 0.5f, 0.1f, 0.1f, 0, 0, 0, 0);
        var window = new Window(1, 1, 5, said);
        return new StoredAnalysis(
                file,
                FileStamp.of(file),
                ModelKey.of(Path.of("models/emotion-cnn-3")),
                "wav",
                8000,
                Optional.empty(),
                Optional.empty(),
                Optional.of(
                        new PredictionTimeline(
                                8,
                                2,
                                List.of(window),
                                List.of(new Segment(1, 1, 5, said, false)),
                                Optional.of(said))));
    }

    @AfterEach
    void close() throws Exception {
        fx.run(desktop::close);
    }

    @Test
    void leadsFromThePointToTheCallsToTheRecordingAndBack() throws Exception {
        join();
        assertThat(fx.get(() -> kpis().joining().joinedProperty().get().summary()))
                .startsWith("23 of 23 recordings joined to calls by agent and time, 23 of these");
        fx.run(() -> kpis().model().selection().measureProperty().set(Measure.ANGRY_MEASURED));
        fx.until(
                () -> kpis().model().shownProperty().get().series().measure().isMeasured(),
                "Computing the measured month");
        var series = fx.get(() -> kpis().model().shownProperty().get().series());
        assertThat(series.point(DAY).orElseThrow().value()).isEqualTo(50);
        assertThat(series.point(DAY).orElseThrow().calls()).isEqualTo(2);
        assertThat(series.total().value()).isEqualTo(100.0 * 9 / 19);
        fx.run(() -> kpis().player().goTo(DAY.getDayOfMonth() - 1));
        shot("1-chart");

        press(kpis().view(), KeyCode.ENTER);
        assertThat(fx.get(() -> kpis().view().lookup(".kpi-calls-title"))).isNotNull();
        assertThat(text(".kpi-calls-title")).isEqualTo("Agent 32400, Wed 18 January 2017");
        shot("2-calls");

        // The angriest call is selected, so that Enter opens it.
        press(fx.get(() -> desktop.window().scene().getFocusOwner()), KeyCode.ENTER);
        assertThat(desktop.window().current()).isSameAs(desktop.wiring().recordings());
        fx.until(
                () ->
                        desktop.wiring().recordings().model().front().stream()
                                .anyMatch(s -> s.file().endsWith(ANGRY)),
                "Opening the recording");
        fx.until(
                () -> desktop.wiring().recordings().model().front().get().timeline().isPresent(),
                "Analysing the recording");
        // Either the kept result or, with another length, that of the model: where it is angriest.
        fx.until(
                () ->
                        desktop.wiring()
                                .recordings()
                                .model()
                                .front()
                                .orElseThrow()
                                .selection()
                                .isPresent(),
                "Going to the angriest stretch");
        assertThat(fx.get(() -> desktop.window().scene().getFocusOwner()).getAccessibleText())
                .as("takes Space")
                .isEqualTo("Waveform");
        shot("3-recording");

        Button back = (Button) fx.get(() -> desktop.window().scene().lookup("#window-back"));
        assertThat(back.isVisible()).isTrue();
        assertThat(back.getText()).isEqualTo("Agent 32400, Wed 18 January 2017");
        fx.run(back::fire);
        assertThat(desktop.window().current()).isSameAs(kpis());
        assertThat(back.isVisible()).isFalse();
        assertThat(text(".kpi-calls-title")).isEqualTo("Agent 32400, Wed 18 January 2017");

        press(fx.get(() -> kpis().view().lookup(".kpi-calls")), KeyCode.ESCAPE);
        assertThat(fx.get(() -> kpis().view().lookup(".kpi-chart"))).isNotNull();
        assertThat(fx.get(() -> kpis().player().dayPositionProperty().get())).isEqualTo(17);
    }

    @Test
    void theLibraryIsFilteredSortedAndOpenedAtTheAngriestStretch() throws Exception {
        var library = desktop.wiring().library();
        fx.run(() -> desktop.window().show(library));
        fx.until(
                () ->
                        library.model().entries().stream()
                                .allMatch(e -> e.state() == LibraryEntry.State.READY),
                "Finding the kept results");
        var table = (TableView<?>) fx.get(() -> library.view().lookup(".library-table"));
        var filter = (TextField) fx.get(() -> library.view().lookup(".recordings-bar .text-field"));
        fx.run(() -> filter.setText("angry>30"));
        fx.run(
                () -> {
                    var sort =
                            library.view().lookupAll(".menu-button").stream()
                                    .map(MenuButton.class::cast)
                                    .filter(b -> b.getText().equals("Sort"))
                                    .findFirst()
                                    .orElseThrow();
                    sort.getItems().getFirst().fire();
                });
        fx.until(() -> table.getItems().size() == 9, "Filtering");
        shot("7-library");
        fx.run(() -> desktop.setDark(true));
        fx.run(() -> filter.setText("angry>lots"));
        assertThat(table.getItems()).as("stay while a filter is not understood").hasSize(9);
        shot("8-library-dark");

        fx.run(() -> table.getSelectionModel().select(0));
        press(table, KeyCode.ENTER);
        assertThat(desktop.window().current()).isSameAs(desktop.wiring().recordings());
        fx.until(
                () ->
                        desktop.wiring().recordings().model().front().stream()
                                .anyMatch(s -> s.timeline().isPresent()),
                "Analysing the recording");
        fx.run(() -> desktop.window().show(library));
        press(table, KeyCode.ENTER);
        assertThat(desktop.wiring().recordings().model().sessions())
                .as("comes to the front and is not opened twice")
                .hasSize(1);
        shot("9-recording-dark");
    }

    @Test
    void choicesForJoiningAreShownAndPartedAgain() throws Exception {
        fx.run(() -> kpis().showJoining(true));
        fx.run(() -> kpis().joining().toleranceProperty().set("soon"));
        fx.run(() -> kpis().joining().join());
        assertThat(kpis().joining().noticeProperty().get())
                .isEqualTo("The tolerance has to be a number of seconds, such as 120.");
        fx.run(() -> kpis().joining().toleranceProperty().set("30"));
        join();
        assertThat(fx.get(() -> kpis().joining().joinedProperty().get().left())).isNotEmpty();
        assertThat(kpis().model().selection().measures()).contains(Measure.VALENCE);
        fx.run(() -> desktop.setDark(true));
        fx.run(() -> kpis().model().selection().measureProperty().set(Measure.VALENCE));
        fx.until(() -> kpis().player().loadedProperty().get(), "Computing");
        shot("4-joining-dark");
        fx.run(kpis()::showCalls);
        shot("5-calls-dark");
        fx.run(() -> kpis().showPage(KpiWorkspace.EXPLORE));
        shot("6-explore-dark");
        fx.run(() -> kpis().joining().part());
        assertThat(kpis().model().selection().measures()).doesNotContain(Measure.VALENCE);
        assertThat(kpis().model().selection().measureProperty().get()).isEqualTo(Measure.AHT);
        assertThat(kpis().joining().joinedProperty().get()).isNull();
    }

    @Test
    void aSessionHoldsWhatWasLookedAt() throws Exception {
        join();
        var chosen = kpis().model().selection();
        fx.run(
                () -> {
                    chosen.measureProperty().set(Measure.VALENCE);
                    chosen.enterThreshold("-20");
                    chosen.speedProperty().set(2.0);
                    chosen.mappingProperty().set(Mapping.all().getLast());
                    chosen.filterProperty()
                            .set(
                                    CallFilter.NONE
                                            .with(CallDimension.MEASURED, Set.of("angry"))
                                            .between(LocalDate.of(2017, 1, 10), null));
                    kpis().joining().toleranceProperty().set("90");
                });
        SessionDocument kept = fx.get(() -> desktop.sessions().current());
        Path file = folder.resolve("work.tonalyst");
        SessionFile.write(file, kept);
        assertThat(SessionFile.read(file).kpis()).isEqualTo(kept.kpis());

        fx.run(
                () -> {
                    kpis().joining().part();
                    chosen.filterProperty().set(CallFilter.NONE);
                    chosen.speedProperty().set(1.0);
                    chosen.mappingProperty().set(Mapping.all().getFirst());
                    chosen.agentProperty().set(26210);
                    desktop.open(List.of(file));
                });
        fx.until(() -> kpis().joining().joinedProperty().get() != null, "Opening the session");
        fx.until(() -> chosen.measureProperty().get() == Measure.VALENCE, "Choosing again");
        assertThat(fx.get(() -> desktop.sessions().current().kpis())).isEqualTo(kept.kpis());
        assertThat(fx.get(() -> chosen.thresholdProperty().get())).isEqualTo(-20);
        assertThat(fx.get(() -> chosen.agentProperty().get())).isEqualTo(32400);
    }

    private void join() throws Exception {
        fx.run(
                () -> {
                    kpis().model().selection().agentProperty().set(32400);
                    kpis().model().selection().monthProperty().set(YearMonth.of(2017, 1));
                    kpis().joining().join();
                });
        fx.until(() -> kpis().joining().joinedProperty().get() != null, "Joining");
        fx.until(() -> kpis().player().loadedProperty().get(), "Computing the month");
    }

    private KpiWorkspace kpis() {
        return desktop.wiring().kpis();
    }

    private String text(String selector) throws Exception {
        return fx.get(
                () -> ((javafx.scene.control.Label) kpis().view().lookup(selector)).getText());
    }

    private void press(Node target, KeyCode key) throws Exception {
        fx.run(
                () ->
                        Event.fireEvent(
                                target,
                                new KeyEvent(
                                        KeyEvent.KEY_PRESSED,
                                        "",
                                        "",
                                        key,
                                        false,
                                        false,
                                        false,
                                        false)));
        fx.pulses(2);
    }

    private void shot(String name) throws Exception {
        fx.pulses(6);
        PngExport.write(
                fx.get(() -> desktop.window().scene().snapshot(null)),
                SHOTS.resolve(name + ".png"));
    }
}
