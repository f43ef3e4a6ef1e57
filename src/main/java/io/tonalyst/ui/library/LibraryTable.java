// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.library;

import io.tonalyst.emotion.Emotion;
import io.tonalyst.library.LibraryEntry;
import io.tonalyst.library.LibraryFilter;
import io.tonalyst.library.StoredAnalysis;
import io.tonalyst.review.Review;
import io.tonalyst.work.Failures;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** The recordings as a table that sorts by every column. */
final class LibraryTable {
    private final ObservableList<LibraryEntry> items = FXCollections.observableArrayList();
    private final FilteredList<LibraryEntry> filtered = new FilteredList<>(items);
    private final TableView<LibraryEntry> table = new TableView<>();
    private final Consumer<List<Path>> remove;
    private final Function<Path, Review> reviews;

    /**
     * @param views open chosen recordings
     * @param remove leaves chosen recordings out
     * @param reviews what a person says of a recording
     */
    LibraryTable(
            RecordingViews views, Consumer<List<Path>> remove, Function<Path, Review> reviews) {
        this.remove = remove;
        this.reviews = reviews;
        var sorted = new SortedList<>(filtered);
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.setAccessibleText("Recordings of the library");
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setPlaceholder(
                new Label("Drop folders of recordings here, or add them with the buttons above."));
        table.getStyleClass().addAll("dense", "striped", "library-table");
        table.getColumns()
                .setAll(
                        List.of(
                                column("Name", 260, LibraryEntry::name, Function.identity()),
                                column(
                                        "Agent",
                                        80,
                                        e -> e.call().agent().orElse(""),
                                        Function.identity()),
                                column("Start", 130, LibraryTable::start, LibraryTable::text),
                                figure("Length", 70, LibraryEntry::seconds, LibraryTable::length),
                                strip(),
                                column("Mostly", 90, LibraryTable::mostly, Function.identity()),
                                figure(
                                        "Angry",
                                        78,
                                        e -> e.share(Emotion.ANGRY),
                                        LibraryTable::percent),
                                column(
                                        "Segments",
                                        98,
                                        e -> e.timeline().map(t -> t.segments().size()).orElse(-1),
                                        n -> n < 0 ? "" : String.valueOf(n)),
                                column(
                                        "Said",
                                        56,
                                        e -> reviews.apply(e.file()).remarks(),
                                        n -> n == 0 ? "" : String.valueOf(n)),
                                state()));
        table.addEventFilter(KeyEvent.KEY_PRESSED, event -> pressed(event, views));
        table.addEventHandler(
                MouseEvent.MOUSE_CLICKED,
                event -> {
                    if (event.getClickCount() == 2) {
                        views.open(chosen());
                    }
                });
        table.setContextMenu(menu(views));
    }

    private ContextMenu menu(RecordingViews views) {
        var open = new MenuItem("Open  (Enter)");
        open.setOnAction(event -> views.open(chosen()));
        var angriest = new MenuItem("Open at the angriest stretch  (Shift+Enter)");
        angriest.setOnAction(
                event -> chosen().stream().findFirst().ifPresent(views::openAtAngriest));
        var leave = new MenuItem("Take out of the library  (Delete)");
        leave.setOnAction(event -> remove.accept(chosen()));
        var menu = new ContextMenu(open, angriest, leave);
        menu.setOnShowing(
                event -> {
                    int count = chosen().size();
                    open.setDisable(count == 0);
                    angriest.setDisable(count != 1);
                    leave.setDisable(count == 0);
                });
        return menu;
    }

    Node view() {
        return table;
    }

    /** Rows that are shown, and all rows. */
    String count() {
        return filtered.size() == items.size()
                ? items.size() + " recordings"
                : filtered.size() + " of " + items.size() + " recordings";
    }

    /**
     * Shows the rows that a question finds.
     *
     * @return one sentence if the question cannot be understood; the rows stay then
     */
    Optional<String> search(String text) {
        try {
            LibraryFilter filter = LibraryFilter.of(text);
            filtered.setPredicate(
                    text.isBlank() ? null : e -> filter.matches(e, reviews.apply(e.file())));
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(Failures.sentence(e));
        }
    }

    /** Gives the rows the keys, the first of them if none is chosen. */
    void focusRows() {
        table.requestFocus();
        if (table.getSelectionModel().isEmpty()) {
            table.getSelectionModel().selectFirst();
        }
    }

    /** The orders of the rows as a menu. */
    Node sortMenu() {
        return new SortMenu(table).view();
    }

