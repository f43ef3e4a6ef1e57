// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi.explore;

import io.tonalyst.export.PngExport;
import io.tonalyst.kpi.explore.FigureTable;
import io.tonalyst.ui.Palette;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Where charts and tables are written to. */
public interface Exports {
    /** Width of an exported chart before scaling, in pixels. */
    double WIDTH = 1280;

    /** Height of an exported chart before scaling, in pixels. */
    double HEIGHT = 720;

    /**
     * Asks for a file to write.
     *
     * @param what named in the title, such as {@code PNG}
     * @param suggested file name with its ending
     */
    Optional<Path> ask(String what, String suggested);

    /** Writes in the background and tells the person how it went. */
    void write(Path file, Callable<Path> work);

    /**
     * A menu that writes a chart and its table.
     *
     * @param chart null while there is none
     * @param table null while there is none
     */
    default MenuButton menu(Supplier<@Nullable Plot> chart, Supplier<@Nullable FigureTable> table) {
        var dark = new CheckMenuItem("Pictures in the dark theme");
        var png = new MenuItem("PNG of the chart…");
        png.setOnAction(event -> png(chart.get(), 1, dark.isSelected()));
        var large = new MenuItem("PNG of the chart, 2x…");
        large.setOnAction(event -> png(chart.get(), 2, dark.isSelected()));
        var csv = new MenuItem("CSV of the table…");
        csv.setOnAction(event -> csv(chart.get(), table.get()));
        return new MenuButton(
                "Export",
                new FontIcon(Feather.DOWNLOAD),
                png,
                large,
                dark,
                new SeparatorMenuItem(),
                csv);
    }

    /** The file name for a chart, without ending. */
    static String nameOf(String title) {
        return fileName(title);
    }

    private void png(@Nullable Plot chart, double scale, boolean dark) {
        if (chart != null) {
            Palette palette = dark ? Palette.DARK : Palette.LIGHT;
            var image =
                    PngExport.paint(
                            chart.painter(palette), WIDTH, HEIGHT, scale, palette.background());
            ask("PNG", fileName(chart.title()) + ".png")
                    .ifPresent(
                            file ->
                                    write(
                                            file,
                                            () -> {
                                                PngExport.write(image, file);
                                                return file;
                                            }));
        }
    }

    private void csv(@Nullable Plot chart, @Nullable FigureTable table) {
        if (chart != null && table != null) {
            ask("CSV", fileName(chart.title()) + ".csv")
                    .ifPresent(
                            file ->
                                    write(
                                            file,
                                            () -> {
                                                table.writeCsv(file);
                                                return file;
                                            }));
        }
    }

    private static String fileName(String title) {
        String plain = title.toLowerCase(Locale.ROOT);
        return plain.replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
    }
}
