// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.emotion;

import static org.assertj.core.api.Assertions.assertThat;

import io.tonalyst.time.FrameRange;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpeechWindowTest {
    @ParameterizedTest
    @ValueSource(ints = {1600, 47_999, 48_000, 48_001, 64_000, 100_000, 1_000_000})
    void coversAStretchWithoutGapsOrOverlap(int length) {
        var stretch = new FrameRange(1000, 1000 + length);
        List<SpeechWindow> windows = SpeechWindow.over(stretch, 0);

        assertThat(windows.getFirst().stands().start()).isEqualTo(stretch.start());
        assertThat(windows.getLast().stands().end()).isEqualTo(stretch.end());
        assertThat(windows.getLast().sound().end()).isEqualTo(stretch.end());
        for (int i = 0; i < windows.size(); i++) {
            SpeechWindow w = windows.get(i);
            assertThat(w.sound().length()).isEqualTo(Math.min(length, SpeechWindow.LENGTH));
            assertThat(w.stands().isEmpty()).isFalse();
            assertThat(w.sound().start()).isLessThanOrEqualTo(w.stands().start());
            assertThat(w.sound().end()).isGreaterThanOrEqualTo(w.stands().end());
            if (i > 0) {
                assertThat(w.stands().start()).isEqualTo(windows.get(i - 1).stands().end());
                assertThat(w.sound().start() - windows.get(i - 1).sound().start())
                        .isLessThanOrEqualTo(SpeechWindow.HOP);
            }
        }
    }
}
