// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi.wizard;

import io.tonalyst.kpi.jdbc.ConnectionStore;
import io.tonalyst.kpi.jdbc.DatabaseAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The first page for a database: where it is, who asks, which table. */
final class DatabasePage {
    private static final String EXAMPLE = "jdbc:postgresql://host:5432/database";

    private final ImportModel model;
    private final ConnectionStore store;
    private final ComboBox<DatabaseAddress> recent = new ComboBox<>();
    private final TextField url = new TextField();
    private final TextField user = new TextField();
    private final PasswordField password = new PasswordField();
    private final ComboBox<String> table = new ComboBox<>();
    private final TextField driver = new TextField();
    private final VBox view;

    /**
     * @param jar asks for the jar of a driver
     * @param preview of the rows
     */
    DatabasePage(
            ImportModel model, ConnectionStore store, Supplier<Optional<Path>> jar, Node preview) {
        this.model = model;
        this.store = store;
        url.setPromptText(EXAMPLE);
        user.setPromptText("name");
        password.setPromptText("never kept");
        driver.setPromptText("comes with the program for PostgreSQL");
        table.setEditable(true);
        table.setPromptText("table or view");
        table.setMaxWidth(Double.MAX_VALUE);
        recent.setMaxWidth(Double.MAX_VALUE);
        recent.setPromptText("databases opened before");
        recent.setCellFactory(list -> new AddressCell());
        recent.setButtonCell(new AddressCell());
        recent.setOnAction(event -> fill(recent.getValue()));
        var browse = new Button(null, new FontIcon(Feather.FOLDER));
        browse.setAccessibleText("Choose the jar of a driver");
        browse.setOnAction(event -> jar.get().ifPresent(file -> driver.setText(file.toString())));
        HBox.setHgrow(driver, Priority.ALWAYS);
        var grid = new GridPane(10, 8);
        var wide = new ColumnConstraints();
        wide.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints()
                .setAll(new ColumnConstraints(), wide, new ColumnConstraints(), wide);
        grid.addRow(0, named("_Recent", recent), recent);
        GridPane.setColumnSpan(recent, 3);
        grid.addRow(1, named("_URL", url), url);
        GridPane.setColumnSpan(url, 3);
        grid.addRow(2, named("U_ser", user), user, named("_Password", password), password);
        grid.addRow(
                3,
                named("_Table", table),
                table,
                named("_Driver jar", driver),
                new HBox(6, driver, browse));
        var connect = new Button("Connect and _look", new FontIcon(Feather.DATABASE));
        connect.setMnemonicParsing(true);
        connect.getStyleClass().add("accent");
        connect.setOnAction(event -> connect());
        password.setOnAction(event -> connect());
        url.setOnAction(event -> connect());
        var note =
                new Label(
                        "The calls are added up in the database, which is only read; sums come"
                                + " here, single calls stay there.");
        note.setWrapText(true);
        note.getStyleClass().add("kpi-sentence");
        HBox.setHgrow(note, Priority.ALWAYS);
        var row = new HBox(12, connect, note);
        row.setAlignment(Pos.CENTER_LEFT);
        VBox.setVgrow(preview, Priority.ALWAYS);
        view = new VBox(12, grid, row, preview);
        model.tables().namesProperty().subscribe(this::offer);
    }

    private static Label named(String text, Node field) {
        var label = new Label(text);
        label.setMnemonicParsing(true);
        label.setLabelFor(field);
        field.setAccessibleText(text.replace("_", ""));
        label.setMinWidth(Label.USE_PREF_SIZE);
        return label;
    }

    Node view() {
        return view;
    }

    /** Begins anew; the password is forgotten. */
    void begin() {
        password.clear();
        recent.getItems().setAll(store.all());
        if (url.getText().isEmpty() && !recent.getItems().isEmpty()) {
            recent.getSelectionModel().selectFirst();
            fill(recent.getValue());
        }
        (url.getText().isEmpty() ? url : password).requestFocus();
    }

    /** Begins with an address; the password is forgotten. */
    void begin(DatabaseAddress address) {
        begin();
        recent.getSelectionModel().clearSelection();
        fill(address);
        password.requestFocus();
    }

    private void offer(List<String> tables) {
        String typed = table.getEditor().getText();
        table.getItems().setAll(tables);
        table.getEditor().setText(typed);
        if (!tables.isEmpty() && typed.isBlank()) {
            table.show();
        }
    }

    private void fill(@Nullable DatabaseAddress address) {
        if (address != null) {
            url.setText(address.url());
            user.setText(address.user());
            table.getEditor().setText(address.table());
            Path jar = address.driverJar();
            driver.setText(jar == null ? "" : jar.toString());
        }
    }

    private void connect() {
        String jar = driver.getText().strip();
        model.tables()
                .connect(
                        new DatabaseLog(
                                new DatabaseAddress(
                                        url.getText(),
                                        user.getText(),
                                        table.getEditor().getText(),
                                        jar.isEmpty() ? null : Path.of(jar)),
                                password.getText().toCharArray(),
                                store));
    }

    /** A database by its title. */
    private static final class AddressCell extends ListCell<DatabaseAddress> {
        @Override
        protected void updateItem(@Nullable DatabaseAddress address, boolean empty) {
            super.updateItem(address, empty);
            setText(address == null || empty ? "" : address.title());
        }
    }
}
