// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LatestOnlyTest {
    private final JobRunner runner = new JobRunner("test", 2);
    private final BlockingQueue<Runnable> deliveries = new LinkedBlockingQueue<>();
    private final LatestOnly<String> latest = new LatestOnly<>(runner, deliveries::add);
    private final List<JobOutcome<String>> outcomes = new ArrayList<>();

    @AfterEach
    void close() {
        runner.close();
    }

    @Test
    void deliversOnlyTheNewestRequest() throws Exception {
        var release = new CountDownLatch(1);
        latest.request(
                (cancel, progress) -> {
                    release.await();
                    return "old";
                },
                ProgressSink.NONE,
                outcomes::add);
        latest.request((cancel, progress) -> "new", ProgressSink.NONE, outcomes::add);
        release.countDown();
        deliver(2);
        assertThat(outcomes).containsExactly(new JobOutcome.Done<>("new"));
        assertThat(latest.isBusy()).isFalse();
    }

    @Test
    void raisesTheTokenOfTheOldRequest() throws Exception {
        var started = new CountDownLatch(1);
        var noticed = new CountDownLatch(1);
        latest.request(
                (cancel, progress) -> {
                    started.countDown();
                    while (!cancel.isCancelled()) {
                        Thread.onSpinWait();
                    }
                    noticed.countDown();
                    return "old";
                },
                ProgressSink.NONE,
                outcomes::add);
        assertThat(started.await(5, TimeUnit.SECONDS)).isTrue();
        latest.cancel();
        assertThat(noticed.await(5, TimeUnit.SECONDS)).isTrue();
        deliver(1);
        assertThat(outcomes).isEmpty();
    }

    @Test
    void turnsAnExceptionIntoAFailure() throws Exception {
        latest.request(
                (cancel, progress) -> {
                    throw new java.io.IOException("The file is damaged.");
                },
                ProgressSink.NONE,
                outcomes::add);
        deliver(1);
        assertThat(outcomes).hasSize(1);
        assertThat(outcomes.getFirst()).isInstanceOf(JobOutcome.Failed.class);
    }

    private void deliver(int count) throws InterruptedException {
        for (int i = 0; i < count; i++) {
            Runnable delivery = deliveries.poll(5, TimeUnit.SECONDS);
            assertThat(delivery).as("delivery " + i).isNotNull();
            delivery.run();
        }
    }
}
