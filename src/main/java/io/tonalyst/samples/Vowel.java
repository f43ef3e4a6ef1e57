// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.samples;

/** Vowels by their first three formants in Hz, after Peterson and Barney (1952), men. */
enum Vowel {
    A(730, 1090, 2440),
    AE(660, 1720, 2410),
    E(530, 1840, 2480),
    I(270, 2290, 3010),
    O(570, 840, 2410),
    U(300, 870, 2240),
    SCHWA(490, 1350, 1690);

    private final double[] formants;

    Vowel(double first, double second, double third) {
        formants = new double[] {first, second, third};
    }

    double formant(int index) {
        return formants[index];
    }
}
