// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi.wizard;

import io.tonalyst.kpi.format.DateStyle;
import io.tonalyst.kpi.format.DurationStyle;
import io.tonalyst.kpi.source.Binding;
import io.tonalyst.kpi.source.CallField;
import io.tonalyst.kpi.source.FieldSamples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** A field of a call: its column, how that is written, and what its samples come to. */
final class FieldRow {
    private static final PseudoClass BLOCKED = PseudoClass.getPseudoClass("blocked");
    private static final PseudoClass DOUBTFUL = PseudoClass.getPseudoClass("doubtful");
    private static final int NO_COLUMN = -1;
    private static final int MAX_VALUES = 40;

    private final ImportModel model;
    private final CallField field;
    private final Label name;
    private final Choices<Integer> columns;
    private final Choices<String> styles;
    private final MenuButton yes = new MenuButton();
    private final StackPane how = new StackPane();
    private final Label samples = new Label();
    private final HBox verdict = new HBox(6);
    private List<String> names = List.of();

    FieldRow(ImportModel model, CallField field) {
        this.model = model;
        this.field = field;
        name = new Label(field.title() + (field.isRequired() ? " *" : ""));
        columns =
                new Choices<>(
                        field.title() + ", column",
                        column -> column == NO_COLUMN ? "not in the file" : names.get(column),
                        column -> model.map(field, column));
        columns.box().setPrefWidth(200);
        name.setLabelFor(columns.box());
        styles =
                new Choices<>(
                        field.title() + ", how it is written",
                        FieldRow::styleTitle,
                        style -> model.setStyle(field, style));
        styles.box().setPrefWidth(210);
        yes.setAccessibleText(field.title() + ", values that mean yes");
        yes.setMaxWidth(Double.MAX_VALUE);
        samples.getStyleClass().add("wizard-samples");
        samples.setWrapText(true);
        name.setWrapText(true);
        verdict.getChildren().add(samples);
        verdict.getStyleClass().add("wizard-verdict");
    }

    /** The cells of the row, in order. */
    Node[] cells() {
        return new Node[] {name, columns.box(), how, verdict};
    }

    void show(Proposal proposal) {
        Binding binding = proposal.binding();
        names = binding.sample().columns();
        Binding.Bound bound = binding.bound(field);
        List<Integer> offered = new ArrayList<>(List.of(NO_COLUMN));
        IntStream.range(0, names.size()).forEach(offered::add);
        columns.show(offered, bound == null ? NO_COLUMN : bound.column());
        showHow(proposal, bound);
        showVerdict(proposal, bound);
    }

    private void showHow(Proposal proposal, Binding.@Nullable Bound bound) {
        if (bound == null) {
            how.getChildren().clear();
            return;
        }
        switch (field.kind()) {
            case DATE -> {
                styles.show(keys(DateStyle.values(), DateStyle::key), key(bound));
                how.getChildren().setAll(styles.box());
            }
            case DURATION -> {
                styles.show(keys(DurationStyle.values(), DurationStyle::key), key(bound));
                how.getChildren().setAll(styles.box());
            }
            default -> {
                boolean marks = field.kind() == CallField.Kind.MARK || field == CallField.OUTCOME;
                if (marks) {
                    showYes(proposal, bound);
                    how.getChildren().setAll(yes);
                } else {
                    how.getChildren().clear();
                }
            }
        }
    }

    private static <S> List<String> keys(S[] styles, Function<S, String> key) {
        List<String> keys = new ArrayList<>(List.of(""));
        Arrays.stream(styles).map(key).forEach(keys::add);
        return keys;
    }

    private static String key(Binding.Bound bound) {
        return bound.rule().style();
    }

    private static String styleTitle(String key) {
        if (key.isEmpty()) {
            return "found out";
        }
        return DateStyle.ofKey(key)
                .map(DateStyle::title)
                .or(() -> DurationStyle.ofKey(key).map(DurationStyle::title))
                .orElse(key);
    }

    /** Which of the column's values mean yes. */
    private void showYes(Proposal proposal, Binding.Bound bound) {
        List<String> chosen = bound.rule().yes();
        List<String> values = new ArrayList<>(proposal.values(field, MAX_VALUES));
        chosen.stream().filter(v -> !values.contains(v)).forEach(values::add);
        String what = field == CallField.OUTCOME ? "Resolved: " : "Yes: ";
        String none = field == CallField.OUTCOME ? "none of them" : "common words";
        yes.setText(what + (chosen.isEmpty() ? none : String.join(", ", chosen)));
        yes.getItems()
                .setAll(
                        values.stream()
                                .map(
                                        value -> {
                                            var item = new CheckMenuItem(value);
                                            item.setMnemonicParsing(false);
                                            item.setSelected(chosen.contains(value));
                                            item.setOnAction(event -> toggle(chosen, value));
                                            return item;
                                        })
                                .toList());
    }

    private void toggle(List<String> chosen, String value) {
        var changed = new ArrayList<>(chosen);
        if (!changed.remove(value)) {
            changed.add(value);
        }
        model.setYes(field, changed);
    }

    private void showVerdict(Proposal proposal, Binding.@Nullable Bound bound) {
        String issues =
                proposal.binding().issues().stream()
                        .filter(issue -> issue.field() == field)
                        .map(Binding.Issue::sentence)
                        .collect(Collectors.joining(" "));
        boolean blocked =
                proposal.binding().issues().stream()
                        .anyMatch(issue -> issue.field() == field && issue.blocking());
        FieldSamples read = bound == null ? null : proposal.samples().get(field);
        String text = read == null ? "" : inWords(read);
        String all = issues.isEmpty() ? text : text.isEmpty() ? issues : issues + " " + text;
        samples.setText(all);
        samples.setTooltip(all.isEmpty() ? null : new Tooltip(all));
        samples.pseudoClassStateChanged(BLOCKED, blocked);
        boolean doubtful = !blocked && (!issues.isEmpty() || (read != null && read.unread() > 0));
        samples.pseudoClassStateChanged(DOUBTFUL, doubtful);
        ComboBox<Integer> box = columns.box();
        box.setAccessibleHelp(all);
    }

    private static String inWords(FieldSamples read) {
        if (read.sampled() == 0) {
            return "all samples are empty";
        }
        String shown =
                read.shown().stream()
                        .map(
                                s ->
                                        s.meaning() == null
                                                ? s.text() + " cannot be read"
                                                : s.text().equals(s.meaning())
                                                        ? s.text()
                                                        : s.text() + " = " + s.meaning())
                        .collect(Collectors.joining("; "));
        String unread =
                read.unread() == 0
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                "%,d of %,d samples cannot be read. ",
                                read.unread(),
                                read.sampled());
        return unread + shown;
    }
}
