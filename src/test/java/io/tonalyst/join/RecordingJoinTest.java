// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.join;

import static org.assertj.core.api.Assertions.assertThat;

import io.tonalyst.kpi.CallDimension;
import io.tonalyst.kpi.CallDraft;
import io.tonalyst.kpi.CallExtra;
import io.tonalyst.kpi.CallFilter;
import io.tonalyst.kpi.CallLog;
import io.tonalyst.kpi.CallLogBuilder;
import io.tonalyst.kpi.Recorded;
import io.tonalyst.library.NamePattern;
import io.tonalyst.review.Review;
import io.tonalyst.work.CancelToken;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecordingJoinTest {
    private static final Path FOLDER = Path.of("/logs");
    private static final NamePattern NAMES = NamePattern.of(JoinRule.USUAL_NAMES);

    private final CallLogBuilder calls =
            new CallLogBuilder(
                    new Recorded(Recorded.Handle.TALK, Recorded.Resolution.NONE, false),
                    outcome -> false,
                    Set.of(CallExtra.RECORDING));

    @Test
    void theNearestCallWithinTheToleranceIsTaken() {
        call("Anna Meier", "2017-01-02T09:00:40", "");
        call("Anna Meier", "2017-01-02T09:02:10", "");
        call("Bo", "2017-01-02T09:00:00", "");
        JoinedLog joined = join("AnnaMeier_20170102_0900.wav", "AnnaMeier_20170102_0903.wav");
        assertThat(joined.matches()).hasSize(2);
        assertThat(joined.matches().getFirst().secondsApart()).hasValue(-40);
        assertThat(joined.matches().getLast().secondsApart()).hasValue(50);
        assertThat(joined.left()).isEmpty();
        assertThat(joined.missing()).isEmpty();
        assertThat(joined.callsWithout()).isEqualTo(1);
    }

    @Test
    void twoEquallyNearCallsAreNotGuessedAndACallHasOneRecording() {
        call("7", "2017-01-02T09:00:00", "");
        call("7", "2017-01-02T09:02:00", "");
        call("7", "2017-01-03T09:00:00", "");
        JoinedLog joined =
                join("7_20170102_0901.wav", "7_20170103_0900.wav", "7_20170103_0901.wav");
        assertThat(joined.matches()).hasSize(1);
        assertThat(joined.left())
                .extracting(JoinedLog.Left::reason)
                .containsExactly(
                        "Two calls of the agent begin equally near to its start.",
                        "The call at this time already has a recording.");
        assertThat(joined.missing()).containsExactly(0, 1);
    }

    @Test
    void midnightAndTheEndOfTheMonthAreNoWall() {
        call("7", "2017-02-01T00:00:30", "");
        JoinedLog joined = join("7_20170131_2359.wav", "7_20170131_2357.wav");
        assertThat(joined.matches()).hasSize(1);
        assertThat(joined.left().getFirst().reason())
                .isEqualTo("No call of agent 7 begins within 120 s of 2017-01-31 23:57.");
    }

    @Test
    void aPathInTheLogWinsOverNames() {
        call("7", "2017-01-02T09:00:00", "calls/one.wav");
        call("7", "2017-01-02T10:00:00", "D:\\old\\place\\7_20170102_0900.wav");
        call("7", "2017-01-02T11:00:00", "a/same.wav");
        call("7", "2017-01-02T12:00:00", "b/same.wav");
        call("7", "2017-01-02T13:00:00", "id-4711");
        JoinedLog joined =
                join(
                        "/logs/calls/one.wav",
                        "/new/7_20170102_0900.wav",
                        "/new/b/same.wav",
                        "/other/same.wav",
                        "/new/id-4711.mp3");
        assertThat(joined.matches()).extracting(JoinedLog.Match::row).containsExactly(0, 1, 3, 4);
        assertThat(joined.matches()).allMatch(JoinedLog.Match::isByPath);
        assertThat(joined.left())
                .extracting(JoinedLog.Left::reason)
                .containsExactly("2 calls of the log name a recording like this.");
    }

    @Test
    void whatCannotBeJoinedIsListedWithAReason() {
        call("7", "2017-01-02T00:00:00", "");
        JoinedLog joined = join("7_20170102_0900.wav", "music.wav");
        assertThat(joined.left())
                .extracting(JoinedLog.Left::reason)
                .containsExactly(
                        "The log has days without times, so that only a recording_path can tell its"
                                + " calls.",
                        "Its name tells no agent, date and time.");
    }

    @Test
    void measuredEmotionsStandBesideImportedLabelsAndCanBeFiltered() {
        call("7", "2017-01-02T09:00:00", "");
        call("7", "2017-01-02T10:00:00", "");
        CallLog log = join("7_20170102_0900.wav").log();
        assertThat(log.code(CallDimension.MEASURED, 0)).isEqualTo("angry");
        assertThat(log.code(CallDimension.EMOTION, 0)).isEqualTo("neutral");
        assertThat(log.codes(CallDimension.MEASURED)).containsExactly("angry");
        var angry = CallFilter.NONE.with(CallDimension.MEASURED, Set.of("angry"));
        assertThat(log.totals(log.all(), angry).calls()).isEqualTo(1);
        assertThat(log.joined(1)).isEmpty();
        assertThat(log.joined(0)).isPresent();
    }

    private void call(String agent, String start, String recording) {
        var draft = new CallDraft();
        draft.setName(CallDimension.AGENT, agent);
        draft.setName(CallDimension.EMOTION, "neutral");
        draft.setStart(LocalDateTime.parse(start).toEpochSecond(ZoneOffset.UTC));
        draft.setTalk(60);
        draft.setRecording(recording);
        calls.add(draft);
    }

    private JoinedLog join(String... files) {
        List<AnalysedRecording> recordings =
                Arrays.stream(files)
                        .map(FOLDER::resolve)
                        .map(
                                file ->
                                        new AnalysedRecording(
                                                file,
                                                NAMES.read(file),
                                                Optional.of(JoinCase.timeline("aaa")),
                                                Review.NONE))
                        .toList();
        return RecordingJoin.join(
                calls.build(Map.of()),
                FOLDER,
                recordings,
                new JoinRule(Duration.ofSeconds(120), OptionalInt.empty()),
                new CancelToken());
    }
}
