// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.join;

import io.tonalyst.emotion.EmotionDistribution;
import io.tonalyst.emotion.PredictionTimeline;
import io.tonalyst.emotion.PredictionTimeline.Window;
import io.tonalyst.library.AnalysisStore;
import io.tonalyst.library.FileStamp;
import io.tonalyst.library.ModelKey;
import io.tonalyst.library.StoredAnalysis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A call log and recordings of which everything can be counted by hand. Each letter of a recording
 * is a window of two seconds with certainty: a angry, s sad, h happy, n neutral, - silence.
 *
 * <pre>
 * agent 7  2 Jan 09:00 call 1   7_20170102_0900  aaan-h  angry, valence (1-3)/5 = -40, trend 0+100
 *          2 Jan 10:00 call 2   7_20170102_1001  nnnhhh  neutral, valence 3/6 = +50, trend 100-0
 *          3 Jan 09:00 call 3   7_20170103_0900  ------  no speech
 *          3 Jan 11:00 call 4   no recording
 *          4 Jan 09:00 call 5   7_20170104_0859  aaaaaa  angry, valence -100, trend 0
 * agent 8  2 Jan 09:30 call 6   8_20170102_0930  hhhhhh  happy, valence +100, trend 0
 *          9 Jan 09:30 call 7   no recording, nor any other of this day
 * </pre>
 *
 * and three recordings without a call: of an agent who is not there, at a time without a call, and
 * with a name that tells nothing.
 */
public final class JoinCase {
    /** Name of the model the results are of. */
    public static final String MODEL = "emotion-cnn-3";

    private static final Map<String, String> RECORDINGS = recordings();

    private final Path folder;

    private JoinCase(Path folder) {
        this.folder = folder;
    }

    private static Map<String, String> recordings() {
        var all = new LinkedHashMap<String, String>();
        all.put("7_20170102_0900", "aaan-h");
        all.put("7_20170102_1001", "nnnhhh");
        all.put("7_20170103_0900", "------");
        all.put("7_20170104_0859", "aaaaaa");
        all.put("8_20170102_0930", "hhhhhh");
        all.put("9_20170102_0900", "aaaaaa");
        all.put("7_20170103_1500", "aaaaaa");
        all.put("hold-music", "nnnnnn");
        return all;
    }

    /** Writes log, recordings and kept results below a folder. */
    public static JoinCase in(Path folder) throws IOException {
        var made = new JoinCase(folder);
        Files.writeString(
                made.log(),
                """
                Agent_ID,Call_Date,Talk_Time,After_Call_Work_Time,Queue_Time,Call_resolution_ID,Call_Type_ID,Plan_ID,Emotion
                7,2017-01-02 09:00:00,400,20,5,Resolution2,Type10,P1,neutral
                7,2017-01-02 10:00:00,100,20,6,Resolution1,Type10,P1,anger
                7,2017-01-03 09:00:00,100,20,7,Resolution1,Type20,P2,anger
                7,2017-01-03 11:00:00,100,20,7,Resolution1,Type20,P2,anger
                7,2017-01-04 09:00:00,500,20,7,Resolution3,Type20,P2,neutral
                8,2017-01-02 09:30:00,50,10,8,Resolution1,Type20,P2,anger
                8,2017-01-09 09:30:00,50,10,8,Resolution1,Type20,P2,anger
                """);
        Files.createDirectories(made.calls());
        var store = new AnalysisStore(made.results());
        for (var entry : RECORDINGS.entrySet()) {
            Path file = made.calls().resolve(entry.getKey() + ".wav");
            Files.writeString(file, "no sound is needed: there is a result");
            store.save(
                    new StoredAnalysis(
                            file.toAbsolutePath().normalize(),
                            FileStamp.of(file),
                            ModelKey.of(Path.of("models", MODEL)),
                            "wav",
                            8000,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(timeline(entry.getValue()))));
        }
        return made;
    }

    public Path log() {
        return folder.resolve("log.csv");
    }

    /** The folder of the recordings. */
    public Path calls() {
        return folder.resolve("calls");
    }

    /** The folder of the kept results. */
    public Path results() {
        return folder.resolve("results");
    }

    /** What the model says: a letter a window of two seconds, in one channel. */
    static PredictionTimeline timeline(String letters) {
        List<Window> windows = windows(letters, 0);
        return new PredictionTimeline(
                2.0 * letters.length(),
                1,
                windows,
                List.of(),
                windows.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                EmotionDistribution.mean(
                                        windows.stream().map(Window::distribution).toList())));
    }

    static List<Window> windows(String letters, int channel) {
        List<Window> windows = new ArrayList<>();
        for (int i = 0; i < letters.length(); i++) {
            float[] p = new float[8];
            switch (letters.charAt(i)) {
                case 'n' -> p[0] = 1;
                case 'h' -> p[2] = 1;
                case 's' -> p[3] = 1;
                case 'a' -> p[4] = 1;
                default -> {
                    continue;
                }
            }
            windows.add(new Window(channel, 2 * i, 2 * i + 2, EmotionDistribution.of(p)));
        }
        return windows;
    }
}
