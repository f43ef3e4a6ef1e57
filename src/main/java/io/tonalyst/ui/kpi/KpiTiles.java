// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi;

import eu.hansolo.tilesfx.Tile;
import eu.hansolo.tilesfx.TileBuilder;
import io.tonalyst.kpi.Estimate;
import io.tonalyst.ui.Palette;
import java.util.List;
import java.util.Locale;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;

/** Four tiles with the figures of the chosen agent and month. */
final class KpiTiles {
    private static final double HEIGHT = 122;

    private final Tile aht = tile("AHT", "s", 0);
    private final Tile fcr = tile("Resolution rate (FCR proxy)", "%", 1);
    private final Tile calls = tile("Calls handled", "", 0);
    private final Tile angry = tile("Angry share", "%", 1);
    private final GridPane view = new GridPane(8, 8);

    KpiTiles() {
        view.addRow(0, aht, fcr);
        view.addRow(1, calls, angry);
        var half = new ColumnConstraints();
        half.setPercentWidth(50);
        view.getColumnConstraints().addAll(half, half);
        view.getStyleClass().add("kpi-tiles");
    }

    Node view() {
        return view;
    }

    void show(MonthSummary month) {
        set(aht, month.aht().value(), band(month.aht()));
        set(fcr, month.fcr().value(), band(month.fcr()));
        set(calls, month.calls(), "on " + month.days() + " days");
        boolean heard = month.measured() > 0;
        angry.setTitle(heard ? "Angry calls, measured" : "Angry share");
        if (heard) {
            set(
                    angry,
                    month.angryMeasured().value(),
                    "of " + month.measured() + " measured; " + band(month.angryMeasured()));
            return;
        }
        set(
                angry,
                month.angry().value(),
                Double.isNaN(month.angry().value())
                        ? "no labels in this log"
                        : "imported label, not measured");
    }

    void dress(Palette palette) {
        for (Tile tile : List.of(aht, fcr, calls, angry)) {
            tile.setBackgroundColor(palette.surface());
            tile.setTitleColor(palette.mutedText());
            tile.setValueColor(palette.text());
            tile.setUnitColor(palette.mutedText());
            tile.setTextColor(palette.mutedText());
            tile.setDescriptionColor(palette.mutedText());
            tile.setBorderColor(palette.grid());
        }
    }

    private static String band(Estimate estimate) {
        return estimate.hasBand()
                ? String.format(
                        Locale.ROOT, "95 %% band %,.0f to %,.0f", estimate.low(), estimate.high())
                : "";
    }

    private static void set(Tile tile, double value, String text) {
        tile.setValue(Double.isNaN(value) ? 0 : value);
        tile.setValueVisible(!Double.isNaN(value));
        tile.setText(text);
        tile.setAccessibleText(
                tile.getTitle()
                        + " "
                        + (Double.isNaN(value)
                                ? "not known"
                                : String.format(
                                                Locale.ENGLISH,
                                                "%,." + tile.getDecimals() + "f",
                                                value)
                                        + tile.getUnit())
                        + " "
                        + text);
    }

    private static Tile tile(String title, String unit, int decimals) {
        var tile =
                TileBuilder.create()
                        .skinType(Tile.SkinType.NUMBER)
                        .title(title)
                        .unit(unit)
                        .decimals(decimals)
                        .locale(Locale.ENGLISH)
                        .textVisible(true)
                        .textSize(Tile.TextSize.BIGGER)
                        .animated(false)
                        .minValue(0)
                        .maxValue(1e9)
                        .prefSize(200, HEIGHT)
                        .minSize(120, HEIGHT)
                        .maxSize(Double.MAX_VALUE, HEIGHT)
                        .build();
        tile.setAccessibleRole(AccessibleRole.TEXT);
        return tile;
    }
}
