// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi.wizard;

import io.tonalyst.kpi.CallLogImport;
import io.tonalyst.kpi.jdbc.ConnectionStore;
import io.tonalyst.kpi.jdbc.DatabaseAddress;
import io.tonalyst.kpi.source.ColumnMapping;
import io.tonalyst.kpi.table.TableSample;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Three pages that lead from a file to a call log: File, Columns, Check. Escape leaves it. */
public final class ImportWizard {
    private static final int CHECK = 2;

    private final ImportModel model;
    private final Asking asking;
    private final IntegerProperty page = new SimpleIntegerProperty(0);
    private final List<Node> pages;
    private final DatabasePage databasePage;
    private final ToggleButton first = new ToggleButton("1  File");
    private boolean ofDatabase;
    private final StackPane stage = new StackPane();
    private final Label file = new Label();
    private final Button back = new Button("_Back");
    private final Button next = new Button("_Next");
    private final VBox view = new VBox(12);

    /**
     * What the wizard asks for and hands out.
     *
     * @param table asks for a lookup table
     * @param done receives the log, and the mapping it was read with
     * @param driver asks for the jar of a JDBC driver
     * @param connections databases that were opened before
     * @param exportProblems asks for a file and writes the rows left out there
     * @param cancelled called when the wizard is left without a log
     */
    public record Asking(
            Supplier<Optional<Path>> table,
            Supplier<Optional<Path>> driver,
            ConnectionStore connections,
            BiConsumer<CallLogImport, ColumnMapping> done,
            Runnable exportProblems,
            Runnable cancelled) {}

    public ImportWizard(ImportModel model, Asking asking) {
        this.model = model;
        this.asking = asking;
        var preview = new FilePage(model);
        preview.showChoices(false);
        databasePage =
                new DatabasePage(model, asking.connections(), asking.driver(), preview.view());
        pages =
                List.of(
                        new FilePage(model).view(),
                        new ColumnsPage(model, asking.table()).view(),
                        new CheckPage(model, asking.exportProblems()).view());
        var notice = new Label();
        notice.setWrapText(true);
        notice.getStyleClass().add("wizard-notice");
        notice.textProperty().bind(model.noticeProperty());
        notice.managedProperty().bind(notice.textProperty().isNotEmpty());
        notice.visibleProperty().bind(notice.managedProperty());
        VBox.setVgrow(stage, Priority.ALWAYS);
        view.getChildren().addAll(head(), stage, notice, foot());
        view.getStyleClass().add("wizard");
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        page.subscribe(this::turn);
        model.proposalProperty().subscribe(this::enable);
        model.sampleProperty().subscribe(this::name);
        model.checked().resultProperty().subscribe(this::enable);
    }

    private Node head() {
        var title = new Label("Import a call log");
        title.getStyleClass().add("wizard-title");
        file.getStyleClass().add("kpi-sentence");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var head = new HBox(12, title, file, space, steps());
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private Node steps() {
        var group = new ToggleGroup();
        var row = new HBox();
        String[] names = {"1  File", "2  Columns", "3  Check"};
        String[] shapes = {"left-pill", "center-pill", "right-pill"};
        for (int i = 0; i < names.length; i++) {
            int number = i;
            ToggleButton step = i == 0 ? first : new ToggleButton(names[i]);
            step.setToggleGroup(group);
            step.getStyleClass().add(shapes[i]);
            step.setOnAction(event -> goTo(number));
            page.subscribe(now -> step.setSelected(now.intValue() == number));
            row.getChildren().add(step);
        }
        return row;
    }

    private Node foot() {
        var cancel = new Button("Cancel");
        cancel.setOnAction(event -> leave());
        back.setOnAction(event -> goTo(page.get() - 1));
        next.setOnAction(event -> goOn());
        next.setDefaultButton(true);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return new HBox(8, cancel, space, back, next);
    }

    /** The view, the same on every call. */
    public Node view() {
        return view;
    }

    /** Begins with a file, on the page of the columns when its form is plain. */
    public void open(Path path) {
        ofDatabase = false;
        first.setText("1  File");
        file.setText(String.valueOf(path.getFileName()));
        model.open(path);
        page.set(0);
        turn(0);
        next.requestFocus();
    }

    /** Begins with a database, which is asked for. */
    public void openDatabase() {
        ofDatabase = true;
        first.setText("1  Database");
        file.setText("");
        model.awaitDatabase();
        page.set(0);
        turn(0);
        databasePage.begin();
    }

    /**
     * Begins with a database that was open before; the password is asked for again.
     *
     * @param mapping that it was read with; null to propose one
     */
    public void openDatabase(DatabaseAddress address, @Nullable ColumnMapping mapping) {
        openDatabase();
        databasePage.begin(address);
        model.expect(address.asPath(), mapping);
    }

    private void name(@Nullable TableSample sample) {
        DatabaseLog log = model.database();
        if (sample != null && log != null) {
            file.setText(log.address().title());
        }
    }

    /** Shows a page: 0 the file, 1 the columns, 2 the check, which begins when it is shown. */
    public void goTo(int number) {
        int wanted = Math.clamp(number, 0, CHECK);
        Proposal proposal = model.proposalProperty().get();
        boolean ready = proposal != null && proposal.binding().isReady();
        page.set(wanted == CHECK && !ready ? 1 : wanted);
        enable();
        if (page.get() == CHECK && model.checked().resultProperty().get() == null) {
            model.check();
        }
    }

    private void goOn() {
        CallLogImport read = model.checked().resultProperty().get();
        Proposal proposal = model.proposalProperty().get();
        if (page.get() == CHECK && read != null && proposal != null) {
            asking.done().accept(read, proposal.mapping().withTable(model.hints()));
        } else {
            goTo(page.get() + 1);
        }
    }

    private void turn(Number number) {
        boolean database = ofDatabase && number.intValue() == 0;
        stage.getChildren().setAll(database ? databasePage.view() : pages.get(number.intValue()));
        enable();
    }

    private void enable() {
        boolean last = page.get() == CHECK;
        Proposal proposal = model.proposalProperty().get();
        boolean ready = proposal != null && proposal.binding().isReady();
        back.setDisable(page.get() == 0);
        next.setText(last ? "_Use this log" : "_Next");
        next.setDisable(
                switch (page.get()) {
                    case 0 -> proposal == null;
                    case 1 -> !ready;
                    default -> model.checked().resultProperty().get() == null;
                });
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            leave();
        }
    }

    private void leave() {
        model.close();
        asking.cancelled().run();
    }
}
