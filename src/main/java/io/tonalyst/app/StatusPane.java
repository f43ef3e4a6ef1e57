// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.app;

import io.tonalyst.ui.FxExecutor;
import io.tonalyst.ui.StatusReporter;
import io.tonalyst.work.CancelToken;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.controlsfx.control.StatusBar;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The foot of the window: the last message, running jobs with their cancel buttons, problems. */
final class StatusPane implements StatusReporter {
    private static final int MAX_PROBLEMS = 4;

    private final FxExecutor fx;
    private final StatusBar bar = new StatusBar();
    private final VBox problems = new VBox();
    private final VBox view = new VBox(problems, bar);
    private boolean reducedMotion;
    private final Map<String, JobRow> jobs = new LinkedHashMap<>();

    StatusPane(FxExecutor fx) {
        this.fx = fx;
        bar.setText("Ready");
        bar.getStyleClass().add("tonalyst-status");
        // It takes no keys, so Tab need not come by.
        bar.setFocusTraversable(false);
        bar.setAccessibleRole(AccessibleRole.TEXT);
        bar.accessibleTextProperty().bind(bar.textProperty());
        problems.getStyleClass().add("problems");
    }

    Node view() {
        return view;
    }

    /** Whether bars of jobs of unknown length, which run to and fro, are left out. */
    void setReducedMotion(boolean reduced) {
        reducedMotion = reduced;
    }

    String message() {
        return bar.getText();
    }

    @Override
    public void say(String sentence) {
        fx.execute(() -> bar.setText(sentence));
    }

    @Override
    public void problem(String sentence) {
        fx.execute(() -> addProblem(sentence));
    }

    private void addProblem(String sentence) {
        var text = new Label(sentence);
        text.setWrapText(true);
        var icon = new FontIcon(Feather.ALERT_TRIANGLE);
        var dismiss = new Button("Dismiss");
        dismiss.getStyleClass().addAll("flat", "small");
        dismiss.setMinWidth(Button.USE_PREF_SIZE);
        var row = new HBox(icon, text, dismiss);
        HBox.setHgrow(text, javafx.scene.layout.Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("problem");
        row.setAccessibleText("Problem: " + sentence);
        dismiss.setOnAction(event -> problems.getChildren().remove(row));
        problems.getChildren().add(row);
        if (problems.getChildren().size() > MAX_PROBLEMS) {
            problems.getChildren().removeFirst();
        }
    }

    @Override
    public void progress(String job, double fraction, CancelToken cancel) {
        fx.execute(
                () -> {
                    if (fraction >= 1) {
                        JobRow done = jobs.remove(job);
                        if (done != null) {
                            bar.getRightItems().remove(done.node);
                        }
                    } else {
                        jobs.computeIfAbsent(job, name -> newRow(name, cancel))
                                .show(fraction, reducedMotion);
                    }
                });
    }

    private JobRow newRow(String job, CancelToken cancel) {
        var row = new JobRow(job, cancel);
        bar.getRightItems().addFirst(row.node);
        return row;
    }

    /** One running job: name, bar, cancel. */
    private static final class JobRow {
        final ProgressBar progress = new ProgressBar();
        final HBox node;

        JobRow(String job, CancelToken cancel) {
            var name = new Label(job);
            var stop = new Button("Cancel");
            stop.getStyleClass().addAll("flat", "small");
            stop.setAccessibleText("Cancel " + job);
            stop.setOnAction(
                    event -> {
                        cancel.cancel();
                        stop.setDisable(true);
                    });
            progress.setPrefWidth(110);
            node = new HBox(8, name, progress, stop);
            node.setAlignment(Pos.CENTER);
        }

        void show(double fraction, boolean reducedMotion) {
            boolean unknown = Double.isNaN(fraction);
            progress.setVisible(!unknown || !reducedMotion);
            progress.setManaged(progress.isVisible());
            progress.setProgress(unknown ? ProgressBar.INDETERMINATE_PROGRESS : fraction);
        }
    }
}
