// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobOutcomeTest {
    @Test
    void settlingHandsOnTheValueOrTheFailureAndNothingOfACancelledJob() {
        var told = new ArrayList<Object>();
        var failure = new IOException("The disk is full.");
        for (JobOutcome<String> outcome :
                List.<JobOutcome<String>>of(
                        new JobOutcome.Cancelled<>(),
                        new JobOutcome.Failed<>(failure),
                        new JobOutcome.Done<>("read"))) {
            outcome.settle(told::add, told::add);
        }
        assertThat(told).containsExactly(failure, "read");
    }
}
