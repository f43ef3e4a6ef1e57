// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi.views;

import io.tonalyst.ui.Palette;
import io.tonalyst.ui.kpi.explore.Exports;
import io.tonalyst.video.VideoFormat;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The menu that writes a chart to files: the moment that is shown, its table, and its film. */
public final class ChartExports {
    private final Supplier<@Nullable TimedChart> chart;
    private final DoubleSupplier position;
    private final Exports exports;
    private final Films films;
    private final CheckMenuItem dark = new CheckMenuItem("Pictures and films in the dark theme");
    private final MenuButton view;

    /** Where films are written to. */
    @FunctionalInterface
    public interface Films {
        /** Writes in the background, tells how far it is, and can be cancelled. */
        void write(TimedChart chart, VideoFormat format, Palette palette, Path file);
    }

    /**
     * @param chart that is shown; null while there is none
     * @param position the moment that is shown
     */
    public ChartExports(
            Supplier<@Nullable TimedChart> chart,
            DoubleSupplier position,
            Exports exports,
            Films films) {
        this.chart = chart;
        this.position = position;
        this.exports = exports;
        this.films = films;
        view =
                new MenuButton(
                        "Export chart",
                        new FontIcon(Feather.DOWNLOAD),
                        item("PNG of this moment…", now -> png(now, 1)),
                        item("PNG of this moment, 2x…", now -> png(now, 2)),
                        dark,
                        new SeparatorMenuItem(),
                        item("CSV of the table…", this::csv),
                        new SeparatorMenuItem(),
                        item("Film, 1080p at 30 a second…", now -> film(now, 30)),
                        item("Film, 1080p at 60 a second…", now -> film(now, 60)));
    }

    public MenuButton view() {
        return view;
    }

    private MenuItem item(String name, Consumer<TimedChart> action) {
        var item = new MenuItem(name);
        item.setOnAction(
                event -> {
                    TimedChart now = chart.get();
                    if (now != null) {
                        action.accept(now);
                    }
                });
        return item;
    }

    private Palette palette() {
        return dark.isSelected() ? Palette.DARK : Palette.LIGHT;
    }

    private void png(TimedChart now, double scale) {
        double moment = position.getAsDouble();
        exports.ask("PNG", Exports.nameOf(now.title()) + ".png")
                .ifPresent(
                        file ->
                                exports.write(
                                        file,
                                        () -> {
                                            ChartFilm.picture(now, moment, scale, palette(), file);
                                            return file;
                                        }));
    }

    private void csv(TimedChart now) {
        double moment = position.getAsDouble();
        exports.ask("CSV", Exports.nameOf(now.title()) + ".csv")
                .ifPresent(
                        file ->
                                exports.write(
                                        file,
                                        () -> {
                                            now.table(moment).writeCsv(file);
                                            return file;
                                        }));
    }

    private void film(TimedChart now, int framesPerSecond) {
        exports.ask("MP4", Exports.nameOf(now.title()) + ".mp4")
                .ifPresent(
                        file ->
                                films.write(
                                        now,
                                        new VideoFormat("1080p", 1920, 1080, framesPerSecond),
                                        palette(),
                                        file));
    }
}
