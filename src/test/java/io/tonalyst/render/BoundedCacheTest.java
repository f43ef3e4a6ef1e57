// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BoundedCacheTest {
    private final BoundedCache<Integer, byte[]> cache = new BoundedCache<>(100, b -> b.length);

    @Test
    void givesUpWhatWasNotUsedForLongest() {
        cache.put(1, new byte[40]);
        cache.put(2, new byte[40]);
        assertThat(cache.get(1)).isPresent();
        cache.put(3, new byte[40]);

        assertThat(cache.get(1)).isPresent();
        assertThat(cache.get(2)).isEmpty();
        assertThat(cache.get(3)).isPresent();
        assertThat(cache.bytes()).isEqualTo(80);
    }

    @Test
    void replacingCountsOnceAndTheNewestStaysHoweverLarge() {
        cache.put(1, new byte[40]);
        cache.put(1, new byte[60]);
        assertThat(cache.bytes()).isEqualTo(60);
        cache.put(2, new byte[500]);
        assertThat(cache.values()).hasSize(1);
        assertThat(cache.bytes()).isEqualTo(500);
        cache.clear();
        assertThat(cache.bytes()).isZero();
    }
}
