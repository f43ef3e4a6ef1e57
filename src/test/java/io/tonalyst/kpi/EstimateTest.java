// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EstimateTest {
    /** R. G. Newcombe, Statistics in Medicine 17 (1998) 857-872, table I, method 3. */
    @ParameterizedTest
    @CsvSource({
        "81, 263, 25.53, 36.62",
        "15, 148, 6.24, 16.05",
        "0, 20, 0.00, 16.11",
        "1, 29, 0.61, 17.18"
    })
    void wilsonBandsAgreeWithPublishedOnes(int hits, int n, double low, double high) {
        Estimate rate = Estimate.rate(hits, n);
        assertThat(rate.value()).isCloseTo(100.0 * hits / n, within(1e-12));
        assertThat(rate.low()).isCloseTo(low, within(0.006));
        assertThat(rate.high()).isCloseTo(high, within(0.006));
    }

    @Test
    void bandsStayBetweenNoneAndAll() {
        for (int n = 1; n < 60; n++) {
            for (int hits = 0; hits <= n; hits++) {
                Estimate rate = Estimate.rate(hits, n);
                assertThat(rate.low()).isBetween(0.0, rate.value());
                assertThat(rate.high()).isBetween(rate.value(), 100.0);
            }
        }
    }

    @Test
    void aMeanHasStudentsBand() {
        // 2, 4, 4, 4, 5, 5, 7, 9: mean 5, sample deviation 2.13809, t(7) 2.36462
        Estimate mean = Estimate.mean(8, 40, 232);
        assertThat(mean.value()).isEqualTo(5);
        assertThat(mean.standardError()).isCloseTo(0.755929, within(1e-6));
        assertThat(mean.low()).isCloseTo(3.21252, within(1e-4));
        assertThat(mean.high()).isCloseTo(6.78748, within(1e-4));
    }

    @ParameterizedTest
    @CsvSource({"41, 2.0211, 40", "61, 2.0003, 60", "121, 1.9799, 120"})
    void beyondTheTableStudentsTStaysExact(int n, double t, int freedom) {
        // n values with sum 0 about 100 and squares chosen so that the standard error is 1
        double squares = n * 10_000.0 + (double) n * (n - 1);
        Estimate mean = Estimate.mean(n, 100.0 * n, squares);
        assertThat(mean.standardError()).isCloseTo(1, within(1e-6));
        assertThat(mean.high() - 100).as("t at %d", freedom).isCloseTo(t, within(2e-4));
    }

    @Test
    void withoutCallsThereIsNothingAndWithOneNoBand() {
        assertThat(Estimate.rate(0, 0).value()).isNaN();
        assertThat(Estimate.mean(0, 0, 0).value()).isNaN();
        Estimate one = Estimate.mean(1, 300, 90_000);
        assertThat(one.value()).isEqualTo(300);
        assertThat(one.hasBand()).isFalse();
    }
}
