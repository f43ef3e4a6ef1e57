// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeapUseTest {
    private static final int BLOCK = 24_000_000;

    @Test
    void thePeakHoldsWhatWasCollectedSince() {
        System.gc();
        try (var heap = HeapUse.watch()) {
            double before = HeapUse.keptMb();
            byte[] block = new byte[BLOCK];
            block[BLOCK - 1] = 1;
            assertThat(heap.peakMb()).isGreaterThanOrEqualTo(before + block.length / 1e6 - 1);
            double held = heap.peakMb();
            block = new byte[0];
            assertThat(block).isEmpty();
            HeapUse.keptMb();
            assertThat(heap.peakMb()).isGreaterThanOrEqualTo(held);
            assertThat(heap.peakMb()).isLessThanOrEqualTo(Runtime.getRuntime().maxMemory() / 1e6);
        }
    }
}
