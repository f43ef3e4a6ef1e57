// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.app;

import io.tonalyst.playback.Playback;
import io.tonalyst.ui.FocusRing;
import java.util.function.Supplier;
import javafx.geometry.Insets;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** The help beside the window: concepts and keys that can be searched, and the lesson on sound. */
final class HelpWindow {
    private static final double WIDTH = 720;
    private static final double HEIGHT = 520;
    private static final double NAME_WIDTH = 210;

    private final Supplier<Playback> device;
    private final Supplier<@Nullable Window> owner;
    private @Nullable Open open;

    /** What exists while the help is on show. */
    private record Open(Dialog<ButtonType> dialog, TabPane tabs, LessonPane lesson) {}

    /**
     * @param device opens the sound for the lesson
     * @param owner the window that the help stands beside
     */
    HelpWindow(Supplier<Playback> device, Supplier<@Nullable Window> owner) {
        this.device = device;
        this.owner = owner;
    }

    /** Shows concepts and keys. */
    void show() {
        shown().tabs().getSelectionModel().select(0);
    }

    /** Shows the lesson on sound, silent until it is asked for. */
    void showLesson() {
        shown().tabs().getSelectionModel().select(1);
    }

    /** Closes the help if it is open, and its sound. */
    void close() {
        if (open != null) {
            open.dialog().close();
        }
    }

    private Open shown() {
        if (open == null) {
            open = build();
            open.dialog().show();
        }
        return open;
    }

    private Open build() {
        var lesson = new LessonPane(device);
        var tabs =
                new TabPane(
                        tab("Concepts and keys", topics()),
                        tab("What the sound means", scrolled(lesson.view())));
        tabs.setPrefSize(WIDTH, HEIGHT);
        var dialog = new Dialog<ButtonType>();
        dialog.initModality(Modality.NONE);
        dialog.initOwner(owner.get());
        dialog.setTitle("Help");
        dialog.setResizable(true);
        dialog.getDialogPane().getButtonTypes().add(ButtonType.CLOSE);
        dialog.getDialogPane().setContent(tabs);
        new FocusRing(dialog.getDialogPane());
        dialog.setOnHidden(
                event -> {
                    lesson.close();
                    open = null;
                });
        return new Open(dialog, tabs, lesson);
    }

    private static Tab tab(String title, Node content) {
        var tab = new Tab(title, content);
        tab.setClosable(false);
        return tab;
    }

    private static VBox topics() {
        var search = new TextField();
        search.setPromptText("Search concepts and keys");
        search.setAccessibleText("Search the help");
        var list = new GridPane(18, 8);
        var names = new ColumnConstraints(NAME_WIDTH);
        list.getColumnConstraints().setAll(names, new ColumnConstraints());
        list.setPadding(new Insets(0, 12, 12, 12));
        search.textProperty().addListener((property, before, now) -> fill(list, now));
        fill(list, "");
        ScrollPane scroll = scrolled(list);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        var box = new VBox(12, search, scroll);
        box.setPadding(new Insets(14, 0, 0, 0));
        return box;
    }

    private static ScrollPane scrolled(Node content) {
        var scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        return scroll;
    }

    private static void fill(GridPane list, String search) {
        list.getChildren().clear();
        int row = 0;
        String area = "";
        for (HelpTopics.Topic topic : HelpTopics.matching(search)) {
            if (!topic.area().equals(area)) {
                area = topic.area();
                var heading = new Label(area);
                heading.getStyleClass().add("landing-section");
                list.add(heading, 0, row++, 2, 1);
            }
            var text = new Label(topic.text());
            text.setWrapText(true);
            var name = new Label(topic.name());
            name.setWrapText(true);
            GridPane.setValignment(name, VPos.TOP);
            list.addRow(row++, name, text);
        }
        if (row == 0) {
            list.add(new Label("Nothing found; fewer words find more."), 0, 0, 2, 1);
        }
    }
}
