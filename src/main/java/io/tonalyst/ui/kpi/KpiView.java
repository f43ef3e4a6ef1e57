// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi;

import io.tonalyst.ui.Palette;
import io.tonalyst.ui.kpi.calls.JoinBar;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The workspace with a call log open: choices, tiles, chart beside table, transport, details. */
final class KpiView {
    private final MotionPane chart;
    private final KpiTable table;
    private final KpiTiles tiles = new KpiTiles();
    private final KpiDetails details;
    private final Label notice = new Label();
    private final SplitPane figures;
    private final KpiPages pages;
    private final SoundPanel panel;
    private final KpiKeys.Sounds sounds;
    private final VBox view = new VBox();

    /**
     * @param charts the views beside the line
     * @param others pages beside the motion chart, by their names
     * @param joining which recordings are joined to the log
     * @param drill shows the calls of the day under the playhead
     */
    KpiView(
            KpiViewModel model,
            ScoreController player,
            SoundModel sound,
            KpiExport export,
            FileChoice files,
            Imports imports,
            Map<String, Node> others,
            JoinBar joining,
            Runnable drill,
            ChartsArea charts,
            ObservableValue<Palette> palette) {
        details = new KpiDetails(imports::exportProblems);
        chart = new MotionPane(player, palette, drill);
        table = new KpiTable(player, drill);
        var side = new VBox(8, tiles.view(), table.view());
        side.getStyleClass().add("kpi-side");
        VBox.setVgrow(table.view(), Priority.ALWAYS);
        figures = new SplitPane(chart.view(), side);
        figures.setOrientation(Orientation.HORIZONTAL);
        figures.setDividerPositions(0.645);
        figures.getStyleClass().add("kpi-split");
        SplitPane.setResizableWithParent(side, false);
        notice.getStyleClass().add("kpi-notice");
        notice.setWrapText(true);

        var filters = new FilterBar(model);
        var actions =
                new HBox(6, joining.toggle(), filters.toggle(), openMenu(model, files, imports));
        var menu = new ExportMenu(model, player, export, files).view();
        var choices = new KpiToolbar(model.selection(), sound.mappings(), menu).view();

        var stage = new StackPane(figures, notice);
        stage.setAlignment(Pos.CENTER);
        VBox.setVgrow(stage, Priority.ALWAYS);
        panel = new SoundPanel(sound, model.selection().mappingProperty(), files);
        var transport =
                new TransportBar(
                        player,
                        model.selection().speedProperty(),
                        () -> hearLegend(model, player),
                        panel);
        var motion = new VBox();
        charts.place(motion, choices, stage, transport.view(), details.view());
        motion.getStyleClass().add("kpi-motion");
        pages = new KpiPages(KpiWorkspace.MOTION, motion, others, actions);
        pages.addBeside(charts.views());
        view.getChildren().addAll(pages.head(), joining.view(), filters.view(), pages.view());
        pages.shownProperty()
                .subscribe(
                        page ->
                                charts.model()
                                        .activeProperty()
                                        .set(KpiWorkspace.MOTION.equals(page)));
        VBox.setVgrow(pages.view(), Priority.ALWAYS);
        view.getStyleClass().add("kpi-body");

        sounds = new SoundKeys(model, player, sound, panel);
        palette.subscribe(tiles::dress);
        model.shownProperty().subscribe(this::show);
        model.noticeProperty().subscribe(notice::setText);
        model.importedProperty()
                .subscribe(imported -> details.showSource(model.sourceProperty().get(), imported));
    }

    private static Node openMenu(KpiViewModel model, FileChoice files, Imports imports) {
        var open = new MenuItem("Open a call log…");
        open.setOnAction(event -> files.open().ifPresent(model::open));
        var importing = new MenuItem("Import… (say what its columns mean)");
        importing.setOnAction(event -> imports.choose());
        var asking = new MenuItem("Open database…");
        asking.setOnAction(event -> imports.openDatabase());
        var menu = new MenuButton(null, new FontIcon(Feather.FOLDER), open, importing, asking);
        menu.setTooltip(new Tooltip("Open or import another call log"));
        menu.setAccessibleText("Open or import another call log");
        return menu;
    }

    Node view() {
        return view;
    }

    /** What keys do to the sound. */
    KpiKeys.Sounds sounds() {
        return sounds;
    }

    /** Which page is shown. */
    KpiPages pages() {
        return pages;
    }

    private static void hearLegend(KpiViewModel model, ScoreController player) {
        KpiShown shown = model.shownProperty().get();
        if (shown != null) {
            player.playAside(shown.legend());
        }
    }

    private void show(@Nullable KpiShown shown) {
        figures.setVisible(shown != null);
        notice.setVisible(shown == null);
        if (shown != null) {
            tiles.show(shown.summary());
            details.show(shown);
            panel.show(shown);
        }
        MotionFrame frame = shown == null ? null : shown.frame();
        chart.show(frame);
        table.show(frame);
    }
}
