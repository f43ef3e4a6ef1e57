// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.training;

import com.fasterxml.jackson.databind.JsonNode;
import io.tonalyst.training.RunLog.Run;
import io.tonalyst.training.RunLog.Scores;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/**
 * What one change of a recipe does to the figures on validation clips: the mean over all runs of
 * purpose {@value #PURPOSE} that make the same change against their parent.
 *
 * @param change what differs from the parent's recipe, such as {@code mixupShare 0.5 → 0}
 * @param parents ids of the runs they vary
 * @param runs ids of the runs that make the change
 * @param accuracy mean validation accuracy of these runs, 0 to 1
 * @param uar mean validation UAR of these runs, 0 to 1
 * @param accuracyChange mean of run less parent, as a share
 * @param uarChange mean of run less parent, as a share
 * @param uarSpread half the distance of the least and the greatest change of UAR
 * @param lossChange mean of run less parent, in nats
 */
public record Ablation(
        String change,
        List<String> parents,
        List<String> runs,
        double accuracy,
        double uar,
        double accuracyChange,
        double uarChange,
        double uarSpread,
        double lossChange) {
    /** Purpose of runs that vary their parent in order to see what it matters. */
    public static final String PURPOSE = "ablation";

    /** Fields that tell repetitions of one recipe apart and do not count as a change. */
    private static final Set<String> REPETITION = Set.of("seed", "fold");

    public Ablation {
        parents = List.copyOf(parents);
        runs = List.copyOf(runs);
    }

    private record Pair(Run run, Scores own, Run parent, Scores before) {}

    /**
     * All changes, the most harmful to the UAR first. Runs without validation figures, or whose
     * parent is not in the log or has none, cannot be compared and are left out.
     */
    public static List<Ablation> of(List<Run> runs) {
        Map<String, Run> byId = new HashMap<>();
        runs.forEach(run -> byId.put(run.id(), run));
        Map<String, List<Pair>> byChange = new LinkedHashMap<>();
        for (Run run : runs) {
            Run parent = run.parent() == null ? null : byId.get(run.parent());
            Scores own = run.validation();
            if (!run.purpose().equals(PURPOSE) || parent == null || own == null) {
                continue;
            }
            Scores before = parent.validation();
            if (before != null) {
                byChange.computeIfAbsent(change(run, parent), c -> new ArrayList<>())
                        .add(new Pair(run, own, parent, before));
            }
        }
        List<Ablation> all = new ArrayList<>();
        byChange.forEach((change, pairs) -> all.add(of(change, pairs)));
        all.sort(Comparator.comparingDouble(Ablation::uarChange));
        return all;
    }

    private static Ablation of(String change, List<Pair> pairs) {
        var uar = pairs.stream().mapToDouble(p -> p.own.uar() - p.before.uar()).summaryStatistics();
        return new Ablation(
                change,
                pairs.stream().map(p -> p.parent.id()).distinct().toList(),
                pairs.stream().map(p -> p.run.id()).toList(),
                mean(pairs, p -> p.own.accuracy()),
                mean(pairs, p -> p.own.uar()),
                mean(pairs, p -> p.own.accuracy() - p.before.accuracy()),
                uar.getAverage(),
                (uar.getMax() - uar.getMin()) / 2,
                mean(pairs, p -> p.own.loss() - p.before.loss()));
    }

    private static double mean(List<Pair> pairs, ToDoubleFunction<Pair> value) {
        return pairs.stream().mapToDouble(value).average().orElse(0);
    }

    /**
     * What differs between the recipes of two runs; the note of the run where nothing does, because
     * the change then lies in the program and not in the recipe.
     */
    public static String change(Run run, Run parent) {
        Map<String, String> before = leaves(parent.recipe());
        Map<String, String> after = leaves(run.recipe());
        var names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        List<String> changes = new ArrayList<>();
        for (String name : names) {
            String from = before.getOrDefault(name, "none");
            String to = after.getOrDefault(name, "none");
            if (!from.equals(to) && !REPETITION.contains(name)) {
                changes.add(name + " " + from + " → " + to);
            }
        }
        if (!changes.isEmpty()) {
            return String.join(", ", changes);
        }
        return run.note().isBlank() ? "no change of the recipe" : run.note();
    }

    /** The values of a recipe by dotted name; arrays count as one value. */
    private static Map<String, String> leaves(JsonNode recipe) {
        Map<String, String> leaves = new TreeMap<>();
        collect("", recipe, leaves);
        return leaves;
    }

    private static void collect(String prefix, JsonNode node, Map<String, String> leaves) {
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            String name = prefix + field.getKey();
            if (field.getValue().isObject()) {
                collect(name + ".", field.getValue(), leaves);
            } else {
                leaves.put(name, field.getValue().toString().replace("\"", ""));
            }
        }
    }
}
