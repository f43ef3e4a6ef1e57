// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import io.tonalyst.emotion.Emotion;
import io.tonalyst.review.Annotation;
import io.tonalyst.review.Reviewed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** Where a person says what a segment sounds like: a box for the chosen one, and a menu. */
final class LabelChoice {
    /** What the box offers: one of the emotions, or none. */
    private record Choice(Optional<Emotion> emotion) {
        String title() {
            return emotion.map(Emotion::title).orElse("none");
        }
    }

    private final PaneContext context;
    private final Supplier<Optional<Reviewed>> chosen;
    private final ComboBox<Choice> box = new ComboBox<>();
    private final HBox view;
    private boolean refreshing;

    /**
     * @param chosen the segment that is chosen in the table
     */
    LabelChoice(PaneContext context, Supplier<Optional<Reviewed>> chosen) {
        this.context = context;
        this.chosen = chosen;
        box.getItems().add(new Choice(Optional.empty()));
        Emotion.ALL.forEach(e -> box.getItems().add(new Choice(Optional.of(e))));
        box.setCellFactory(list -> cell(""));
        box.setButtonCell(cell("Your label: "));
        box.setAccessibleText("Your label of the chosen segment");
        box.valueProperty()
                .addListener(
                        (property, before, after) -> {
                            if (!refreshing && after != null) {
                                give(after.emotion());
                            }
                        });
        view = new HBox(Controls.heading("Segments"), Controls.spacer(), box);
        view.getStyleClass().add("label-choice");
    }

    Node view() {
        return view;
    }

    /** The same choices as a menu for the table. */
    ContextMenu menu() {
        List<MenuItem> items = new ArrayList<>();
        for (Emotion emotion : Emotion.ALL) {
            items.add(item("It sounds " + phrase(emotion), Optional.of(emotion)));
        }
        items.add(new SeparatorMenuItem());
        items.add(speech("It is no speech  (X)", true));
        items.add(speech("It is speech after all", false));
        items.add(item("No label of mine", Optional.empty()));
        var back = new MenuItem("Take back all I said of it");
        back.setOnAction(event -> takeBack());
        items.add(back);
        return new ContextMenu(items.toArray(MenuItem[]::new));
    }

    /** Shows the label of the chosen segment. */
    void refresh() {
        Optional<Reviewed> segment = chosen.get();
        refreshing = true;
        box.setDisable(segment.isEmpty());
        box.setValue(new Choice(segment.flatMap(Reviewed::label)));
        refreshing = false;
    }

    private MenuItem item(String text, Optional<Emotion> emotion) {
        var item = new MenuItem(text);
        item.setOnAction(event -> give(emotion));
        return item;
    }

    private MenuItem speech(String text, boolean silent) {
        var item = new MenuItem(text);
        item.setOnAction(
                event ->
                        context.session()
                                .ifPresent(
                                        session ->
                                                chosen.get()
                                                        .map(r -> r.orNew().withSilent(silent))
                                                        .map(session.review()::with)
                                                        .ifPresent(session::review)));
        return item;
    }

    private void give(Optional<Emotion> emotion) {
        Optional<RecordingSession> session = context.session();
        Optional<Reviewed> segment = chosen.get();
        if (session.isEmpty() || segment.isEmpty()) {
            return;
        }
        Annotation said = segment.get().orNew().withLabel(emotion);
        session.get().review(session.get().review().with(said));
    }

    private void takeBack() {
        context.session()
                .ifPresent(
                        session ->
                                chosen.get()
                                        .flatMap(Reviewed::annotation)
                                        .ifPresent(
                                                a -> session.review(session.review().without(a))));
    }

    private static String phrase(Emotion emotion) {
        return switch (emotion) {
            case FEAR -> "fearful";
            case DISGUST -> "disgusted";
            case SURPRISE -> "surprised";
            default -> emotion.key();
        };
    }

    private static ListCell<Choice> cell(String before) {
        return new ListCell<>() {
            @Override
            protected void updateItem(@Nullable Choice choice, boolean empty) {
                super.updateItem(choice, empty);
                setText(empty || choice == null ? "" : before + choice.title());
            }
        };
    }
}
