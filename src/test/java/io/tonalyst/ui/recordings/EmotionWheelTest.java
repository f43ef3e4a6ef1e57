// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tonalyst.emotion.Emotion;
import io.tonalyst.emotion.EmotionDistribution;
import io.tonalyst.export.HeadlessToolkit;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.shape.Circle;
import org.junit.jupiter.api.Test;

class EmotionWheelTest {
    private static final double WIDTH = 168;
    private static final double HEIGHT = 124;
    private static final double RADIUS = HEIGHT / 2 - 18;

    @Test
    void eachEmotionReachesAsFarAsItIsLikelyWithinTheNextRing() throws Exception {
        // Anger 0.4, the others less: the ring is 50 %.
        var wheel = wheel(EmotionDistribution.of(.1f, .1f, .05f, .1f, .4f, .1f, .1f, .05f));

        List<Circle> dots =
                wheel.getChildrenUnmodifiable().stream()
                        .filter(Circle.class::isInstance)
                        .map(Circle.class::cast)
                        .toList();
        assertThat(dots).hasSize(Emotion.ALL.size());
        Circle anger = dots.get(Emotion.ANGRY.ordinal());
        assertThat(reach(anger)).isCloseTo(0.4 / 0.5 * RADIUS, within(0.1));
        assertThat(anger.getCenterY()).as("opposite of neutral").isGreaterThan(HEIGHT / 2);
        assertThat(reach(dots.getFirst())).isCloseTo(0.1 / 0.5 * RADIUS, within(0.1));
        assertThat(texts(wheel)).contains("Ring 50 %", "Angry", "Surprise");
        assertThat(wheel.getAccessibleText())
                .startsWith("Radial chart of the selection: Angry 40 %");
    }

    @Test
    void aSureAnswerTakesTheWholeRing() throws Exception {
        var wheel = wheel(EmotionDistribution.of(0, 0, 0, 0, 0, 0, 0, 1));
        assertThat(texts(wheel)).contains("Ring 100 %");
    }

    private static EmotionWheel wheel(EmotionDistribution distribution) throws Exception {
        HeadlessToolkit.start();
        return HeadlessToolkit.call(
                () -> {
                    var wheel = new EmotionWheel();
                    wheel.resize(WIDTH, HEIGHT);
                    wheel.show(distribution);
                    wheel.layout();
                    return wheel;
                });
    }

    private static double reach(Circle dot) {
        return Math.hypot(dot.getCenterX() - WIDTH / 2, dot.getCenterY() - HEIGHT / 2);
    }

    private static List<String> texts(EmotionWheel wheel) {
        return wheel.getChildrenUnmodifiable().stream()
                .filter(Label.class::isInstance)
                .map(node -> ((Label) node).getText())
                .toList();
    }
}
