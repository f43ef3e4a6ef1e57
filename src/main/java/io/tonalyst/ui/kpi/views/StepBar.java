// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi.views;

import io.tonalyst.ui.kpi.explore.Titles;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Play, step, speed and the place in time of a chart without sound. Space plays; Page Up and Page
 * Down step; nothing plays until it is asked for.
 */
final class StepBar {
    private static final List<Double> SPEEDS = List.of(0.25, 0.5, 1.0, 2.0, 4.0);

    private final ChartsModel model;
    private final Stepper stepper;
    private final Slider slider = new Slider();
    private final Label when = new Label();
    private final HBox view;
    private boolean following;

    StepBar(ChartsModel model) {
        this.model = model;
        this.stepper = model.stepper();
        var icon = new FontIcon(Feather.PLAY);
        var play = new Button("Play", icon);
        play.getStyleClass().addAll("accent", "kpi-play");
        play.setTooltip(new Tooltip("Play or pause (Space)"));
        play.setOnAction(event -> stepper.toggle());
        stepper.playingProperty()
                .subscribe(
                        playing -> {
                            icon.setIconCode(playing ? Feather.PAUSE : Feather.PLAY);
                            play.setText(playing ? "Pause" : "Play");
                        });
        var back = button(Feather.CHEVRON_LEFT, "Step back (Page Up)", () -> stepper.step(-1));
        var on = button(Feather.CHEVRON_RIGHT, "Step on (Page Down)", () -> stepper.step(1));
        ComboBox<Double> speeds =
                Titles.box("Speed", speed -> String.format(Locale.ROOT, "%sx", speed));
        speeds.getItems().setAll(SPEEDS);
        speeds.valueProperty().bindBidirectional(stepper.speedProperty());
        slider.setAccessibleText("Place in time");
        slider.valueProperty()
                .addListener(
                        (property, before, after) -> {
                            if (!following) {
                                stepper.goTo(after.doubleValue());
                            }
                        });
        slider.setOnMousePressed(event -> stepper.pause());
        HBox.setHgrow(slider, Priority.ALWAYS);
        when.setMinWidth(150);
        view = new HBox(8, back, play, on, speeds, slider, when);
        view.setAlignment(Pos.CENTER_LEFT);
        view.getStyleClass().add("kpi-transport");
        stepper.positionProperty().subscribe(this::follow);
        model.chartProperty().subscribe(this::follow);
    }

    Node view() {
        return view;
    }

    private void follow() {
        TimedChart chart = model.chartProperty().get();
        int steps = chart == null ? 0 : chart.steps();
        double position = stepper.positionProperty().get();
        following = true;
        slider.setMax(Math.max(1, steps - 1));
        slider.setBlockIncrement(1);
        slider.setValue(position);
        following = false;
        when.setText(
                chart == null || steps == 0
                        ? ""
                        : chart.stepTitle((int) Math.min(position, steps - 1.0)));
        view.setDisable(steps < 2);
    }

    /** Keys that the focused control needs itself are left to it. */
    void pressed(KeyEvent event) {
        boolean own =
                switch (event.getTarget()) {
                    case TextInputControl text -> true;
                    case ComboBoxBase<?> box -> true;
                    default -> false;
                };
        if (own || !view.isVisible() || event.isControlDown() || event.isAltDown()) {
            return;
        }
        switch (event.getCode()) {
            case SPACE -> {
                if (event.getTarget() instanceof ButtonBase) {
                    return;
                }
                stepper.toggle();
            }
            case PAGE_UP -> stepper.step(-1);
            case PAGE_DOWN -> stepper.step(1);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private static Button button(Feather icon, String hint, Runnable action) {
        var button = new Button(null, new FontIcon(icon));
        button.getStyleClass().addAll("button-icon", "flat");
        button.setTooltip(new Tooltip(hint));
        button.setAccessibleText(hint);
        button.setOnAction(event -> action.run());
        return button;
    }
}
