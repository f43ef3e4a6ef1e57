// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tonalyst.emotion.Emotion;
import io.tonalyst.ui.ColourVision.Sight;
import java.util.List;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Colours are told apart by people who see fewer of them, and texts can be read in both themes. */
class ColourVisionTest {
    private static final double TEXT = 4.5;
    private static final double GRAPHIC = 3;

    /** Two colours this far apart are told apart side by side; 2.3 is just noticeable. */
    private static final double TOLD_APART = 10;

    /** Of the test data of Sharma, Wu and Dalal (2005). */
    @ParameterizedTest
    @CsvSource({
        "50, 2.6772, -79.7751, 50, 0, -82.7485, 2.0425",
        "50, -1.1848, -84.8006, 50, 0, -82.7485, 1.0000",
        "50, 2.5, 0, 73, 25, -18, 27.1492",
        "60.2574, -34.0099, 36.2677, 60.4626, -34.1751, 39.4387, 1.2644",
        "22.7233, 20.0904, -46.6940, 23.0331, 14.9730, -42.5619, 2.0373",
        "2.0776, 0.0795, -1.1350, 0.9033, -0.0636, -0.5514, 0.9082"
    })
    void theDifferenceIsThatOfItsAuthors(
            double l1, double a1, double b1, double l2, double a2, double b2, double expected) {
        assertThat(ColourVision.ciede2000(new double[] {l1, a1, b1}, new double[] {l2, a2, b2}))
                .isCloseTo(expected, within(1e-4));
    }

    @ParameterizedTest
    @EnumSource(Sight.class)
    void everyTwoEmotionsAreToldApart(Sight sight) {
        for (Emotion a : Emotion.ALL) {
            for (Emotion b : Emotion.ALL) {
                if (a.compareTo(b) < 0) {
                    assertThat(ColourVision.difference(Palette.of(a), Palette.of(b), sight))
                            .as(a + " and " + b + " for " + sight)
                            .isGreaterThan(TOLD_APART);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Sight.class)
    void dataThresholdAndAccentAreToldApart(Sight sight) {
        for (Palette palette : List.of(Palette.LIGHT, Palette.DARK)) {
            assertThat(ColourVision.difference(palette.data(), palette.threshold(), sight))
                    .isGreaterThan(TOLD_APART);
            assertThat(ColourVision.difference(palette.data(), palette.accent(), sight))
                    .isGreaterThan(TOLD_APART);
        }
    }

    @Test
    void textsAndLinesStandOutInBothThemes() {
        for (Palette palette : List.of(Palette.LIGHT, Palette.DARK)) {
            for (Color ground : List.of(palette.background(), palette.surface())) {
                assertThat(ColourVision.contrast(palette.text(), ground))
                        .isGreaterThanOrEqualTo(TEXT);
                assertThat(ColourVision.contrast(palette.mutedText(), ground))
                        .isGreaterThanOrEqualTo(TEXT);
                for (Color line : List.of(palette.data(), palette.accent(), palette.threshold())) {
                    assertThat(ColourVision.contrast(line, ground)).isGreaterThanOrEqualTo(GRAPHIC);
                }
            }
        }
        assertThat(ColourVision.contrast(Color.BLACK, Color.WHITE)).isCloseTo(21, within(1e-9));
    }
}
