// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Those who want to know that a model changed. They ask it what is new. */
final class Listeners {
    private final List<Runnable> all = new CopyOnWriteArrayList<>();

    /**
     * Adds a listener.
     *
     * @return removes it again
     */
    Runnable add(Runnable listener) {
        all.add(listener);
        return () -> all.remove(listener);
    }

    void fire() {
        all.forEach(Runnable::run);
    }
}
