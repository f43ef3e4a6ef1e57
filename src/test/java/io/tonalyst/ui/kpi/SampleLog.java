// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi;

import io.tonalyst.kpi.CallLogImport;
import io.tonalyst.kpi.CallLogReader;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Small call logs with the VolaPhone columns, made up for tests. */
final class SampleLog {
    static final String HEADER =
            "Agent_ID,Call_Date,Talk_Time,After_Call_Work_Time,Queue_Time,"
                    + "Call_resolution_ID,Call_Type_ID,Plan_ID,Emotion";

    private SampleLog() {}

    /**
     * Two agents, January and February 2017; no calls on Thursdays and Fridays; two rows that
     * cannot be read.
     */
    static Path write(Path folder) throws IOException {
        List<String> rows = new ArrayList<>(List.of(HEADER));
        for (int agent : new int[] {14270, 32400}) {
            for (var day = LocalDate.of(2017, 1, 1);
                    day.isBefore(LocalDate.of(2017, 3, 1));
                    day = day.plusDays(1)) {
                if (day.getDayOfWeek().getValue() != 4 && day.getDayOfWeek().getValue() != 5) {
                    addDay(rows, agent, day);
                }
            }
        }
        rows.add("32400,2017-01-40 00:00:00,700,200,10,Resolution1,Type10,Plan1,neutral");
        rows.add("32400,2017-01-03 00:00:00,many,200,10,Resolution1,Type10,Plan1,neutral");
        return Files.write(folder.resolve("calls.csv"), rows);
    }

    private static void addDay(List<String> rows, int agent, LocalDate day) {
        int number = day.getDayOfMonth();
        int calls = 3 + number % 5;
        for (int call = 0; call < calls; call++) {
            int talk = 500 + (number * 97 + call * 211 + agent) % 700;
            int work = 100 + (number * 31 + call * 17) % 200;
            String outcome = (number + call) % 4 == 0 ? "Resolution2" : "Resolution1";
            String emotion = (number + call) % 3 == 0 ? "anger" : "neutral";
            rows.add(
                    "%d,%s 00:00:00,%d,%d,%d,%s,Type10,Plan1,%s"
                            .formatted(agent, day, talk, work, 10 + call, outcome, emotion));
        }
    }

    /** Writes the log and reads it back. */
    static CallLogImport read(Path folder) throws Exception {
        return read(write(folder), new CancelToken(), ProgressSink.NONE);
    }

    static CallLogImport read(Path file, CancelToken cancel, ProgressSink progress)
            throws Exception {
        return CallLogReader.read(file, cancel, progress);
    }
}
