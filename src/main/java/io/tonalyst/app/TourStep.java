// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.app;

/**
 * One step of the guided tour.
 *
 * @param caption what happens in it, one sentence for the person
 * @param action runs on the tour's own thread and returns when the step is over
 */
record TourStep(String caption, Action action) {
    /** What a step does. */
    @FunctionalInterface
    interface Action {
        void run() throws Exception;
    }
}
