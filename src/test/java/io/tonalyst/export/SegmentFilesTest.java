// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tonalyst.emotion.Emotion;
import io.tonalyst.emotion.EmotionDistribution;
import io.tonalyst.emotion.PredictionTimeline;
import io.tonalyst.emotion.Segment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmentFilesTest {
    private static final EmotionDistribution SAD = EmotionDistribution.of(1, 1, 1, 13, 1, 1, 1, 1);
    private static final PredictionTimeline TIMELINE =
            new PredictionTimeline(
                    9.5,
                    2,
                    List.of(),
                    List.of(new Segment(1, 1.25, 4, SAD, true)),
                    Optional.of(SAD));

    @Test
    void csvHasAHeaderAndOneLineASegment() {
        assertThat(SegmentFiles.csv(TIMELINE).split("\r\n"))
                .containsExactly(
                        "start_s,end_s,channel,emotion,confidence,uncertain,"
                                + "neutral,calm,happy,sad,angry,fear,disgust,surprise",
                        "1.250,4.000,1,sad,0.6500,true,"
                                + "0.0500,0.0500,0.0500,0.6500,0.0500,0.0500,0.0500,0.0500");
    }

    @Test
    void jsonHoldsSegmentsAndOverallProbabilities() throws IOException {
        var tree = new ObjectMapper().readTree(SegmentFiles.json("a.wav", TIMELINE));

        assertThat(tree.get("file").asText()).isEqualTo("a.wav");
        assertThat(tree.get("segments")).hasSize(1);
        assertThat(tree.at("/segments/0/emotion").asText()).isEqualTo("sad");
        assertThat(tree.at("/segments/0/probabilities").size()).isEqualTo(Emotion.ALL.size());
        assertThat(tree.at("/overall/sad").floatValue()).isEqualTo(0.65f);
    }

    @Test
    void jsonWithoutSpeechHasNoOverallProbabilities() throws IOException {
        var silent = new PredictionTimeline(3, 1, List.of(), List.of(), Optional.empty());

        var tree = new ObjectMapper().readTree(SegmentFiles.json("a.wav", silent));

        assertThat(tree.get("overall").isNull()).isTrue();
        assertThat(tree.get("segments")).isEmpty();
    }

    @Test
    void aFolderThatDoesNotExistIsOneSentence(@TempDir Path folder) {
        assertThatThrownBy(() -> SegmentFiles.write("x", folder.resolve("no/x.csv")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("check that the folder exists");
    }
}
