// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import static io.tonalyst.ui.recordings.WorkspaceWindow.await;
import static io.tonalyst.ui.recordings.WorkspaceWindow.fx;
import static io.tonalyst.ui.recordings.WorkspaceWindow.run;
import static io.tonalyst.ui.recordings.WorkspaceWindow.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tonalyst.emotion.Emotion;
import io.tonalyst.emotion.Explanation;
import io.tonalyst.emotion.Segment;
import io.tonalyst.review.Reviewed;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.geometry.Bounds;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Segments are corrected, relabelled, searched and explained in the window. */
class ReviewInWindowTest {
    @TempDir Path folder;

    private WorkspaceWindow window;

    @BeforeEach
    void openWindow() throws Exception {
        window = new WorkspaceWindow(folder);
    }

    @AfterEach
    void closeWindow() throws Exception {
        window.close();
    }

    @Test
    void segmentsAreCorrectedCommentedMovedSearchedAndUndone() throws Exception {
        window.openAnalysed();
        TableView<?> table = (TableView<?>) window.stage().getScene().lookup(".segment-table");
        TextField comment = window.field("Comment on the chosen segment");
        run(
                () -> {
                    table.getSelectionModel().select(0);
                    comment.requestFocus();
                    comment.setText("door slams");
                    table.requestFocus();
                    window.session().select(new TimeRange(0.5, 3));
                    window.button("Edges from selection").fire();
                });

        Reviewed row = first();
        assertThat(row.comment()).isEqualTo("door slams");
        assertThat(row.startSeconds()).isEqualTo(0.5);
        assertThat(row.segment().orElseThrow().startSeconds()).isZero();
        assertThat(table.getSelectionModel().getSelectedIndex()).isZero();

        run(() -> window.field("Search the segments").setText("slams"));
        assertThat(table.getItems()).hasSize(1);
        run(
                () -> {
                    window.field("Search the segments").setText("");
                    window.session().undo();
                    window.session().undo();
                });
        assertThat(window.session().review().isEmpty()).isTrue();
        assertThat(comment.getText()).isEmpty();
    }

    @Test
    void aSegmentIsRelabelledAndTheCorrectionsAreExported() throws Exception {
        window.openAnalysed();
        Path csv = folder.resolve("corrections.csv");
        assertThatThrownBy(() -> await(fx(() -> window.workspace().exports().corrections(csv))))
                .hasMessageContaining("No segment has a label of yours yet");
        window.problems().clear();

        run(
                () -> {
                    var table = (TableView<?>) window.workspace().view().lookup(".segment-table");
                    var box =
                            (ComboBox<?>)
                                    window.workspace().view().lookup(".label-choice .combo-box");
                    assertThat(box.isDisabled()).isTrue();
                    table.getSelectionModel().select(1);
                    assertThat(box.isDisabled()).isFalse();
                    box.getSelectionModel().select(1 + Emotion.SAD.ordinal());
                });

        Segment segment = window.session().timeline().orElseThrow().segments().get(1);
        assertThat(window.session().label(segment)).contains(Emotion.SAD);
        until(() -> window.textsOf(".segment-table .label").contains("not calm"));
        assertThat(window.textsOf(".segment-table .label")).contains("Sad", "Angry");
        await(fx(() -> window.workspace().exports().corrections(csv)));
        assertThat(Files.readAllLines(csv))
                .hasSize(2)
                .element(1)
                .asString()
                .startsWith("tones.wav,sad,,3.000,6.000,1,calm,0.");
        assertThat(window.problems()).isEmpty();
    }

