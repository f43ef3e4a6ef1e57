// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
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

    @Test
    void aJobWhoseNativeCodeIsMissingFailsWithASentence() {
        JobOutcome<Object> outcome =
                JobRunner.run(
                        (cancel, progress) -> {
                            throw new UnsatisfiedLinkError("libx.so");
                        },
                        new CancelToken(),
                        ProgressSink.NONE);

        assertThat(outcome).isInstanceOf(JobOutcome.Failed.class);
        assertThat(Failures.sentence(((JobOutcome.Failed<Object>) outcome).cause()))
                .startsWith("A part of the program cannot be loaded (UnsatisfiedLinkError);");
    }

    @Test
    void aJobThatNeedsTooMuchMemoryFailsAloneWithASentence() throws Exception {
        var outcomes = new LinkedBlockingQueue<JobOutcome<Long>>();
        try (var runner = new JobRunner("test", 1)) {
            runner.submit(JobRunnerTest::hoard, ProgressSink.NONE, outcomes::add);
            runner.submit((cancel, progress) -> 7L, ProgressSink.NONE, outcomes::add);

            JobOutcome<Long> first = outcomes.poll(20, TimeUnit.SECONDS);
            assertThat(first).isInstanceOf(JobOutcome.Failed.class);
            Exception cause = ((JobOutcome.Failed<Long>) first).cause();
            assertThat(cause).isInstanceOf(MemoryException.class);
            assertThat(Failures.sentence(cause))
                    .startsWith("The memory of the program, ")
                    .contains("MiB", "close other recordings", "-Xmx4g.");
            assertThat(outcomes.poll(20, TimeUnit.SECONDS)).isEqualTo(new JobOutcome.Done<>(7L));
        }
    }

    /** Asks for more than any heap has, without filling it. */
    private static long hoard(CancelToken cancel, ProgressSink progress) {
        List<long[]> held = new ArrayList<>();
        long sum = 0;
        for (int i = 0; i < 64; i++) {
            held.add(new long[Integer.MAX_VALUE - 2]);
            sum += held.getLast().length;
        }
        return sum;
    }
}
