// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi;

import io.tonalyst.ui.Palette;
import io.tonalyst.video.VideoFormat;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The menu that writes the chart and its sound to files. */
final class ExportMenu {
    private final MenuButton view = new MenuButton("Export", new FontIcon(Feather.DOWNLOAD));
    private final CheckMenuItem dark = new CheckMenuItem("Pictures and films in the dark theme");
    private final KpiViewModel model;
    private final ScoreController player;
    private final KpiExport export;
    private final FileChoice files;

    ExportMenu(KpiViewModel model, ScoreController player, KpiExport export, FileChoice files) {
        this.model = model;
        this.player = player;
        this.export = export;
        this.files = files;
        view.getItems()
                .addAll(
                        item("PNG of this moment…", shown -> png(shown, true, 1)),
                        item("PNG of this moment, 2x…", shown -> png(shown, true, 2)),
                        item("PNG of the whole month…", shown -> png(shown, false, 1)),
                        item("PNG of the whole month, 2x…", shown -> png(shown, false, 2)),
                        dark,
                        new SeparatorMenuItem(),
                        item("WAV of the sound…", this::wav),
                        item("MIDI of the notes…", this::midi),
                        new SeparatorMenuItem(),
                        item("Film, 1080p at 30 a second…", shown -> film(shown, 30)),
                        item("Film, 1080p at 60 a second…", shown -> film(shown, 60)),
                        item("Presentation: film, captions, pictures, sound, notes…", this::all));
        view.disableProperty().bind(model.shownProperty().isNull());
    }

    Node view() {
        return view;
    }

    private MenuItem item(String name, Consumer<KpiShown> action) {
        var item = new MenuItem(name);
        item.setOnAction(
                event -> {
                    KpiShown shown = model.shownProperty().get();
                    if (shown != null) {
                        action.accept(shown);
                    }
                });
        return item;
    }

    private void png(KpiShown shown, boolean moment, double scale) {
        MotionFrame frame = shown.frame();
        MotionFrame drawn = moment ? frame.at(player.dayPositionProperty().get()) : frame;
        String name =
                moment
                        ? name(shown, String.format(Locale.ROOT, "-%02d", drawn.currentDay() + 1))
                        : name(shown, "");
        files.save("PNG", name + ".png")
                .ifPresent(file -> export.png(drawn, scale, palette(), file));
    }

    private void film(KpiShown shown, int framesPerSecond) {
        files.save("MP4", name(shown, "") + ".mp4")
                .ifPresent(file -> export.film(shown, format(framesPerSecond), palette(), file));
    }

    private void all(KpiShown shown) {
        files.folder("Write the presentation into")
                .ifPresent(
                        folder ->
                                export.presentation(
                                        shown, format(30), palette(), folder, name(shown, "")));
    }

    private static VideoFormat format(int framesPerSecond) {
        return VideoFormat.fullHd(framesPerSecond);
    }

    private Palette palette() {
        return dark.isSelected() ? Palette.DARK : Palette.LIGHT;
    }

    private void wav(KpiShown shown) {
        files.save("WAV", name(shown, "") + ".wav").ifPresent(file -> export.wav(shown, file));
    }

    private void midi(KpiShown shown) {
        files.save("MIDI", name(shown, "") + ".mid").ifPresent(file -> export.midi(shown, file));
    }

    private static String name(KpiShown shown, String day) {
        var query = shown.request().query();
        String subject =
                shown.series()
                        .subject()
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}]+", "-");
        return "%s-%s%s-%s".formatted(subject, query.month(), day, query.measure().key());
    }
}
