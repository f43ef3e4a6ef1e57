// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobRunnerTest {
    @Test
    void cancelsWhatIsAskedForAfterItWasClosed() {
        var runner = new JobRunner("test", 1);
        runner.close();
        List<JobOutcome<String>> outcomes = new ArrayList<>();

        CancelToken token =
                runner.submit((cancel, progress) -> "never", ProgressSink.NONE, outcomes::add);

        assertThat(token.isCancelled()).isTrue();
        assertThat(outcomes).containsExactly(new JobOutcome.Cancelled<>());
    }
}
