// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi.calls;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Which recordings are joined to the log and how; shown and hidden by a button. */
public final class JoinBar {
    private static final int CHANNELS = 2;

    private final ToggleButton toggle =
            new ToggleButton("Join recordings…", new FontIcon(Feather.LINK));
    private final VBox view;

    /**
     * @param folder asks for a folder of recordings
     * @param listAll shows what could not be joined
     */
    public JoinBar(JoinModel model, Supplier<Optional<Path>> folder, Runnable listAll) {
        toggle.setId("kpi-join-toggle");
        toggle.setTooltip(
                new Tooltip(
                        "Put the emotions measured in recordings beside the calls they are of"));
        var join = new Button("Join", new FontIcon(Feather.CHECK));
        join.setId("kpi-join");
        join.setOnAction(event -> model.join());
        join.setTooltip(new Tooltip("Those of the library; what is not analysed yet, is now"));
        var add = new Button("Join a folder…", new FontIcon(Feather.FOLDER_PLUS));
        add.setOnAction(event -> folder.get().ifPresent(path -> model.join(List.of(path))));
        var part = new Button("Part", new FontIcon(Feather.X));
        part.setTooltip(new Tooltip("Take the recordings away from the calls again"));
        part.setOnAction(event -> model.part());
        part.disableProperty().bind(model.joinedProperty().isNull());
        var list = new Button("What is left over", new FontIcon(Feather.LIST));
        list.setOnAction(event -> listAll.run());
        list.disableProperty().bind(model.joinedProperty().isNull());
        var names = field(model.namesProperty(), 24, "Names of recordings");
        names.setPromptText(model.usualNames());
        names.setTooltip(
                new Tooltip(
                        "How agent and start stand in file names: {agent}, {date:yyyyMMdd},"
                                + " {time:HHmm}, {*}"));
        var tolerance = field(model.toleranceProperty(), 5, "Tolerance in seconds");
        tolerance.setTooltip(new Tooltip("How far the starts in name and log may lie apart"));
        var choices =
                new FlowPane(
                        10,
                        8,
                        named("File names", names),
                        named("Tolerance, s", tolerance),
                        named("Whose emotion", channels(model)),
                        named("", new HBox(6, join, add, list, part)));
        choices.setRowValignment(javafx.geometry.VPos.BOTTOM);
        var notice = new Label();
        notice.setWrapText(true);
        notice.textProperty().bind(model.noticeProperty());
        notice.getStyleClass().add("kpi-field-name");
        notice.managedProperty().bind(notice.textProperty().isNotEmpty());
        view = new VBox(6, choices, notice);
        view.getStyleClass().add("kpi-join-bar");
        view.setAlignment(Pos.CENTER_LEFT);
        view.visibleProperty().bind(toggle.selectedProperty());
        view.managedProperty().bind(view.visibleProperty());
        toggle.selectedProperty()
                .subscribe(
                        on -> {
                            int there = model.available();
                            join.setText(there == 0 ? "Join" : "Join the library's " + there);
                            names.setPromptText(model.usualNames());
                        });
    }

    private static TextField field(StringProperty text, int columns, String name) {
        var field = new TextField();
        field.setPrefColumnCount(columns);
        field.setAccessibleText(name);
        field.textProperty().bindBidirectional(text);
        return field;
    }

    private static Node channels(JoinModel model) {
        var box = new ComboBox<Integer>(FXCollections.observableArrayList(0, 1, CHANNELS));
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(Integer channel) {
                        return switch (channel) {
                            case null -> "";
                            case 0 -> "all channels together";
                            case 1 -> "left channel";
                            case CHANNELS -> "right channel";
                            default -> "channel " + channel;
                        };
                    }

                    @Override
                    public Integer fromString(String text) {
                        throw new UnsupportedOperationException("Items are chosen, not typed");
                    }
                });
        box.valueProperty().bindBidirectional(model.channelProperty());
        box.setAccessibleText("Whose emotion is measured");
        return box;
    }

    private static Node named(String name, Node control) {
        var label = new Label(name);
        label.getStyleClass().add("kpi-field-name");
        label.setLabelFor(control);
        return new VBox(3, label, control);
    }

    /** Shows and hides the bar. */
    public ToggleButton toggle() {
        return toggle;
    }

    public Node view() {
        return view;
    }
}
