// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui;

import io.tonalyst.work.CancelToken;
import io.tonalyst.work.Failures;
import io.tonalyst.work.Job;
import io.tonalyst.work.JobOutcome;
import io.tonalyst.work.JobRunner;
import io.tonalyst.work.ProgressSink;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** Long work that writes a file: a row of the status bar shows its progress and cancels it. */
public final class FollowedWork {
    /** The row goes away at 1, which only the end of the job may tell. */
    private static final double ALMOST = 0.999;

    private final JobRunner jobs;
    private final StatusReporter status;

    /**
     * @param jobs where the work is done
     */
    public FollowedWork(JobRunner jobs, StatusReporter status) {
        this.jobs = jobs;
        this.status = status;
    }

    /**
     * Begins the work and tells its outcome in the status bar. May be called from any thread.
     *
     * @param name of the row, such as {@code Film call.mp4}
     * @param file that is written
     * @param work yields the sentence to be said at its end
     */
    public void begin(String name, Path file, Job<String> work) {
        var row = new CancelToken();
        status.progress(name, 0, row);
        jobs.submit(
                (cancel, progress) -> work.run(row, (done, message) -> tell(name, done, row)),
                ProgressSink.NONE,
                outcome -> {
                    status.progress(name, 1, row);
                    switch (outcome) {
                        case JobOutcome.Done<String>(var sentence) -> status.say(sentence);
                        case JobOutcome.Failed<String>(var cause) ->
                                status.problem(problem(file, cause));
                        case JobOutcome.Cancelled<String>() -> status.say(name + " was cancelled.");
                    }
                });
    }

    private void tell(String name, double done, CancelToken row) {
        if (Thread.currentThread().isInterrupted()) {
            // The runner is closing; only the button of the row cancels by the token itself.
            row.cancel();
        }
        status.progress(name, Math.min(done, ALMOST), row);
    }

    /** Why a file could not be written, in one sentence. */
    public static String problem(Path file, Exception cause) {
        // The messages of the file system are no sentences; those of the writers are.
        return cause instanceof FileSystemException
                ? "Cannot write " + file + ": check that its folder exists and may be written to."
                : Failures.sentence(cause);
    }
}
