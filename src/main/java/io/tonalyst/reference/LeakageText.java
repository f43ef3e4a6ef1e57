// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.reference;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The leakage table as text. */
public final class LeakageText {
    private static final String HEADER =
            "| pipeline | protocol | test rows | with a copy in training | with the speaker in"
                    + " training | accuracy | UAR | accuracy by corpus |\n"
                    + "|---|---|---|---|---|---|---|---|\n";

    private LeakageText() {}

    /** The table in Markdown, ending with a line end. */
    public static String markdown(LeakageTable table) {
        var text = new StringBuilder(HEADER);
        for (LeakageTable.Row row : table.rows()) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            "| %s (%s) | %s | %,d | %s | %s | %s | %s | %s |%n",
                            row.pipeline().title(),
                            row.network(),
                            row.protocol().key(),
                            row.testRows(),
                            percent(row.siblingShare()),
                            percent(row.speakerShare()),
                            percent(row.accuracy()),
                            percent(row.uar()),
                            corpora(row.corpusAccuracy())));
        }
        return text.toString().replace(System.lineSeparator(), "\n");
    }

    private static String corpora(Map<String, Double> accuracies) {
        return accuracies.entrySet().stream()
                .map(e -> e.getKey() + " " + percent(e.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
