// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi.explore;

import io.tonalyst.kpi.CallFilter;
import io.tonalyst.kpi.CallLog;
import io.tonalyst.kpi.CallLogImport;
import io.tonalyst.kpi.explore.Answer;
import io.tonalyst.kpi.explore.Question;
import io.tonalyst.work.Failures;
import io.tonalyst.work.JobRunner;
import io.tonalyst.work.LatestOnly;
import io.tonalyst.work.ProgressSink;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * Which question is asked of the open log, and the answer to it. Belongs to the UI thread; answers
 * are worked out elsewhere, only while the page is shown, and only the newest counts.
 */
public final class ExploreModel {
    private final ObservableValue<@Nullable CallLogImport> log;
    private final ObservableValue<CallFilter> filter;
    private final LatestOnly<Answer> computing;
    private final ObservableList<Question> questions = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Question> question = new SimpleObjectProperty<>();
    private final BooleanProperty active = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<@Nullable Answer> answer = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");

    /**
     * @param log the open log; null before the first
     * @param filter which of its calls count
     * @param ui the thread of this object
     */
    public ExploreModel(
            ObservableValue<@Nullable CallLogImport> log,
            ObservableValue<CallFilter> filter,
            JobRunner jobs,
            Executor ui) {
        this.log = log;
        this.filter = filter;
        this.computing = new LatestOnly<>(jobs, ui);
        log.subscribe(this::offer);
        filter.addListener((property, before, after) -> recompute());
        question.addListener((property, before, after) -> recompute());
        active.addListener((property, before, after) -> recompute());
    }

    private void offer(@Nullable CallLogImport imported) {
        if (imported == null) {
            return;
        }
        CallLog calls = imported.log();
        Question kept = question.get();
        questions.setAll(Question.of(calls));
        boolean keeps = kept != null && Question.canAnswer(kept, calls);
        question.set(keeps ? kept : questions.isEmpty() ? null : questions.getFirst());
        recompute();
    }

    private void recompute() {
        CallLogImport imported = log.getValue();
        Question asked = question.get();
        if (imported == null || asked == null || !active.get()) {
            computing.cancel();
            return;
        }
        CallFilter counts = filter.getValue();
        computing.request(
                (cancel, progress) -> asked.answer(imported.log(), counts),
                ProgressSink.NONE,
                outcome -> outcome.settle(this::adopt, this::fail));
    }

    private void fail(Exception cause) {
        answer.set(null);
        notice.set(Failures.sentence(cause));
    }

    private void adopt(Answer made) {
        notice.set(
                made.isRecorded()
                        ? ""
                        : "No call that passes the filter records what is asked for.");
        answer.set(made);
    }

    /** What the open log can be asked. */
    public ObservableList<Question> questions() {
        return FXCollections.unmodifiableObservableList(questions);
    }

    /** What is asked; null before a log is open. */
    public ObjectProperty<@Nullable Question> questionProperty() {
        return question;
    }

    /** The answer to the newest question; null before the first. */
    public ReadOnlyObjectProperty<@Nullable Answer> answerProperty() {
        return answer.getReadOnlyProperty();
    }

    /** One sentence on why there is nothing to show; empty otherwise. */
    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** Whether the page is shown. */
    public BooleanProperty activeProperty() {
        return active;
    }

    /** The open log; null before the first. */
    @Nullable CallLog log() {
        CallLogImport imported = log.getValue();
        return imported == null ? null : imported.log();
    }

    /** Stops the work under way. */
    public void close() {
        computing.cancel();
    }
}
