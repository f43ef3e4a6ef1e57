// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.tonalyst.kpi.CallFilter;
import io.tonalyst.kpi.CallLogImport;
import io.tonalyst.kpi.explore.Answer;
import io.tonalyst.kpi.explore.Breakdown;
import io.tonalyst.kpi.explore.Distribution;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers as {@code tonalyst explore --json} prints them; shares in percent, times in seconds. */
record ExploreDocument(
        long rows, String filter, KpiDocument.Problems problems, List<Object> answers) {
    static ExploreDocument of(CallLogImport read, CallFilter filter, List<Answer> answers) {
        return new ExploreDocument(
                read.rows(),
                filter.inWords(read.log()),
                KpiDocument.Problems.of(read),
                answers.stream().map(ExploreDocument::answer).toList());
    }

    private static Object answer(Answer answer) {
        return switch (answer) {
            case Answer.Compared compared -> Comparison.of(compared);
            case Answer.Spread spread -> Spread.of(spread);
        };
    }

    /** Groups compared. */
    record Comparison(
            String title,
            String figure,
            String by,
            String unit,
            String formula,
            List<String> notes,
            List<Group> groups,
            Group all) {
        static Comparison of(Answer.Compared answer) {
            Breakdown made = answer.breakdown();
            return new Comparison(
                    made.title(),
                    made.figure().key(),
                    made.by().key(),
                    made.figure().unit(),
                    answer.formula(),
                    answer.notes(),
                    made.groups().stream().map(g -> Group.of(g, made)).toList(),
                    Group.of(made.all(), made));
        }
    }

    /** One group; what is not known is null. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Group(
            String code,
            String title,
            long calls,
            @Nullable Double share,
            long counted,
            @Nullable Double value,
            @JsonProperty("standard_error") @Nullable Double standardError,
            @JsonProperty("ci_low") @Nullable Double ciLow,
            @JsonProperty("ci_high") @Nullable Double ciHigh) {
        static Group of(Breakdown.Group group, Breakdown made) {
            return new Group(
                    group.code(),
                    group.title(),
                    group.calls(),
                    known(made.share(group)),
                    group.counted(),
                    known(group.value()),
                    known(group.estimate().standardError()),
                    known(group.estimate().low()),
                    known(group.estimate().high()));
        }
    }

    /** The spread of a duration. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Spread(
            String title,
            String figure,
            List<String> notes,
            long calls,
            @Nullable Double mean,
            @Nullable Double sd,
            @Nullable Double min,
            @Nullable Double p10,
            @Nullable Double p25,
            @Nullable Double median,
            @Nullable Double p75,
            @Nullable Double p90,
            @Nullable Double p95,
            @Nullable Double max,
            List<Bin> bins) {
        static Spread of(Answer.Spread answer) {
            Distribution made = answer.distribution();
            return new Spread(
                    made.title(),
                    made.figure().key(),
                    answer.notes(),
                    made.calls(),
                    known(made.mean()),
                    known(made.sd()),
                    known(made.min()),
                    known(made.p10()),
                    known(made.p25()),
                    known(made.median()),
                    known(made.p75()),
                    known(made.p90()),
                    known(made.p95()),
                    known(made.max()),
                    made.bins().stream().map(Bin::of).toList());
        }
    }

    /** Calls of a span; without an end in the last one when it holds all longer calls. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Bin(double from, @Nullable Double to, long calls) {
        static Bin of(Distribution.Bin bin) {
            return new Bin(bin.from(), Double.isInfinite(bin.to()) ? null : bin.to(), bin.calls());
        }
    }

    private static @Nullable Double known(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
