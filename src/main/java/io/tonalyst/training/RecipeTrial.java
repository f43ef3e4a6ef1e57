// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.training;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tonalyst.corpus.Fold;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tries a recipe: trains on one fold of a protocol and logs how it does on the validation part. The
 * test part is not touched, so that recipes can be compared without choosing by it.
 */
public final class RecipeTrial {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ClipImages images;

    public RecipeTrial(ClipImages images) {
        this.images = images;
    }

    /**
     * What is tried.
     *
     * @param purpose {@code search}, or {@code ablation} with a parent
     * @param parent id of the run it is compared with; null for none
     * @param note for people, may be empty
     */
    public record Plan(
            Protocol protocol, int fold, String purpose, @Nullable String parent, String note) {}

    /**
     * A recipe with some of its values changed.
     *
     * @param changes new values in JSON by dotted name, such as {@code augmentation.speed}
     * @throws IllegalArgumentException with one sentence, if there is no such value or it does not
     *     take the new one
     */
    public static Recipe changed(Recipe recipe, Map<String, String> changes) {
        ObjectNode tree = JSON.valueToTree(recipe);
        changes.forEach((name, value) -> set(tree, name, value));
        try {
            return JSON.treeToValue(tree, Recipe.class);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(
                    "The recipe does not take the values of " + changes.keySet() + ".", e);
        }
    }

    private static void set(ObjectNode tree, String name, String value) {
        List<String> path = List.of(name.split("\\."));
        JsonNode node = tree;
        for (String step : path.subList(0, path.size() - 1)) {
            node = node.path(step);
        }
        if (!(node instanceof ObjectNode parent) || !parent.has(path.getLast())) {
            throw new IllegalArgumentException("The recipe has no value named " + name + ".");
        }
        try {
            parent.set(path.getLast(), JSON.readTree(value));
        } catch (JacksonException e) {
            throw new IllegalArgumentException(
                    "The value of " + name + " is not JSON: " + value + ".", e);
        }
    }

    /**
     * Trains, or goes on where an earlier try of the same was stopped, and logs the outcome once.
     *
     * @param out folder of the model whose log it enters
     * @throws IOException with one sentence, if the folder cannot be written
     */
    public RunLog.Run run(
            Recipe recipe, Plan plan, Path out, CancelToken cancel, ProgressSink progress)
            throws IOException {
        List<Fold> folds = plan.protocol().folds(images.clips(), recipe.seed());
        Fold fold = folds.get(Math.floorMod(plan.fold(), folds.size()));
        var folder = new ModelFolder(out);
        String name = plan.purpose() + "-" + plan.protocol().key() + "-" + fold.index();
        String id = RunLog.id(name, recipe);
        Members members =
                Members.train(
                        images, recipe, fold, folder.run("trials").resolve(id), cancel, progress);
        var run =
                new RunLog.Run(
                        id,
                        plan.purpose(),
                        plan.parent(),
                        plan.protocol().key(),
                        fold.index(),
                        recipe.seed(),
                        RunLog.tree(recipe),
                        members.parameters(),
                        recipe.epochs(),
                        members.cpu().toMillis() / 1e3,
                        members.scores(images, fold.validation()),
                        null,
                        plan.note());
        var log = RunLog.of(out);
        if (!log.holds(id)) {
            log.append(run);
        }
        return run;
    }
}
