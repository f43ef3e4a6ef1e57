// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tonalyst.ui.PaintSurface;
import io.tonalyst.ui.kpi.KpiWorkspace;
import io.tonalyst.ui.kpi.views.ChartView;
import java.util.List;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Every key of the key figures that the help lists does what it says, by key events alone. */
class KpiKeysTest extends KeyWalk {
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
}
