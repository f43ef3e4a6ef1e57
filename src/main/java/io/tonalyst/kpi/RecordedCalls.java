// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The recordings of those calls of a log that have one; found by row. */
final class RecordedCalls {
    private final int[] rows;
    private final CallRecording[] recordings;
    private final NameColumn emotions = new NameColumn(name -> false);

    /**
     * @param size rows of the log
     * @param byRow recordings by row
     */
    RecordedCalls(int size, Map<Integer, CallRecording> byRow) {
        rows = byRow.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
        recordings =
                Arrays.stream(rows)
                        .mapToObj(byRow::get)
                        .toArray(length -> new CallRecording[length]);
        int next = 0;
        for (int row = 0; row < size; row++) {
            String emotion = "";
            if (next < rows.length && rows[next] == row) {
                emotion = recordings[next++].emotion().map(CallEmotion::emotion).orElse("");
            }
            emotions.add(emotions.code(emotion));
        }
    }

    /** The recording of a call; null without one. */
    @Nullable CallRecording of(int row) {
        int place = Arrays.binarySearch(rows, row);
        return place < 0 ? null : recordings[place];
    }

    /** What was measured of a call; null if nothing was. */
    @Nullable CallEmotion emotion(int row) {
        if (emotions.isEmpty(row)) {
            return null;
        }
        CallRecording recording = of(row);
        return recording == null ? null : recording.emotion().orElse(null);
    }

    /** The measured emotion of each row, empty for none. */
    NameColumn emotions() {
        return emotions;
    }

    int size() {
        return rows.length;
    }
}
