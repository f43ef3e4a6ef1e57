// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tonalyst.export.HeadlessToolkit;
import io.tonalyst.ui.PaintSurface;
import io.tonalyst.ui.Workspace;
import io.tonalyst.ui.kpi.KpiWorkspace;
import io.tonalyst.ui.kpi.views.ChartView;
import io.tonalyst.ui.recordings.RecordingSession;
import io.tonalyst.ui.recordings.TimeRange;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every key that the help lists does what it says, by key events alone. */
class KeyboardTest {
    @TempDir Path folder;

    private final FxCall fx = new FxCall(120);
    private final Set<String> tried = new HashSet<>();
    private WindowWalk window;

    @BeforeAll
    static void startToolkit() {
        HeadlessToolkit.start();
    }

    @BeforeEach
    void open() throws Exception {
        window = new WindowWalk(fx, folder);
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    @Test
    void keysOfTheRecordings() throws Exception {
        Home home = Home.locate();
        fx.run(() -> window.desktop().open(home.sampleRecordings().subList(0, 1)));
        var recordings = window.desktop().wiring().recordings();
        fx.until(recordings::isReadyToPlay, "opening");
        fx.until(() -> session().timeline().isPresent(), "analysing");
        fx.pulses(3);
        fx.run(
                () -> {
                    double duration = session().axis().duration();
                    tried("+ / -, wheel");
                    press(KeyCode.PLUS);
                    assertThat(session().axis().span()).isCloseTo(duration / 2, within(1e-6));
                    press(KeyCode.PLUS);
                    press(KeyCode.MINUS);
                    assertThat(session().axis().span()).isCloseTo(duration / 2, within(1e-6));

                    tried("Page Up / Page Down, Shift+wheel, middle drag");
                    press(KeyCode.PAGE_DOWN);
                    assertThat(session().axis().start()).isPositive();
                    press(KeyCode.PAGE_UP);
                    assertThat(session().axis().start()).isZero();

                    tried("Left / Right, click");
                    press(KeyCode.RIGHT);
                    double step = recordings.positionSeconds();
                    assertThat(step).isPositive();
                    press(KeyCode.RIGHT, true, false);
                    assertThat(recordings.positionSeconds()).isGreaterThan(3 * step);
                    press(KeyCode.LEFT);

                    tried("[ / ], drag");
                    double from = recordings.positionSeconds();
                    press(KeyCode.OPEN_BRACKET);
                    press(KeyCode.RIGHT);
                    double to = recordings.positionSeconds();
                    press(KeyCode.CLOSE_BRACKET);
                    assertThat(session().selection().orElseThrow().start())
                            .isCloseTo(from, within(1e-6));
                    assertThat(session().selection().orElseThrow().end())
                            .isCloseTo(to, within(1e-6));

                    tried("F / Z");
                    press(KeyCode.Z);
                    assertThat(session().axis().span()).isLessThan(duration / 4);
                    press(KeyCode.F);
                    assertThat(session().axis().isFitted()).isTrue();

                    tried("A / Esc");
                    press(KeyCode.A);
                    assertThat(session().selection().orElseThrow().seconds())
                            .isCloseTo(duration, within(1e-3));
                    press(KeyCode.ESCAPE);
                    assertThat(session().selection()).isEmpty();

                    tried("L");
                    press(KeyCode.L);
                    assertThat(toggle("Loop the selection").isSelected()).isTrue();
                    press(KeyCode.L);

                    tried("Home / End");
                    press(KeyCode.END);
                    assertThat(recordings.positionSeconds()).isCloseTo(duration, within(0.05));
                    press(KeyCode.HOME);
                    assertThat(recordings.positionSeconds()).isZero();

                    tried("Space");
                    press(KeyCode.SPACE);
                });
        fx.until(() -> recordings.positionSeconds() > 0, "playing");
        fx.run(() -> press(KeyCode.SPACE));
        fx.pulses(5);
        double rests = fx.get(recordings::positionSeconds);
        fx.pulses(20);
        assertThat(fx.get(recordings::positionSeconds)).isEqualTo(rests);
        fx.run(
                () -> {
                    tried("G");
                    press(KeyCode.G);
                    TimeRange angriest = session().selection().orElseThrow();
                    tried("N / Shift+N");
                    press(KeyCode.N);
                    TimeRange next = session().selection().orElseThrow();
                    press(KeyCode.N, true, false);
                    assertThat(session().selection().orElseThrow()).isNotEqualTo(next);
                    assertThat(recordings.positionSeconds())
                            .isCloseTo(session().selection().orElseThrow().start(), within(0.05));
                    assertThat(angriest.seconds()).isPositive();
                    edges();
                });
        notes();
        fx.run(
                () -> {
                    tried("E");
                    press(KeyCode.E);
                    assertThat(toggle("Explain the emotion of the selection").isSelected())
                            .isTrue();
                    press(KeyCode.E);
                    tried("H");
                    press(KeyCode.H);
                    assertThat(menus()).contains("Emotions heard");
                    press(KeyCode.H);
                    assertThat(menus()).contains("Hear");
                    tried("Ctrl+R");
                    press(KeyCode.R, false, true);
                });
        fx.pulses(3);
        fx.run(
                () -> {
                    Node live = window.root().lookup(".live-view");
                    assertThat(live.isVisible()).isTrue();
                    Event.fireEvent(live, key(KeyCode.ESCAPE, false, false));
                    assertThat(live.isVisible()).isFalse();
                });
        // Opens the dialog of the operating system, which no test can answer.
        tried("Ctrl+E / Ctrl+Shift+E");
        assertListed("Recordings");
    }

    /** Moves the edges of the selected segment with keys, and takes that back. */
    private void edges() {
        TimeRange segment = session().selection().orElseThrow();
        double inside = segment.start() + segment.seconds() / 2;
        for (int i = 0;
                i < 50 && window.desktop().wiring().recordings().positionSeconds() < inside;
                i++) {
            press(KeyCode.RIGHT);
        }
        double playhead = window.desktop().wiring().recordings().positionSeconds();
        tried("I / O");
        press(KeyCode.I);
        // The segment before it may end there now, which is a correction of its own.
        assertThat(session().review().annotations())
                .anySatisfy(a -> assertThat(a.startSeconds()).isCloseTo(playhead, within(0.01)));
        tried("Ctrl+Left, Right");
        var before = session().review().annotations();
        press(KeyCode.RIGHT, false, true);
        assertThat(session().review().annotations()).isNotEqualTo(before);
        var begun = session().review().annotations();
        press(KeyCode.LEFT, true, true);
        assertThat(session().review().annotations()).isNotEqualTo(begun);
        for (int i = 0; i < 3; i++) {
            press(KeyCode.Z, false, true);
        }
        assertThat(session().review().annotations()).isEmpty();
        tried("X");
        press(KeyCode.X);
        assertThat(session().review().annotations()).hasSize(1);
        press(KeyCode.X);
        assertThat(session().review().annotations()).isEmpty();
        // By mouse alone; the keys above do the same.
        tried("Drag an edge");
    }

    /** Marks the selection on the next channel with keys and the button, and takes it back. */
    private void notes() throws Exception {
        fx.run(
                () -> {
                    tried("C");
                    press(KeyCode.C);
                    press(KeyCode.A);
                    Node mark = button("Mark selection");
                    mark.requestFocus();
                    Event.fireEvent(mark, key(KeyCode.SPACE, false, false));
                    Event.fireEvent(
                            mark,
                            new KeyEvent(
                                    KeyEvent.KEY_RELEASED,
                                    "",
                                    "",
                                    KeyCode.SPACE,
                                    false,
                                    false,
                                    false,
                                    false));
                    var said = session().review().annotations();
                    assertThat(said).hasSize(1);
                    assertThat(said.getFirst().channel()).isEqualTo(1);
                    tried("Ctrl+Z / Ctrl+Shift+Z");
                    press(KeyCode.Z, false, true);
                    assertThat(session().review().annotations()).isEmpty();
                    press(KeyCode.Z, true, true);
                    assertThat(session().review().annotations()).hasSize(1);
                });
    }

    @Test
    void keysOfTheKeyFigures() throws Exception {
        Home home = Home.locate();
        fx.run(() -> window.desktop().open(home.sampleLog()));
        fx.until(() -> kpis().player().loadedProperty().get(), "the month");
        var player = kpis().player();
        var choice = kpis().model().selection();
        fx.pulses(3);
        fx.run(
                () -> {
                    tried("Home / End");
                    press(KeyCode.HOME);
                    assertThat(player.dayPositionProperty().get()).isZero();
                    tried("Left / Right");
                    press(KeyCode.RIGHT, true, false);
                    assertThat(player.dayPositionProperty().get()).isEqualTo(7);
                    press(KeyCode.LEFT);
                    assertThat(player.dayPositionProperty().get()).isEqualTo(6);
                    tried("A / B");
                    press(KeyCode.A);
                    press(KeyCode.RIGHT);
                    press(KeyCode.B);
                    assertThat(player.loopFromProperty().get()).isEqualTo(6);
                    assertThat(player.loopToProperty().get()).isEqualTo(7);
                    assertThat(player.loopingProperty().get()).isTrue();
                    tried("L");
                    press(KeyCode.L);
                    assertThat(player.loopingProperty().get()).isFalse();
                    tried("M");
                    press(KeyCode.M);
                    assertThat(player.mutedProperty().get()).isTrue();
                    press(KeyCode.M);
                    tried("[ / ]");
                    press(KeyCode.CLOSE_BRACKET);
                    double highest = player.dayPositionProperty().get();
                    press(KeyCode.OPEN_BRACKET);
                    assertThat(player.dayPositionProperty().get()).isNotEqualTo(highest);
                    tried(", / .");
                    double speed = choice.speedProperty().get();
                    press(KeyCode.PERIOD);
                    assertThat(choice.speedProperty().get()).isGreaterThan(speed);
                    press(KeyCode.COMMA);
                    assertThat(choice.speedProperty().get()).isEqualTo(speed);
                    tried("R");
                    press(KeyCode.R);
                    assertThat(String.valueOf(owner().getAccessibleText()) + owner())
                            .doesNotContain("Key figures: Space");
                    kpis().view().requestFocus();
                    tried("S");
                    press(KeyCode.S);
                    press(KeyCode.S);
                    tried("Up / Down");
                    Integer agent = choice.agentProperty().get();
                    press(KeyCode.DOWN);
                    assertThat(choice.agentProperty().get()).isNotEqualTo(agent);
                    press(KeyCode.UP);
                    assertThat(choice.agentProperty().get()).isEqualTo(agent);
                });
        fx.until(() -> player.loadedProperty().get(), "the month");
        fx.run(
                () -> {
                    tried("Enter, double click");
                    press(KeyCode.ENTER);
                    assertThat(window.root().lookup(".kpi-calls").getScene()).isNotNull();
                    tried("Esc / Alt+Left");
                    Event.fireEvent(
                            window.root().lookup(".kpi-calls"), key(KeyCode.ESCAPE, false, false));
                    assertThat(window.root().lookup(".kpi-calls")).isNull();
                });
        charts();
        assertListed("KPIs");
    }

    private void charts() throws Exception {
        fx.run(() -> kpis().showView(ChartView.BUBBLES));
        fx.until(() -> kpis().charts().chartProperty().get() != null, "the bubbles");
        fx.pulses(5);
        fx.run(
                () -> {
                    tried("Page Up / Page Down");
                    double at = kpis().charts().stepper().positionProperty().get();
                    Node play = button("Play");
                    Event.fireEvent(play, key(KeyCode.PAGE_UP, false, false));
                    assertThat(kpis().charts().stepper().positionProperty().get()).isLessThan(at);
                    tried("Arrows, Home / End");
                    kpis().showPage(KpiWorkspace.EXPLORE);
                });
        fx.pulses(30);
        fx.run(
                () -> {
                    Node chart =
                            Focusables.of(window.root()).stream()
                                    .filter(node -> node instanceof PaintSurface)
                                    .findFirst()
                                    .orElseThrow();
                    var readout = (Label) window.root().lookup(".explore-readout");
                    String before = readout.getText();
                    Event.fireEvent(chart, key(KeyCode.HOME, false, false));
                    String first = readout.getText();
                    Event.fireEvent(chart, key(KeyCode.END, false, false));
                    assertThat(List.of(before, first)).doesNotContain(readout.getText());
                });
    }

    @Test
    void keysOfTheWindow() throws Exception {
        fx.run(
                () -> {
                    for (String keys :
                            List.of("Ctrl+O", "Ctrl+Shift+O", "Ctrl+Shift+S", "Ctrl+D", "F1")) {
                        assertThat(scene().getAccelerators())
                                .as(keys)
                                .containsKey(
                                        KeyCombination.keyCombination(
                                                keys.replace("Ctrl", "Shortcut")));
                    }
                });
        List<Workspace> workspaces = window.desktop().wiring().workspaces();
        for (int i = 0; i < workspaces.size(); i++) {
            KeyCode digit = KeyCode.valueOf("DIGIT" + (i + 1));
            fx.run(() -> press(digit, false, true));
            assertThat(window.desktop().window().current()).isSameAs(workspaces.get(i));
            fx.pulses(3);
        }
        fx.run(() -> press(KeyCode.D, false, true));
        assertThat(window.desktop().wiring().darkProperty().get()).isTrue();
        tried.addAll(
                List.of(
                        "Ctrl+O",
                        "Ctrl+Shift+O, S",
                        "Ctrl+1, 2, 3, 4",
                        "Ctrl+D",
                        "F1",
                        "Space",
                        "Home / End",
                        "L"));
        assertListed("Everywhere");
    }

    @Test
    void theUserGuideListsTheSameKeys() throws Exception {
        String guide = Files.readString(Path.of("docs", "user-guide.md"));
        Shortcuts.byArea()
                .forEach(
                        (area, keys) ->
                                keys.forEach(
                                        key ->
                                                assertThat(guide)
                                                        .as("Keys of the user guide")
                                                        .contains(
                                                                "| "
                                                                        + area
                                                                        + " | "
                                                                        + key.keys()
                                                                        + " | "
                                                                        + key.action()
                                                                        + " |")));
    }

    private void tried(String keys) {
        tried.add(keys);
    }

    private void assertListed(String area) {
        assertThat(tried)
                .containsAll(
                        Objects.requireNonNull(Shortcuts.byArea().get(area)).stream()
                                .map(Shortcuts.Key::keys)
                                .toList());
    }

    private KpiWorkspace kpis() {
        return window.desktop().wiring().kpis();
    }

    private RecordingSession session() {
        return window.desktop().wiring().recordings().model().front().orElseThrow();
    }

    private Scene scene() {
        return window.root().getScene();
    }

    private Node owner() {
        return Objects.requireNonNull(scene().getFocusOwner());
    }

    private ToggleButton toggle(String name) {
        return Focusables.of(window.root()).stream()
                .filter(node -> node instanceof ToggleButton)
                .map(ToggleButton.class::cast)
                .filter(node -> Focusables.name(node).startsWith(name))
                .findFirst()
                .orElseThrow();
    }

    private List<String> menus() {
        return scene().getRoot().lookupAll(".menu-button").stream()
                .filter(MenuButton.class::isInstance)
                .map(menu -> ((MenuButton) menu).getText())
                .toList();
    }

    private Node button(String name) {
        return Focusables.of(window.root()).stream()
                .filter(node -> Focusables.name(node).startsWith(name))
                .findFirst()
                .orElseThrow();
    }

    private void press(KeyCode code) {
        press(code, false, false);
    }

    private void press(KeyCode code, boolean shift, boolean control) {
        Node owner = scene().getFocusOwner();
        Event.fireEvent(owner == null ? scene() : owner, key(code, shift, control));
    }

    private static KeyEvent key(KeyCode code, boolean shift, boolean control) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, control, false, false);
    }
}
