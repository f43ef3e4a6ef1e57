// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.app;

/** How much may move in the window. */
enum Motion {
    /** As the operating system says, now and whenever that is changed. */
    SYSTEM("Motion as the system says"),
    REDUCED("Reduced motion"),
    FULL("Full motion");

    private final String title;

    Motion(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /**
     * @param bySystem whether the operating system asks for little motion
     */
    boolean isReduced(boolean bySystem) {
        return this == REDUCED || (this == SYSTEM && bySystem);
    }
}
