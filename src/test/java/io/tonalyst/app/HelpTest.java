// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tonalyst.export.HeadlessToolkit;
import io.tonalyst.export.PngExport;
import io.tonalyst.playback.Playback;
import io.tonalyst.ui.BundledFont;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;

/** The help and its lesson; pictures of both stand in {@code target/help}. */
class HelpTest {
    private static final Path SHOTS = Path.of("target", "help");

    private final FxCall fx = new FxCall(60);
    private final AtomicInteger opened = new AtomicInteger();

    @Test
    void aSearchFindsTopicsThatHaveAllItsWords() {
        assertThat(HelpTopics.matching("").size()).isGreaterThan(30);
        assertThat(HelpTopics.matching("  THRESHOLD crosses "))
                .extracting(HelpTopics.Topic::name)
                .containsExactly("Threshold");
        assertThat(HelpTopics.matching("ctrl+d"))
                .extracting(HelpTopics.Topic::text)
                .containsExactly("Dark or light theme");
        assertThat(HelpTopics.matching("no such words")).isEmpty();
    }

    @Test
    void theLessonTakesHalfAMinuteAndEachStepSoundsDifferent() {
        assertThat(SoundLesson.seconds()).isBetween(25.0, 35.0);
        var steps = SoundLesson.steps();
        var lowAndHigh = steps.getFirst().score().notes();
        assertThat(lowAndHigh.getLast().tone().pitch())
                .isGreaterThan(lowAndHigh.getFirst().tone().pitch() + 24);
        var sides = steps.get(2).score().notes();
        assertThat(sides.getFirst().tone().pan()).isEqualTo(-1);
        assertThat(sides.getLast().tone().pan()).isEqualTo(1);
        var loud = steps.get(3).score().notes();
        assertThat(loud.get(0).tone().velocity()).isGreaterThan(loud.get(1).tone().velocity());
    }

    @Test
    void nothingIsHeardBeforeItIsAskedFor() throws Exception {
        HeadlessToolkit.start();
        LessonPane lesson = fx.get(() -> new LessonPane(this::silent));
        fx.run(
                () -> {
                    var stage = new Stage();
                    stage.setScene(new Scene(new StackPane(lesson.view()), 700, 600));
                    stage.show();
                });
        fx.pulses(3);
        assertThat(opened).hasValue(0);
        fx.run(() -> button(lesson, "Hear").fire());
        assertThat(opened).hasValue(1);
        assertThat(fx.get(() -> heard(lesson))).isEqualTo(1);
        fx.run(lesson::close);
        assertThat(fx.get(() -> heard(lesson))).isZero();
    }

    @Test
    void showsConceptsKeysAndLesson() throws Exception {
        HeadlessToolkit.start();
        Files.createDirectories(SHOTS);
        fx.run(BundledFont::load);
        var stage = fx.get(Stage::new);
        HelpWindow help = fx.get(() -> new HelpWindow(this::silent, () -> stage));
        fx.run(
                () -> {
                    stage.setScene(new Scene(new StackPane(), 900, 700));
                    stage.show();
                    help.show();
                    help.showLesson();
                });
        for (boolean dark : new boolean[] {false, true}) {
            String theme = dark ? "dark" : "light";
            fx.run(() -> Theme.apply(scene(), dark));
            shoot("lesson-" + theme);
            fx.run(help::show);
            shoot("topics-" + theme);
            fx.run(help::showLesson);
        }
        fx.run(help::show);
        fx.pulses(3);
        fx.run(() -> ((TextField) scene().lookup(".text-field")).setText("threshold"));
        shoot("search-dark");
        fx.run(help::close);
        assertThat(fx.get(() -> Window.getWindows().stream().noneMatch(HelpTest::isHelp))).isTrue();
        assertThat(opened).hasValue(0);
        fx.run(stage::close);
    }

    private Playback silent() {
        opened.incrementAndGet();
        return new Playback();
    }

    private static Button button(LessonPane lesson, String text) {
        return lesson.view().lookupAll(".button").stream()
                .map(Button.class::cast)
                .filter(button -> button.getText().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private static long heard(LessonPane lesson) {
        return lesson.view().lookupAll(".lesson-step").stream()
                .filter(
                        row ->
                                row.getPseudoClassStates()
                                        .contains(PseudoClass.getPseudoClass("heard")))
                .count();
    }

    private static boolean isHelp(Window window) {
        return window instanceof Stage stage && "Help".equals(stage.getTitle());
    }

    private static Scene scene() {
        return Window.getWindows().stream()
                .filter(HelpTest::isHelp)
                .findFirst()
                .orElseThrow()
                .getScene();
    }

    private void shoot(String name) throws Exception {
        fx.pulses(6);
        PngExport.write(fx.get(() -> scene().snapshot(null)), SHOTS.resolve(name + ".png"));
    }
}
