// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi.calls;

import io.tonalyst.join.AnalysedRecording;
import io.tonalyst.join.JoinRule;
import io.tonalyst.join.JoinedLog;
import io.tonalyst.join.RecordingJoin;
import io.tonalyst.kpi.CallLogImport;
import io.tonalyst.library.NamePattern;
import io.tonalyst.ui.StatusReporter;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.Failures;
import io.tonalyst.work.Job;
import io.tonalyst.work.JobOutcome;
import io.tonalyst.work.JobRunner;
import io.tonalyst.work.LatestOnly;
import io.tonalyst.work.ProgressSink;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * Joins recordings to the open call log and parts them again. Belongs to the UI thread; recordings
 * are analysed and joined elsewhere.
 */
public final class JoinModel {
    private static final String JOB = "Joining recordings";

    private final CallRecordings recordings;
    private final Supplier<@Nullable OpenCalls> open;
    private final Consumer<CallLogImport> receiver;
    private final StatusReporter status;

    /** Of its own: recordings take minutes, and figures must not wait for them. */
    private final JobRunner jobs = new JobRunner("join", 1);

    private final LatestOnly<JoinedLog> joining;
    private final StringProperty names = new SimpleStringProperty("");
    private final StringProperty tolerance =
            new SimpleStringProperty(Long.toString(JoinRule.USUAL.tolerance().toSeconds()));
    private final ObjectProperty<Integer> channel = new SimpleObjectProperty<>(0);
    private final ReadOnlyObjectWrapper<@Nullable JoinedLog> joined = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");

    /**
     * The log that is open.
     *
     * @param file it was read from
     */
    public record OpenCalls(Path file, CallLogImport read) {}

    /**
     * @param open the log that is open; null before the first
     * @param receiver takes the log with its recordings
     */
    public JoinModel(
            CallRecordings recordings,
            Supplier<@Nullable OpenCalls> open,
            Consumer<CallLogImport> receiver,
            Executor ui,
            StatusReporter status) {
        this.recordings = recordings;
        this.open = open;
        this.receiver = receiver;
        this.status = status;
        this.joining = new LatestOnly<>(jobs, ui);
    }

    /** How agent and start stand in file names; empty for the library's or the usual pattern. */
    public StringProperty namesProperty() {
        return names;
    }

    /** How far starts may lie apart, in seconds as typed. */
    public StringProperty toleranceProperty() {
        return tolerance;
    }

    /** The channel that is judged, 1 being the left; 0 for all together. */
    public ObjectProperty<Integer> channelProperty() {
        return channel;
    }

    /** What belongs together; null while nothing is joined. */
    public ReadOnlyObjectProperty<@Nullable JoinedLog> joinedProperty() {
        return joined.getReadOnlyProperty();
    }

    /** One sentence on what came of it or is wrong; may be empty. */
    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    public boolean isBusy() {
        return joining.isBusy();
    }

    /** How many recordings the library holds. */
    public int available() {
        return recordings.count();
    }

    /** The pattern that counts while none is entered. */
    public String usualNames() {
        return recordings.names().isBlank() ? JoinRule.USUAL_NAMES : recordings.names();
    }

    /** Joins the recordings of the library. */
    public void join() {
        join(List.of());
    }

    /**
     * Joins the recordings of the library and further ones, which it takes in.
     *
     * @param more files and folders
     */
    public void join(List<Path> more) {
        OpenCalls calls = open.get();
        if (calls == null) {
            notice.set("Open a call log first.");
            return;
        }
        if (more.isEmpty() && recordings.count() == 0) {
            notice.set("The library is empty: choose a folder of recordings.");
            return;
        }
        JoinRule rule;
        NamePattern pattern;
        try {
            rule = rule();
            pattern = NamePattern.of(names.get().isBlank() ? usualNames() : names.get().strip());
        } catch (IllegalArgumentException e) {
            notice.set(String.valueOf(e.getMessage()));
            return;
        }
        Job<List<AnalysedRecording>> gathering = recordings.gather(more, pattern);
        if (!more.isEmpty()) {
            recordings.add(more);
        }
        notice.set("Joining…");
        joining.request(
                (cancel, progress) -> joined(calls, gathering, rule, cancel),
                ProgressSink.NONE,
                outcome -> show(calls, outcome));
    }

    private JoinRule rule() {
        long seconds;
        try {
            seconds = Long.parseLong(tolerance.get().strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "The tolerance has to be a number of seconds, such as 120.", e);
        }
        int one = channel.get();
        return new JoinRule(
                Duration.ofSeconds(seconds),
                one == 0 ? OptionalInt.empty() : OptionalInt.of(one - 1));
    }

    private JoinedLog joined(
            OpenCalls calls,
            Job<List<AnalysedRecording>> gathering,
            JoinRule rule,
            CancelToken cancel)
            throws Exception {
        try {
            List<AnalysedRecording> all =
                    gathering.run(
                            cancel,
                            (fraction, message) ->
                                    status.progress(JOB, Math.min(fraction, 0.999), cancel));
            Path folder =
                    Optional.ofNullable(calls.file().toAbsolutePath().getParent())
                            .orElse(calls.file());
            return RecordingJoin.join(calls.read().log(), folder, all, rule, cancel);
        } finally {
            status.progress(JOB, 1, cancel);
        }
    }

    private void show(OpenCalls calls, JobOutcome<JoinedLog> outcome) {
        switch (outcome) {
            case JobOutcome.Done<JoinedLog>(JoinedLog result) -> {
                // The log first: who hears of the join finds the measured figures in it.
                receiver.accept(calls.read().withLog(result.log()));
                joined.set(result);
                notice.set(result.summary());
                status.say(result.summary());
            }
            case JobOutcome.Failed<JoinedLog>(Exception cause) -> {
                notice.set(Failures.sentence(cause));
                status.problem(Failures.sentence(cause));
            }
            case JobOutcome.Cancelled<JoinedLog>() ->
                    notice.set("Joining was cancelled; what was analysed is kept.");
        }
    }

    /** Takes the recordings away from the calls again. */
    public void part() {
        OpenCalls calls = open.get();
        forget();
        if (calls != null) {
            receiver.accept(calls.read().withLog(calls.read().log().withRecordings(Map.of())));
        }
    }

    /** Forgets what was joined if another log is open now. */
    public void follow(@Nullable CallLogImport now) {
        JoinedLog result = joined.get();
        if (now == null || result == null || result.log() != now.log()) {
            forget();
        }
    }

    private void forget() {
        joining.cancel();
        joined.set(null);
        notice.set("");
    }

    /** Stops the work under way. */
    public void close() {
        joining.cancel();
        jobs.close();
    }
}
