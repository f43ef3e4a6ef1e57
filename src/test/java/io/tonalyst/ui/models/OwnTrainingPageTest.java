// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.tonalyst.emotion.dl4j.Dl4jEmotionModel;
import io.tonalyst.export.HeadlessToolkit;
import io.tonalyst.recording.FfmpegDecoder;
import io.tonalyst.training.NetworkSize;
import io.tonalyst.training.OwnTraining;
import io.tonalyst.training.TinyCorpus;
import io.tonalyst.ui.FxExecutor;
import io.tonalyst.ui.RememberedStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.Spinner;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trains a model as a person does, in a window on the headless platform. */
class OwnTrainingPageTest {
    @TempDir private Path folder;

    private final List<String> problems = new ArrayList<>();
    private final AtomicReference<Path> shown = new AtomicReference<>();
    private Optional<Path> chosen = Optional.empty();
    private OwnTrainingModel model;
    private OwnTrainingPage page;
    private Stage stage;

    @BeforeAll
    static void startToolkit() {
        HeadlessToolkit.start();
    }

    @BeforeEach
    void openWindow() throws Exception {
        Path published = folder.resolve("published");
        TinyCorpus.write(published, 8);
        try (Stream<Path> files = Files.list(published)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                String label = name.contains("ANG") ? "anger" : name.contains("SAD") ? "sad" : "";
                if (!label.isEmpty()) {
                    Path to = Files.createDirectories(folder.resolve("mine/" + label));
                    Files.move(file, to.resolve(name.replace("_XX", "")));
                }
            }
        }
        fx(
                () -> {
                    model =
                            new OwnTrainingModel(
                                    new OwnTraining(new FfmpegDecoder(), folder.resolve("cache")),
                                    NetworkSize.TINY,
                                    new FxExecutor(),
                                    new RememberedStatus(new ArrayList<>(), problems));
                    page =
                            new OwnTrainingPage(
                                    model,
                                    choices(),
                                    folder.resolve("shipped"),
                                    folder.resolve("models"),
                                    shown::set);
                    stage = new Stage();
                    stage.setScene(new Scene((Parent) page.view(), 1000, 800));
                    stage.show();
                    return null;
                });
    }

    @AfterEach
    void closeWindow() throws Exception {
        fx(
                () -> {
                    model.close();
                    stage.close();
                    return null;
                });
    }

    @Test
    void aModelIsTrainedStoppedGoneOnWithAndShown() throws Exception {
        assertThat(button("Train").isDisabled()).isTrue();
        choose(folder.resolve("mine"));
        until(() -> model.found().isPresent());
        assertThat(texts()).contains("16 clips, speakers not known.");
        assertThat(texts()).anyMatch(t -> t.contains("There are no clips of neutral"));
        assertThat(button("Train").isDisabled()).isFalse();

        fx(
                () -> {
                    toggle("From nothing").fire();
                    shortTraining();
                    button("Train").fire();
                    button("Stop").fire();
                    return null;
                });
        until(() -> model.state() instanceof OwnTrainingModel.State.Stopped);
        assertThat(texts()).anyMatch(t -> t.startsWith("Stopped. Train goes on"));

        fx(
                () -> {
                    button("Train").fire();
                    return null;
                });
        until(() -> model.state() instanceof OwnTrainingModel.State.Done);
        assertThat(texts()).anyMatch(t -> t.startsWith("own-1 has learned from 16 clips"));
        fx(
                () -> {
                    button("Show the model").fire();
                    return null;
                });
        assertThat(shown.get()).isEqualTo(folder.resolve("models/own-1"));
        assertThat(Dl4jEmotionModel.load(shown.get()).description().name()).isEqualTo("own-1");
        assertThat(problems).isEmpty();
    }

    @Test
    void whatStandsInTheWayIsSaid() throws Exception {
        Path one = Files.createDirectories(folder.resolve("one/happy"));
        Files.createFile(one.resolve("a.wav"));
        choose(one.getParent());
        until(() -> model.found().isPresent());
        assertThat(texts()).anyMatch(t -> t.contains("at least two emotions"));
        assertThat(button("Train").isDisabled()).isTrue();

        fx(
                () -> {
                    model.remove(folder.resolve("one"));
                    model.add(folder.resolve("nowhere"));
                    return null;
                });
        until(() -> model.state() instanceof OwnTrainingModel.State.Failed);
        assertThat(texts()).anyMatch(t -> t.startsWith("There is no corpus folder"));
    }

    @SuppressWarnings("unchecked")
    private void shortTraining() {
        ((Spinner<Integer>) page.view().lookup(".spinner")).getValueFactory().setValue(2);
    }

    private void choose(Path source) throws Exception {
        fx(
                () -> {
                    chosen = Optional.of(source);
                    button("Add a folder…").fire();
                    return null;
                });
    }

    private FileChoice choices() {
        return new FileChoice() {
            @Override
            public Optional<Path> picture(String suggestedName) {
                return Optional.empty();
            }

            @Override
            public Optional<Path> table(String title) {
                return chosen;
            }

            @Override
            public Optional<Path> folder(String title) {
                return chosen;
            }
        };
    }

    private Button button(String text) {
        return named(Button.class, text);
    }

    private ToggleButton toggle(String text) {
        return named(ToggleButton.class, text);
    }

    private <T extends Labeled> T named(Class<T> type, String text) {
        return page
                .view()
                .lookupAll("." + (type == Button.class ? "button" : "toggle-button"))
                .stream()
                .filter(type::isInstance)
                .map(type::cast)
                .filter(b -> text.equals(b.getText()))
                .findFirst()
                .orElseThrow();
    }

    private List<String> texts() throws Exception {
        return fx(
                () ->
                        page.view().lookupAll(".label").stream()
                                .filter(Labeled.class::isInstance)
                                .map(n -> ((Labeled) n).getText())
                                .toList());
    }

    private static <T> T fx(Callable<T> task) throws Exception {
        return HeadlessToolkit.call(task);
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (!fx(condition)) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(deadline);
            Thread.sleep(20);
        }
    }
}