    /** Shows recordings; rows that did not change stay, so that choice and place stay too. */
    void show(List<LibraryEntry> entries) {
        boolean sameFiles = entries.size() == items.size();
        for (int i = 0; sameFiles && i < entries.size(); i++) {
            sameFiles = entries.get(i).file().equals(items.get(i).file());
        }
        if (!sameFiles) {
            Set<Path> chosen = new HashSet<>(chosen());
            items.setAll(entries);
            for (LibraryEntry entry : table.getItems()) {
                if (chosen.contains(entry.file())) {
                    table.getSelectionModel().select(entry);
                }
            }
            return;
        }
        for (int i = 0; i < entries.size(); i++) {
            if (!entries.get(i).equals(items.get(i))) {
                items.set(i, entries.get(i));
            }
        }
    }

    /** Shows again what was said meanwhile. */
    void refresh() {
        table.refresh();
    }

    List<Path> chosen() {
        return table.getSelectionModel().getSelectedItems().stream()
                .map(LibraryEntry::file)
                .toList();
    }

    /** The recordings of all rows that the search finds. */
    List<Path> shown() {
        return table.getItems().stream().map(LibraryEntry::file).toList();
    }

    private void pressed(KeyEvent event, RecordingViews views) {
        if (event.getCode() == KeyCode.ENTER && !chosen().isEmpty()) {
            if (event.isShiftDown()) {
                views.openAtAngriest(chosen().getFirst());
            } else {
                views.open(chosen());
            }
            event.consume();
        } else if (event.getCode() == KeyCode.DELETE && !chosen().isEmpty()) {
            remove.accept(chosen());
            event.consume();
        }
    }

    private static LocalDateTime start(LibraryEntry entry) {
        return entry.call()
                .date()
                .map(d -> d.atTime(entry.call().time().orElse(LocalTime.MIN)))
                .orElse(LocalDateTime.MIN);
    }

    private static String text(LocalDateTime start) {
        return start.equals(LocalDateTime.MIN) ? "" : start.toString().replace('T', ' ');
    }

    private static String mostly(LibraryEntry entry) {
        boolean silent = entry.timeline().isPresent() && entry.mostly().isEmpty();
        return silent ? "no speech" : entry.mostly().map(Emotion::title).orElse("");
    }

    private static String length(double seconds) {
        return Double.isNaN(seconds)
                ? ""
                : String.format(
                        Locale.ROOT, "%d:%02d", (long) seconds / 60, Math.round(seconds) % 60);
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "" : Math.round(100 * share) + " %";
    }

    /** What is not known sorts as the least, so that the largest stand first when turned round. */
    private static TableColumn<LibraryEntry, Double> figure(
            String title,
            double width,
            Function<LibraryEntry, Double> value,
            Function<Double, String> text) {
        TableColumn<LibraryEntry, Double> column = column(title, width, value, text);
        column.setComparator(Comparator.comparingDouble(v -> Double.isNaN(v) ? -1 : v));
        return column;
    }

    private static <T> TableColumn<LibraryEntry, T> column(
            String title, double width, Function<LibraryEntry, T> value, Function<T, String> text) {
        TableColumn<LibraryEntry, T> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(
                cell -> new ReadOnlyObjectWrapper<>(value.apply(cell.getValue())));
        column.setCellFactory(
                c ->
                        new TableCell<>() {
                            @Override
                            protected void updateItem(@Nullable T item, boolean empty) {
                                super.updateItem(item, empty);
                                setText(empty || item == null ? "" : text.apply(item));
                            }
                        });
        return column;
    }

    private static TableColumn<LibraryEntry, LibraryEntry> strip() {
        TableColumn<LibraryEntry, LibraryEntry> column = new TableColumn<>("Emotions");
        column.setPrefWidth(EmotionStrip.WIDTH + 20);
        column.setSortable(false);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setCellFactory(c -> new EmotionStrip());
        return column;
    }

    /** How far it is; the sentence of a problem, in full in its tooltip. */
    private static TableColumn<LibraryEntry, String> state() {
        TableColumn<LibraryEntry, String> column =
                column(
                        "State",
                        220,
                        e ->
                                e.analysis()
                                        .flatMap(StoredAnalysis::problem)
                                        .orElse(e.state().title()),
                        Function.identity());
        column.setCellFactory(
                c ->
                        new TableCell<>() {
                            @Override
                            protected void updateItem(@Nullable String text, boolean empty) {
                                super.updateItem(text, empty);
                                setText(empty || text == null ? "" : text);
                                setTooltip(
                                        empty || text == null || text.length() < 20
                                                ? null
                                                : new Tooltip(text));
                            }
                        });
        return column;
    }
}
