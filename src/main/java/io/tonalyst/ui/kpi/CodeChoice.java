// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Chooses any of many codes: a button that opens a list with a search field and check boxes. */
final class CodeChoice {
    private static final double ROW = 30;
    private static final int ROWS = 9;

    private final MenuButton view = new MenuButton("all");
    private final Function<String, String> title;
    private final Consumer<Set<String>> changed;
    private final Set<String> chosen = new TreeSet<>();
    private final ListView<String> list;

    /**
     * @param title of a code
     * @param changed receives the codes chosen, none for all
     */
    CodeChoice(
            String name,
            List<String> codes,
            Function<String, String> title,
            Consumer<Set<String>> changed) {
        this.title = title;
        this.changed = changed;
        var offered = new FilteredList<>(FXCollections.observableArrayList(codes));
        list = new ListView<>(offered);
        list.setCellFactory(l -> new CodeCell());
        list.setFixedCellSize(ROW);
        list.setPrefSize(270, ROW * Math.min(ROWS, codes.size()) + 4);
        list.setAccessibleText(name);
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        list.getStyleClass().add("kpi-codes");
        var search = new TextField();
        search.setPromptText("Search");
        search.setAccessibleText("Search " + name);
        search.textProperty()
                .subscribe(
                        text -> {
                            String part = text.strip().toLowerCase(Locale.ROOT);
                            offered.setPredicate(code -> words(code).contains(part));
                        });
        var content = codes.size() > ROWS ? new VBox(6, search, list) : new VBox(6, list);
        var item = new CustomMenuItem(content, false);
        item.getStyleClass().add("kpi-codes-item");
        view.getItems().add(item);
        view.setMnemonicParsing(false);
        view.setAccessibleText(name);
        view.setPrefWidth(150);
    }

    MenuButton view() {
        return view;
    }

    private String words(String code) {
        return (code + " " + title.apply(code)).toLowerCase(Locale.ROOT);
    }

    /** Shows which codes are chosen; none means all. */
    void show(Set<String> codes) {
        chosen.clear();
        chosen.addAll(codes);
        view.setText(
                switch (chosen.size()) {
                    case 0 -> "all";
                    case 1 -> title.apply(chosen.iterator().next());
                    default -> chosen.size() + " chosen";
                });
        list.refresh();
    }

    private void pressed(KeyEvent event) {
        String code = list.getSelectionModel().getSelectedItem();
        if (event.getCode() == KeyCode.SPACE && code != null) {
            event.consume();
            toggle(code);
        }
    }

    private void toggle(String code) {
        Set<String> now = new TreeSet<>(chosen);
        if (!now.remove(code)) {
            now.add(code);
        }
        changed.accept(now);
    }

    /** A code with a check box. */
    private final class CodeCell extends ListCell<String> {
        private final CheckBox box = new CheckBox();

        CodeCell() {
            box.setFocusTraversable(false);
            box.setMnemonicParsing(false);
            box.setOnAction(
                    event -> {
                        String code = getItem();
                        if (code != null) {
                            toggle(code);
                        }
                    });
        }

        @Override
        protected void updateItem(@Nullable String code, boolean empty) {
            super.updateItem(code, empty);
            Node shown = null;
            if (code != null && !empty) {
                String words = title.apply(code);
                box.setText(words.equals(code) ? code : words + " (" + code + ")");
                box.setSelected(chosen.contains(code));
                shown = box;
            }
            setGraphic(shown);
        }
    }
}
