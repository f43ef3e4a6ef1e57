// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.tonalyst.emotion.EmotionModel;
import io.tonalyst.export.HeadlessToolkit;
import io.tonalyst.library.AnalysisStore;
import io.tonalyst.library.LibraryModel;
import io.tonalyst.recording.FfmpegDecoder;
import io.tonalyst.review.Review;
import io.tonalyst.ui.FxExecutor;
import io.tonalyst.work.CancelToken;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryWorkspaceTest {
    @TempDir Path folder;

    private final List<Path> opened = new CopyOnWriteArrayList<>();
    private final List<Path> angriest = new CopyOnWriteArrayList<>();
    private LibraryWorkspace workspace;
    private Stage stage;

    @BeforeAll
    static void startToolkit() {
        HeadlessToolkit.start();
    }

    @BeforeEach
    void openWindow() throws Exception {
        for (String name : List.of("32400_20170114.wav", "32401_20170115.wav", "other.mp3")) {
            Files.writeString(folder.resolve(name), "sound");
        }
        fx(
                () -> {
                    var model =
                            new LibraryModel(
                                    new FfmpegDecoder(),
                                    new CompletableFuture<EmotionModel>(),
                                    new AnalysisStore(folder.resolve("results")),
                                    new FxExecutor(),
                                    new Silent());
                    workspace =
                            new LibraryWorkspace(
                                    model,
                                    new Views(),
                                    file ->
                                            file.endsWith("other.mp3")
                                                    ? Review.NONE.withNote("asks for the invoice")
                                                    : Review.NONE);
                    stage = new Stage();
                    stage.setScene(new Scene((Parent) workspace.view(), 980, 600));
                    stage.show();
                    return null;
                });
    }

    @AfterEach
    void closeWindow() throws Exception {
        fx(
                () -> {
                    workspace.close();
                    stage.close();
                    return null;
                });
    }

    @Test
    void recordingsAreTakenInNamedSearchedAndOpened() throws Exception {
        fx(
                () -> {
                    workspace.open(List.of(folder));
                    return null;
                });
        until(() -> table().getItems().size() == 3);

        fx(
                () -> {
                    field("How agent").setText("{agent}_{date:yyyyMMdd}");
                    field("How agent").fireEvent(new javafx.event.ActionEvent());
                    field("Search").setText("32401");
                    return null;
                });
        until(() -> "32401".equals(table().getColumns().get(1).getCellData(0)));
        assertThat(table().getItems()).hasSize(1);

        fx(
                () -> {
                    field("Search").setText("invoice");
                    table().getSelectionModel().select(0);
                    table().fireEvent(
                                    new KeyEvent(
                                            KeyEvent.KEY_PRESSED,
                                            "",
                                            "",
                                            KeyCode.ENTER,
                                            false,
                                            false,
                                            false,
                                            false));
                    return null;
                });
        assertThat(opened).containsExactly(folder.resolve("other.mp3"));
        fx(
                () -> {
                    table().fireEvent(
                                    new KeyEvent(
                                            KeyEvent.KEY_PRESSED,
                                            "",
                                            "",
                                            KeyCode.ENTER,
                                            true,
                                            false,
                                            false,
                                            false));
                    return null;
                });
        assertThat(angriest).containsExactly(folder.resolve("other.mp3"));
    }

    private TableView<?> table() {
        return (TableView<?>) stage.getScene().lookup(".library-table");
    }

    private TextField field(String name) {
        return stage.getScene().getRoot().lookupAll(".text-field").stream()
                .filter(
                        n ->
                                n.getAccessibleText() != null
                                        && n.getAccessibleText().startsWith(name))
                .map(TextField.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static <T> T fx(Callable<T> task) throws Exception {
        return HeadlessToolkit.call(task);
    }

    private static void until(BooleanSupplier condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!HeadlessToolkit.call(condition::getAsBoolean)) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            Thread.sleep(20);
        }
    }

    private final class Views implements RecordingViews {
        @Override
        public void open(List<Path> recordings) {
            opened.addAll(recordings);
        }

        @Override
        public void openAtAngriest(Path recording) {
            angriest.add(recording);
        }
    }

    private static final class Silent implements LibraryModel.Reports {
        @Override
        public void say(String sentence) {}

        @Override
        public void problem(String sentence) {}

        @Override
        public void progress(String job, double fraction, CancelToken cancel) {}
    }
}
