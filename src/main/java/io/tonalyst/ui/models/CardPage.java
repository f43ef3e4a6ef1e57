// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.models;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;

/** The model card, set as text. */
final class CardPage {
    private static final double LINE = 760;

    private CardPage() {}

    static Node view(CardText card) {
        List<Node> parts = new ArrayList<>();
        for (CardText.Block block : card.blocks()) {
            switch (block) {
                case CardText.Block.Heading(int level, String text) -> {
                    if (level > 1) {
                        parts.add(heading(level, text));
                    }
                }
                case CardText.Block.Paragraph(String text) -> parts.add(line(text));
                case CardText.Block.Item(String text) -> parts.add(line("• " + text));
                case CardText.Block.Table(List<List<String>> rows) -> parts.add(table(rows));
            }
        }
        String intro =
                parts.isEmpty()
                        ? "This model has no card."
                        : "What MODEL-CARD.md in the folder of the model says; no figure in it is"
                                + " typed by hand.";
        return Layout.page("Model card", intro, Layout.stack(parts.toArray(Node[]::new)));
    }

    private static Label heading(int level, String text) {
        Label label = Layout.section(text);
        label.getStyleClass().add("card-heading-" + Math.min(level, 3));
        return label;
    }

    private static Label line(String text) {
        Label label = Layout.paragraph(text);
        label.setMaxWidth(LINE);
        return label;
    }

    private static Node table(List<List<String>> rows) {
        var grid = new GridPane(26, 3);
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < rows.get(row).size(); column++) {
                var cell = new Label(rows.get(row).get(column));
                cell.getStyleClass().add(row == 0 ? "models-muted" : "card-cell");
                grid.add(cell, column, row);
            }
        }
        return grid;
    }
}
