// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TimeAxisModelTest {
    @Test
    void zoomKeepsTheAnchorWhereItIs() {
        var axis = new TimeAxisModel(100);
        double anchor = 30;
        double share = (anchor - axis.start()) / axis.span();

        axis.zoom(anchor, 4);

        assertThat(axis.span()).isCloseTo(25, within(1e-9));
        assertThat((anchor - axis.start()) / axis.span()).isCloseTo(share, within(1e-9));
    }

    @Test
    void theViewStaysWithinTheRecordingWhateverIsDone() {
        var random = new Random(1);
        var axis = new TimeAxisModel(60);
        for (int i = 0; i < 2000; i++) {
            switch (random.nextInt(4)) {
                case 0 -> axis.zoom(random.nextDouble(-10, 70), random.nextDouble(0.1, 10));
                case 1 -> axis.pan(random.nextDouble(-90, 90));
                case 2 -> axis.reveal(random.nextDouble(60));
                default ->
                        axis.show(
                                TimeRange.between(
                                        random.nextDouble(0, 60), random.nextDouble(0, 60)));
            }
            assertThat(axis.start()).isGreaterThanOrEqualTo(0);
            assertThat(axis.end()).isLessThanOrEqualTo(60 + 1e-9);
            assertThat(axis.span()).isGreaterThanOrEqualTo(TimeAxisModel.MIN_SPAN - 1e-9);
        }
    }

    @Test
    void zoomingOutFarEnoughFits() {
        var axis = new TimeAxisModel(10);
        axis.show(new TimeRange(3, 4));
        assertThat(axis.isFitted()).isFalse();

        axis.zoom(3.5, 0.001);

        assertThat(axis.isFitted()).isTrue();
    }

    @Test
    void theViewTurnsThePageOnlyWhenTheTimeIsOutside() {
        var axis = new TimeAxisModel(100);
        axis.show(new TimeRange(10, 20));

        axis.reveal(15);
        assertThat(axis.start()).isCloseTo(10, within(1e-9));

        axis.reveal(20.5);
        assertThat(axis.start()).isCloseTo(20, within(1e-9));
        assertThat(axis.span()).isCloseTo(10, within(1e-9));
    }

    @Test
    void listenersHearChangesOnly() {
        var axis = new TimeAxisModel(10);
        var heard = new AtomicInteger();
        Runnable remove = axis.onChange(heard::incrementAndGet);

        axis.fit();
        assertThat(heard).hasValue(0);
        axis.zoom(5, 2);
        assertThat(heard).hasValue(1);
        remove.run();
        axis.fit();
        assertThat(heard).hasValue(1);
    }

    @Test
    void anEmptyRecordingHasAnEmptyView() {
        var axis = new TimeAxisModel(0);
        axis.zoom(0, 2);
        axis.pan(3);
        axis.show(new TimeRange(0, 1));

        assertThat(axis.span()).isZero();
    }
}
