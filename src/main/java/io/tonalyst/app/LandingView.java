// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.app;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What the window shows before anything is open: where to drop, the samples, recent files. */
final class LandingView {
    private final VBox view = new VBox();
    private final VBox recent = new VBox();
    private final HBox offer = new HBox(12);
    private final Consumer<List<Path>> open;

    /**
     * @param samples the bundled sample files
     * @param open opens files
     * @param choose asks the person for files
     * @param tour starts the guided tour
     */
    LandingView(List<Path> samples, Consumer<List<Path>> open, Runnable choose, Runnable tour) {
        this.open = open;
        var icon =
                new ImageView(
                        new Image(
                                LandingView.class.getResourceAsStream(
                                        "/io/tonalyst/assets/icon/tonalyst-256.png"),
                                72,
                                72,
                                true,
                                true));
        var title = new Label("Drop recordings or a call log here");
        title.getStyleClass().add("landing-title");
        var text =
                new Label(
                        "See the acted emotions in a voice on one time axis; watch and hear the"
                                + " KPIs of an agent. Everything stays on this machine.");
        text.getStyleClass().add("landing-text");
        text.setWrapText(true);

        var browse = button("Open files…", Feather.FOLDER, choose);
        browse.setDefaultButton(true);
        var trySamples =
                button("Open the samples", Feather.PLAY_CIRCLE, () -> open.accept(samples));
        trySamples.setDisable(samples.isEmpty());
        var startTour = button("Guided tour", Feather.COMPASS, tour);
        var actions = new HBox(12, browse, trySamples, startTour);
        actions.setAlignment(Pos.CENTER);

        var recentTitle = new Label("Recent");
        recentTitle.getStyleClass().add("landing-section");
        recent.setAlignment(Pos.CENTER);
        recent.managedProperty().bind(recent.visibleProperty());
        recent.getChildren().add(recentTitle);

        offer.setAlignment(Pos.CENTER);
        offer.managedProperty().bind(offer.visibleProperty());
        offer.setVisible(false);
        view.getChildren().addAll(icon, title, text, actions, offer, recent);
        view.getStyleClass().add("landing");
        view.setAlignment(Pos.CENTER);
    }

    Node view() {
        return view;
    }

    /** Shows the recent files; none of them hides the section. */
    void showRecent(List<String> files) {
        recent.setVisible(!files.isEmpty());
        var links = new FlowPane(12, 4);
        links.setAlignment(Pos.CENTER);
        for (String file : files) {
            Path path = Path.of(file);
            var link = new Hyperlink(String.valueOf(path.getFileName()));
            link.setAccessibleText("Open " + file);
            link.setOnAction(event -> open.accept(List.of(path)));
            links.getChildren().add(link);
        }
        recent.getChildren().setAll(recent.getChildren().getFirst(), links);
    }

    /** Offers something found from before, until it is taken or hidden. */
    void showOffer(String action, String details, Runnable take) {
        var about = new Label(details);
        about.getStyleClass().add("muted");
        offer.getChildren().setAll(button(action, Feather.ROTATE_CCW, take), about);
        offer.setVisible(true);
    }

    void hideOffer() {
        offer.setVisible(false);
    }

    private static Button button(String text, Feather icon, Runnable action) {
        var button = new Button(text, new FontIcon(icon));
        button.setOnAction(event -> action.run());
        return button;
    }
}
