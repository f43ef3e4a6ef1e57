// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.models;

import io.tonalyst.reference.LeakageTable;
import io.tonalyst.training.Ablation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The pages of a model, with a list of them at the side. Pages are built when first chosen. */
final class ModelView {
    private final BorderPane root = new BorderPane();
    private final ListView<Page> list = new ListView<>();
    private final Map<Page, Node> built = new HashMap<>();

    /**
     * @param training the page on own training, which outlives this view
     * @param above what stands over the list, such as the choice of the model
     */
    ModelView(
            ModelReport report,
            LeakageTable leakage,
            PageTools tools,
            CorpusTools corpora,
            OwnTrainingPage training,
            Node above) {
        list.getItems().setAll(pages(report, leakage, tools, corpora));
        list.getItems().add(new Page(OwnTrainingPage.TITLE, Feather.PLAY_CIRCLE, training::view));
        list.setCellFactory(view -> cell());
        list.getStyleClass().add("models-list");
        list.setAccessibleText("Pages of the model");
        list.getSelectionModel().selectedItemProperty().subscribe(this::show);
        list.getSelectionModel().select(0);
        var side = new VBox(10, above, list);
        side.getStyleClass().add("models-side");
        VBox.setVgrow(list, Priority.ALWAYS);
        root.setLeft(side);
    }

    Node node() {
        return root;
    }

    /** Titles of the pages, in order. */
    List<String> titles() {
        return list.getItems().stream().map(Page::title).toList();
    }

    /** Brings a page to the front; one that this model does not have is ignored. */
    void choose(String title) {
        list.getItems().stream()
                .filter(page -> page.title().equals(title))
                .findFirst()
                .ifPresent(page -> list.getSelectionModel().select(page));
    }

    String chosen() {
        Page page = list.getSelectionModel().getSelectedItem();
        return page == null ? "" : page.title();
    }

    private static List<Page> pages(
            ModelReport report, LeakageTable leakage, PageTools tools, CorpusTools corpora) {
        List<Page> pages = new ArrayList<>();
        pages.add(new Page("Overview", Feather.INFO, () -> new OverviewPage(report, tools).view()));
        if (!report.evaluations().isEmpty()) {
            pages.add(
                    new Page(
                            "Protocols",
                            Feather.GRID,
                            () -> new ProtocolsPage(report.evaluations(), tools).view()));
        }
        List<Evaluation> reliable =
                report.evaluations().stream().filter(e -> !e.reliability().isEmpty()).toList();
        if (!reliable.isEmpty()) {
            pages.add(
                    new Page(
                            "Reliability",
                            Feather.TARGET,
                            () -> new ReliabilityPage(reliable, tools).view()));
        }
        report.robustness()
                .ifPresent(
                        robustness ->
                                pages.add(
                                        new Page(
                                                RobustnessPage.TITLE,
                                                Feather.PHONE,
                                                () -> RobustnessPage.view(robustness, tools))));
        if (!report.histories().isEmpty()) {
            pages.add(
                    new Page(
                            "Training",
                            Feather.TRENDING_UP,
                            () -> new TrainingPage(report.histories(), tools).view()));
        }
        pages.add(new Page("Run log", Feather.LIST, () -> new RunsPage(report.runs()).view()));
        pages.add(
                new Page(
                        "Ablation",
                        Feather.SLIDERS,
                        () -> AblationPage.view(Ablation.of(report.runs().runs()), tools)));
        pages.add(
                new Page(
                        "Why 97 % is not 97 %",
                        Feather.ALERT_TRIANGLE, () -> new LeakagePage(leakage, tools).view()));
        pages.add(
                new Page(
                        "Data",
                        Feather.DATABASE,
                        () -> new DataPage(report.data(), corpora, tools).view()));
        pages.add(new Page("Model card", Feather.FILE_TEXT, () -> CardPage.view(report.card())));
        return pages;
    }

    private void show(Page page) {
        if (page != null) {
            root.setCenter(built.computeIfAbsent(page, p -> p.view().get()));
        }
    }

    private static ListCell<Page> cell() {
        return new ListCell<>() {
            @Override
            protected void updateItem(Page page, boolean empty) {
                super.updateItem(page, empty);
                setText(empty || page == null ? null : page.title());
                setGraphic(empty || page == null ? null : new FontIcon(page.icon()));
            }
        };
    }
}
