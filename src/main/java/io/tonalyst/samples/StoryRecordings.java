// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.samples;

import io.tonalyst.signal.Signal;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which calls of a sample log have a recording, and how they sound: the story of the agent with the
 * bad week, and some calls of another agent beside it. In the bad week the two longest calls of
 * each day are kept, and their customers are angry; else the first call of each day. A recording is
 * the beginning of its call, the longer the longer the call was.
 */
final class StoryRecordings {
    private static final LocalDate FIRST = LocalDate.of(2017, Month.JANUARY, 9);
    private static final LocalDate LAST = LocalDate.of(2017, Month.JANUARY, 29);
    private static final int HERTZ = 8_000;

    /** Away from the numbers of the other sample calls. */
    private static final int FIRST_NUMBER = 1_000;

    /** Of the agent beside, so many recordings. */
    private static final int BESIDE = 4;

    private static final double SHORTEST_SECONDS = 8;
    private static final double LONGEST_SECONDS = 14;
    private static final double CALL_SECONDS_A_SECOND = 130;

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd_HHmm", Locale.ROOT);

    private final Map<LocalDate, List<LoggedCall>> story = new TreeMap<>();
    private final List<LoggedCall> beside = new ArrayList<>();

    /** Takes a call that was written to the log. */
    void take(LoggedCall call) {
        LocalDate day = call.start().toLocalDate();
        if (day.isBefore(FIRST) || day.isAfter(LAST)) {
            return;
        }
        if (call.agent() == AgentStory.BAD_WEEK) {
            story.computeIfAbsent(day, key -> new ArrayList<>()).add(call);
        } else if (call.agent() == AgentStory.LEARNER && beside.size() < BESIDE) {
            if (beside.isEmpty() || beside.getLast().start().toLocalDate().isBefore(day)) {
                beside.add(call);
            }
        }
    }

    /** The calls that have a recording, in order of agent and start. */
    List<LoggedCall> recorded() {
        var chosen = new ArrayList<>(beside);
        story.forEach(
                (day, calls) ->
                        calls.stream()
                                .sorted(
                                        AgentStory.isBad(day)
                                                ? Comparator.comparingLong(LoggedCall::talkSeconds)
                                                        .reversed()
                                                : Comparator.comparing(LoggedCall::start))
                                .limit(AgentStory.isBad(day) ? 2 : 1)
                                .sorted(Comparator.comparing(LoggedCall::start))
                                .forEach(chosen::add));
        return chosen;
    }

    /** Such as {@code 32400_20170116_0912.wav}: agent and start, from which the call is found. */
    static String fileName(LoggedCall call) {
        return call.agent() + "_" + NAME.format(call.start()) + ".wav";
    }

    /** The recording of a call: two channels in telephone quality, the same for the same seed. */
    static Signal render(LoggedCall call, long seed) {
        int number = FIRST_NUMBER + Math.toIntExact(call.start().toLocalDate().toEpochDay() % 1000);
        Dice dice = Dice.of(seed, 13, call.agent(), number, call.start().getHour());
        double seconds =
                Math.clamp(
                        call.talkSeconds() / CALL_SECONDS_A_SECOND,
                        SHORTEST_SECONDS,
                        LONGEST_SECONDS);
        boolean bad =
                call.agent() == AgentStory.BAD_WEEK && AgentStory.isBad(call.start().toLocalDate());
        boolean subdued = dice.uniform() < 0.3;
        double calm = dice.uniform(0, 0.12);
        double angry = dice.uniform(0.7, 0.9);
        return SpeechLikeCall.render(
                HERTZ,
                seconds,
                seed,
                number * 24 + call.start().getHour(),
                at -> {
                    if (bad) {
                        return Prosody.of(Math.min(1, angry + 0.2 * at));
                    }
                    return subdued ? Prosody.subdued() : Prosody.of(calm);
                });
    }
}
