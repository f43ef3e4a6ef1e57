// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tonalyst.ui.recordings.TimeRange;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

/** Every key of the recordings that the help lists does what it says, by key events alone. */
class RecordingKeysTest extends KeyWalk {
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
}
