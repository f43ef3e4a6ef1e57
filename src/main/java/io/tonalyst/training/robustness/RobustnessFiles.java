// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.training.robustness;

import io.tonalyst.emotion.Emotion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The rows a robustness report follows from. */
final class RobustnessFiles {
    private static final String HEADER =
            "clip,corpus,speaker,fold,condition,label,"
                    + Emotion.ALL.stream()
                            .map(e -> "p_" + e.key())
                            .collect(Collectors.joining(","));

    private static final int FIXED = 6;

    private RobustnessFiles() {}

    /** What the networks said of one changed clip. */
    record Row(
            String clip,
            String corpus,
            String speaker,
            int fold,
            String condition,
            Emotion label,
            float[] probabilities) {
        boolean isRight() {
            int best = 0;
            for (int k = 1; k < probabilities.length; k++) {
                best = probabilities[k] > probabilities[best] ? k : best;
            }
            return best == label.ordinal();
        }
    }

    static String text(List<Row> rows) {
        var text = new StringBuilder(HEADER).append('\n');
        for (Row row : rows) {
            text.append(row.clip()).append(',').append(row.corpus()).append(',');
            text.append(row.speaker()).append(',').append(row.fold()).append(',');
            text.append(row.condition()).append(',').append(row.label().key());
            for (float p : row.probabilities()) {
                text.append(String.format(Locale.ROOT, ",%.5f", p));
            }
            text.append('\n');
        }
        return text.toString();
    }

    static List<Row> parse(List<String> lines) {
        if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
            throw new IllegalArgumentException("Not a file of changed clips");
        }
        List<Row> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            float[] p = new float[Emotion.ALL.size()];
            for (int k = 0; k < p.length; k++) {
                p[k] = Float.parseFloat(cells[FIXED + k]);
            }
            rows.add(
                    new Row(
                            cells[0],
                            cells[1],
                            cells[2],
                            Integer.parseInt(cells[3]),
                            cells[4],
                            Emotion.valueOf(cells[5].toUpperCase(Locale.ROOT)),
                            p));
        }
        return rows;
    }

    /**
     * @param descriptions by key, in the order of the report; the first is the unchanged sound
     */
    static RobustnessReport report(List<Row> rows, Map<String, String> descriptions) {
        Map<String, List<Row>> byCondition = new LinkedHashMap<>();
        descriptions.keySet().forEach(key -> byCondition.put(key, new ArrayList<>()));
        rows.forEach(
                row ->
                        byCondition
                                .computeIfAbsent(row.condition(), c -> new ArrayList<>())
                                .add(row));
        double clean = accuracy(byCondition.values().iterator().next());
        List<RobustnessReport.Condition> conditions = new ArrayList<>();
        byCondition.forEach(
                (key, part) ->
                        conditions.add(
                                new RobustnessReport.Condition(
                                        key,
                                        String.valueOf(descriptions.get(key)),
                                        accuracy(part),
                                        uar(part),
                                        100 * (clean - accuracy(part)))));
        return new RobustnessReport(
                rows.stream().map(Row::corpus).distinct().toList(),
                rows.size() / descriptions.size(),
                conditions);
    }

    private static double accuracy(List<Row> rows) {
        return (double) rows.stream().filter(Row::isRight).count() / rows.size();
    }

    private static double uar(List<Row> rows) {
        return rows.stream()
                .collect(
                        Collectors.groupingBy(
                                Row::label, Collectors.averagingInt(r -> r.isRight() ? 1 : 0)))
                .values()
                .stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(0);
    }
}
