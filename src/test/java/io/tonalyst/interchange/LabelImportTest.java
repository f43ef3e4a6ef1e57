// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tonalyst.emotion.Emotion;
import io.tonalyst.review.Annotation;
import io.tonalyst.review.Review;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabelImportTest {
    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource(
            value = AnalysisFormat.class,
            names = {"TEXTGRID", "AUDACITY"})
    void correctionsComeBackAsTheyWere(AnalysisFormat format) throws Exception {
        Path file = folder.resolve("call" + format.ending());
        format.write(Calls.reviewed(), LabelImportTest::noPictures, file);

        var outcome = LabelImport.read(file, Calls.TIMELINE, Review.NONE);

        assertThat(outcome.review()).isEqualTo(Calls.REVIEW);
        assertThat(outcome.outside()).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = AnalysisFormat.class,
            names = {"TEXTGRID", "AUDACITY"})
    void whatWasLeftAloneChangesNothing(AnalysisFormat format) throws Exception {
        Path file = folder.resolve("call" + format.ending());
        format.write(
                Calls.recording(Path.of("call.wav"), Review.NONE),
                LabelImportTest::noPictures,
                file);

        // A TextGrid without corrections has none to give.
        if (format == AnalysisFormat.TEXTGRID) {
            assertThatThrownBy(() -> LabelImport.read(file, Calls.TIMELINE, Review.NONE))
                    .hasMessageContaining("holds no labels");
        } else {
            assertThat(LabelImport.read(file, Calls.TIMELINE, Review.NONE).review())
                    .isEqualTo(Review.NONE);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = AnalysisFormat.class,
            names = {"TEXTGRID", "AUDACITY"})
    void whatIsNoSpeechComesBack(AnalysisFormat format) throws Exception {
        Review review =
                Review.NONE
                        .with(Annotation.of(Calls.SAD).withSilent(true).withComment("a radio"))
                        .with(Annotation.of(Calls.CALM).withSilent(true).withEdges(2.9, 4.0))
                        .with(
                                new Annotation(0, 5, 5.75, Optional.empty(), "", Optional.empty())
                                        .withSilent(true));
        Path file = folder.resolve("call" + format.ending());
        format.write(
                Calls.recording(Path.of("call.wav"), review), LabelImportTest::noPictures, file);

        assertThat(LabelImport.read(file, Calls.TIMELINE, Review.NONE).review()).isEqualTo(review);
    }

    @Test
    void labelsOfOthersAreTaken() throws Exception {
        Path file =
                write(
                        "0,55\t2,2\tJoy\n"
                                + "5.0\t5.5\tlaughs in the background\n"
                                + "7\t8\tsad\n"
                                + "\\\t100\t200\n");

        var outcome = LabelImport.read(file, Calls.TIMELINE, Review.NONE);

        assertThat(outcome.outside()).isEqualTo(1);
        assertThat(outcome.taken()).isEqualTo(2);
        assertThat(outcome.review().of(Calls.ANGRY).flatMap(Annotation::label))
                .contains(Emotion.HAPPY);
        assertThat(outcome.review().annotations())
                .contains(
                        new Annotation(
                                0,
                                5,
                                5.5,
                                Optional.empty(),
                                "laughs in the background",
                                Optional.empty()));
    }

    @Test
    void textGridsInUtf16AreRead() throws Exception {
        Path file = folder.resolve("call.TextGrid");
        byte[] text = TextGrid.write(Calls.reviewed()).getBytes(StandardCharsets.UTF_16);
        Files.write(file, text);

        assertThat(LabelImport.read(file, Calls.TIMELINE, Review.NONE).review())
                .isEqualTo(Calls.REVIEW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello\n", "1\t2", "x\ty\tz\n", "NaN\t2\tsad\n"})
    void whatHoldsNoLabelsIsOneSentence(String text) throws Exception {
        Path file = write(text);

        assertThatThrownBy(() -> LabelImport.read(file, Calls.TIMELINE, Review.NONE))
                .isInstanceOf(LabelException.class)
                .hasMessageStartingWith("labels.txt cannot be used as labels: ")
                .hasMessageEndingWith("choose a Praat TextGrid or an Audacity label track.");
    }

    private Path write(String text) throws Exception {
        return Files.writeString(folder.resolve("labels.txt"), text);
    }

    private static ReportPictures noPictures() {
        throw new AssertionError("no pictures are needed");
    }
}
