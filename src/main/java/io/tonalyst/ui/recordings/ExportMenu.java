// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import io.tonalyst.interchange.AnalysedRecording;
import io.tonalyst.interchange.AnalysisFormat;
import io.tonalyst.ui.Palette;
import io.tonalyst.video.VideoFormat;
import java.io.File;
import java.nio.file.Path;
import java.util.function.Supplier;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Everything that can be written of the recording in front; asks where to. */
// How a file was written is told in the status bar; nobody waits for it here.
@SuppressWarnings("FutureReturnValueIgnored")
final class ExportMenu {
    private final MenuButton button = new MenuButton("Export", new FontIcon(Feather.DOWNLOAD));
    private final CheckMenuItem large = new CheckMenuItem("Pictures at double size");
    private final CheckMenuItem dark = new CheckMenuItem("Pictures and films with dark colours");
    private final PaneContext context;
    private final RecordingExport export;
    private final FilmExport films;
    private final Supplier<SpectrogramSettings> settings;

    ExportMenu(
            PaneContext context,
            RecordingExport export,
            FilmExport films,
            Supplier<SpectrogramSettings> settings) {
        this.context = context;
        this.export = export;
        this.films = films;
        this.settings = settings;
        for (ExportPart part : ExportPart.values()) {
            button.getItems().add(item("PNG of the " + part.title() + "…", () -> choosePng(part)));
        }
        button.getItems().getFirst().setAccelerator(KeyCombination.keyCombination("Shortcut+E"));
        MenuItem film = item("Film of the selection, or all…", () -> chooseFilm(30));
        film.setAccelerator(KeyCombination.keyCombination("Shortcut+Shift+E"));
        button.getItems()
                .addAll(
                        large,
                        dark,
                        new SeparatorMenuItem(),
                        item("WAV of the selection, or all…", this::chooseWav),
                        film,
                        item("Film at 60 pictures a second…", () -> chooseFilm(60)),
                        analyses(),
                        item("Corrections of all recordings as CSV…", this::chooseCorrections),
                        new SeparatorMenuItem(),
                        item("Import labels (Praat, Audacity)…", this::chooseLabels));
    }

    MenuButton view() {
        return button;
    }

    /** Asks where to write a picture of the view and writes it. */
    void choosePng(ExportPart part) {
        Palette palette = palette();
        double scale = large.isSelected() ? 2 : 1;
        choose(
                "-" + part.title().replace(' ', '-') + ".png",
                "PNG picture",
                "*.png",
                (session, file) -> export.png(session, part, settings.get(), palette, scale, file));
    }

    /** Asks where to write a film of 1920 x 1080 pixels and begins it. */
    void chooseFilm(int picturesPerSecond) {
        Palette palette = palette();
        choose(
                stretch() + ".mp4",
                "Film",
                "*.mp4",
                (session, file) ->
                        films.write(
                                session,
                                settings.get(),
                                VideoFormat.fullHd(picturesPerSecond),
                                palette,
                                file));
    }

    private void chooseWav() {
        choose(stretch() + ".wav", "WAV sound", "*.wav", export::wav);
    }

    private Palette palette() {
        return dark.isSelected() ? Palette.DARK : Palette.LIGHT;
    }

    /** What names of files tell of the selection. */
    private String stretch() {
        return context.session()
                .flatMap(RecordingSession::selection)
                .map(s -> "-" + TimeText.forFile(s.start()) + "-" + TimeText.forFile(s.end()))
                .orElse("");
    }

    private Menu analyses() {
        var menu = new Menu("Analysis for other programs");
        for (AnalysisFormat format : AnalysisFormat.values()) {
            menu.getItems().add(item(format.title() + "…", () -> chooseAnalysis(format)));
        }
        return menu;
    }

    private void chooseAnalysis(AnalysisFormat format) {
        choose(
                format.ending(),
                format.title(),
                "*" + format.ending(),
                (session, file) -> export.analysis(session, context.modelName(), file));
    }

    private void chooseCorrections() {
        var chooser = new FileChooser();
        chooser.setTitle("Export corrections");
        chooser.setInitialFileName("corrections.csv");
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("CSV table", "*.csv"));
        File file = chooser.showSaveDialog(button.getScene().getWindow());
        if (file != null) {
            export.corrections(context.sessions(), file.toPath());
        }
    }

    private void chooseLabels() {
        var chooser = new FileChooser();
        chooser.setTitle("Import labels as corrections");
        chooser.getExtensionFilters()
                .add(
                        new FileChooser.ExtensionFilter(
                                "Labels", "*.TextGrid", "*.textgrid", "*.txt"));
        File file = chooser.showOpenDialog(button.getScene().getWindow());
        if (file != null) {
            context.audible().ifPresent(s -> export.importLabels(s, file.toPath()));
        }
    }

    private void choose(String suffix, String description, String pattern, Writer writer) {
        context.audible()
                .ifPresent(
                        session -> {
                            var chooser = new FileChooser();
                            chooser.setTitle("Export");
                            chooser.setInitialFileName(
                                    AnalysedRecording.baseName(session.file()) + suffix);
                            chooser.getExtensionFilters()
                                    .add(new FileChooser.ExtensionFilter(description, pattern));
                            File file = chooser.showSaveDialog(button.getScene().getWindow());
                            if (file != null) {
                                writer.write(session, file.toPath());
                            }
                        });
    }

    private static MenuItem item(String text, Runnable action) {
        var item = new MenuItem(text);
        item.setOnAction(event -> action.run());
        return item;
    }

    @FunctionalInterface
    private interface Writer {
        void write(RecordingSession session, Path file);
    }
}
