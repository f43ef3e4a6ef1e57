// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi.views;

import io.tonalyst.time.Ticker;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * The time of a chart that plays without sound: steps, counted continuously. Rests until someone
 * plays it. Use from the UI thread; needs no toolkit.
 */
public final class Stepper {
    private static final double NANOS = 1e9;

    private final Ticker ticker;
    private final ReadOnlyDoubleWrapper position = new ReadOnlyDoubleWrapper();
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<Double> speed = new SimpleObjectProperty<>(1.0);
    private final BooleanProperty stepwise = new SimpleBooleanProperty();
    private int steps;
    private double secondsPerStep = 1;
    private double exact;
    private long last;

    public Stepper(Ticker ticker) {
        this.ticker = ticker;
    }

    /**
     * Takes another chart: the moment stays where it can, unless all of the chart is to be seen.
     *
     * @param steps of the chart
     * @param whole whether to go to the last step
     */
    void load(int steps, double secondsPerStep, boolean whole) {
        this.steps = steps;
        this.secondsPerStep = secondsPerStep;
        if (whole) {
            playing.set(false);
        }
        move(whole ? lastStep() : exact);
    }

    /** Reads the time and moves on if playing; call once a pulse. */
    void tick() {
        if (!playing.get()) {
            return;
        }
        long now = ticker.nanos();
        double passed = (now - last) / NANOS;
        last = now;
        move(exact + passed * speed.get() / secondsPerStep);
        if (exact >= lastStep()) {
            playing.set(false);
        }
    }

    /** Plays, from the first step when the last has been reached; or rests. */
    public void toggle() {
        if (playing.get()) {
            playing.set(false);
        } else if (steps > 1) {
            if (exact >= lastStep()) {
                move(0);
            }
            last = ticker.nanos();
            playing.set(true);
        }
    }

    /** Rests. */
    public void pause() {
        playing.set(false);
    }

    /** Goes to a moment; beyond the ends to the first or last step. */
    public void goTo(double step) {
        move(step);
    }

    /** Goes some steps on or back and rests there. */
    public void step(int by) {
        playing.set(false);
        move((by > 0 ? Math.floor(exact + 1e-9) : Math.ceil(exact - 1e-9)) + by);
    }

    private void move(double to) {
        exact = Math.clamp(to, 0, lastStep());
        position.set(stepwise.get() ? Math.floor(exact) : exact);
    }

    private double lastStep() {
        return Math.max(0, steps - 1);
    }

    /** The moment shown, in steps. */
    public ReadOnlyDoubleProperty positionProperty() {
        return position.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty playingProperty() {
        return playing.getReadOnlyProperty();
    }

    /** 1 is the chart's own speed. */
    public ObjectProperty<Double> speedProperty() {
        return speed;
    }

    /** Whether it goes from step to step without moving between them. */
    public BooleanProperty stepwiseProperty() {
        return stepwise;
    }
}