    @Test
    void theSelectionIsExplainedWhileThatIsWanted() throws Exception {
        window.openAnalysed();
        run(
                () -> {
                    window.press(KeyCode.E);
                    assertThat(window.textsOf(".explanation"))
                            .singleElement()
                            .asString()
                            .contains("Select");
                    window.session().select(new TimeRange(3.2, 3.8));
                });
        until(() -> window.session().explanations().size() == 2);

        assertThat(window.session().explanations())
                .extracting(Explanation::channel)
                .containsExactly(0, 1);
        assertThat(fx(() -> window.textsOf(".explanation")))
                .singleElement()
                .asString()
                .contains("speaks most for angry");
        Path with = folder.resolve("with.png");
        await(fx(() -> window.workspace().exports().png(ExportPart.SPECTROGRAM, with, 1)));

        run(() -> window.press(KeyCode.E));
        assertThat(window.session().explanations()).isEmpty();
        assertThat(fx(() -> window.textsOf(".explanation"))).containsExactly("");
        Path without = folder.resolve("without.png");
        await(fx(() -> window.workspace().exports().png(ExportPart.SPECTROGRAM, without, 1)));
        assertThat(ImageIO.read(with.toFile()).getHeight())
                .isGreaterThan(ImageIO.read(without.toFile()).getHeight());
        assertThat(window.problems()).isEmpty();
    }

    @Test
    void edgesAreDraggedAndMovedByKeysAndUndone() throws Exception {
        window.openAnalysed();
        Bounds lanes = window.pane(WorkspaceWindow.PREDICTIONS);
        TimeScale scale = TimeScale.of(lanes.getWidth(), 0, WorkspaceWindow.SECONDS);
        double left = lanes.getMinY() + lanes.getHeight() / 2 - 8;
        double edge = lanes.getMinX() + scale.x(4);
        run(() -> window.driver().drag(edge, left, lanes.getMinX() + scale.x(5.5)));
        assertThat(first().endSeconds()).isCloseTo(5.5, within(0.03));
        assertThat(window.session().review().annotations()).hasSize(1);
        assertThat(window.session().selection().orElseThrow().end())
                .isEqualTo(first().endSeconds());
        assertThat(window.session().corrections()).hasSize(1);

        run(() -> window.session().undo());
        assertThat(window.session().review().isEmpty()).as("one step").isTrue();

        run(() -> window.driver().click(lanes.getMinX() + scale.x(2), left));
        assertThat(window.session().selection().orElseThrow()).isEqualTo(new TimeRange(0, 4));
        run(
                () -> {
                    window.press(KeyCode.RIGHT, true, true);
                    window.press(KeyCode.RIGHT, true, true);
                });
        assertThat(first().endSeconds()).isCloseTo(4.04, within(1e-9));
        run(
                () -> {
                    window.session().undo();
                    window.press(KeyCode.HOME);
                    window.press(KeyCode.RIGHT);
                    window.press(KeyCode.I);
                });
        assertThat(first().startSeconds())
                .isCloseTo(window.workspace().positionSeconds(), within(0.01))
                .isPositive();
        assertThat(first().endSeconds()).isEqualTo(4);

        run(() -> window.press(KeyCode.X));
        assertThat(first().isSilent()).isTrue();
        assertThat(window.session().corrections()).as("nothing to train on").isEmpty();
    }

    @Test
    void keysGoToTheStrongestAndTheNextStretchOfAnEmotion() throws Exception {
        run(() -> window.workspace().openAt(window.recording(), Emotion.ANGRY, false));
        until(() -> window.session() != null && window.session().selection().isPresent());
        Segment angry =
                window.session().timeline().orElseThrow().segments().stream()
                        .filter(s -> s.emotion() == Emotion.ANGRY)
                        .findFirst()
                        .orElseThrow();
        var stretch = new TimeRange(angry.startSeconds(), angry.endSeconds());
        assertThat(window.session().selection()).contains(stretch);
        assertThat(window.workspace().positionSeconds()).isEqualTo(stretch.start());

        run(
                () -> {
                    window.press(KeyCode.A);
                    window.press(KeyCode.END);
                    window.press(KeyCode.G);
                });
        assertThat(window.session().selection()).contains(stretch);
        run(() -> window.press(KeyCode.N));
        assertThat(window.said()).last().asString().contains("comes after the playhead");
    }

    /** The first segment with what was corrected. */
    private Reviewed first() {
        return window.session().review().over(window.session().timeline().orElseThrow()).getFirst();
    }
}
