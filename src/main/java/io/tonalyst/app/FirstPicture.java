// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.app;

import javafx.animation.AnimationTimer;
import javafx.stage.Stage;

/** The moment in which a window has been painted for the first time. */
final class FirstPicture {
    /**
     * The third pulse begins once the picture of the first has been painted: the toolkit does not
     * run ahead of its painter by more than one picture.
     */
    private static final int PULSES = 3;

    private FirstPicture() {}

    /** Runs {@code task} on the FX thread when the first picture of a window has been painted. */
    static void then(Stage stage, Runnable task) {
        new AnimationTimer() {
            private int pulses;

            @Override
            public void handle(long now) {
                if (stage.isShowing() && ++pulses == PULSES) {
                    stop();
                    task.run();
                }
            }
        }.start();
    }
}
