// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** A key figure of a call centre. */
public enum Measure {
    /** Average handle time in seconds. */
    AHT("Average handle time", "s", true, 900, 1800),
    /** Resolution rate by disposition, a stand-in for first-call resolution, in percent. */
    FCR("Resolution rate (FCR proxy)", "%", false, 75, 95),
    /** Calls handled. */
    CALLS("Calls handled", "calls", false, Double.NaN, Double.NaN),
    /** Share of the calls with a label whose label is anger, in percent. */
    ANGRY("Angry share", "%", true, Double.NaN, Double.NaN),
    /** Share of the calls with a measured emotion in which anger prevails, in percent. */
    ANGRY_MEASURED("Angry calls, measured", "%", true, Double.NaN, Double.NaN),
    /** Mean share of positive minus negative emotion in the recordings, in points. */
    VALENCE("Valence, measured", "points", false, Double.NaN, Double.NaN),
    /** Mean change of the valence from the first to the last third of a call, in points. */
    VALENCE_CHANGE(
            "Valence trend within the call, measured", "points", false, Double.NaN, Double.NaN);

    private final String title;
    private final String unit;
    private final boolean higherIsWorse;
    private final double referenceThreshold;
    private final double referenceMaximum;

    Measure(
            String title,
            String unit,
            boolean higherIsWorse,
            double referenceThreshold,
            double referenceMaximum) {
        this.title = title;
        this.unit = unit;
        this.higherIsWorse = higherIsWorse;
        this.referenceThreshold = referenceThreshold;
        this.referenceMaximum = referenceMaximum;
    }

    /** Name on the command line and in files, such as {@code aht} or {@code angry-measured}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Name on screen. */
    public String title() {
        return title;
    }

    /** Name in a title line, such as {@code AHT}. */
    public String shortTitle() {
        return switch (this) {
            case AHT -> "AHT";
            case FCR -> "FCR";
            case CALLS -> "Calls";
            case ANGRY -> "Angry share";
            case ANGRY_MEASURED -> "Angry, measured";
            case VALENCE -> "Valence";
            case VALENCE_CHANGE -> "Valence trend";
        };
    }

    /** Whether it is measured in recordings that were joined to the calls. */
    public boolean isMeasured() {
        return switch (this) {
            case ANGRY_MEASURED, VALENCE, VALENCE_CHANGE -> true;
            case AHT, FCR, CALLS, ANGRY -> false;
        };
    }

    /** Whether values may lie below 0. */
    public boolean isSigned() {
        return lowest() < 0;
    }

    /** The lowest value there can be. */
    public double lowest() {
        return switch (this) {
            case VALENCE -> -100;
            case VALENCE_CHANGE -> -200;
            default -> 0;
        };
    }

    /** The highest value there can be; infinite where there is no bound. */
    public double highest() {
        return switch (this) {
            case AHT, CALLS -> Double.POSITIVE_INFINITY;
            case FCR, ANGRY, ANGRY_MEASURED, VALENCE -> 100;
            case VALENCE_CHANGE -> 200;
        };
    }

    /** Whether a log can have it; the measured ones need joined recordings. */
    public boolean isIn(CallLog log) {
        return !isMeasured() || log.hasMeasured();
    }

    /** The measures that a log can have, in order. */
    public static List<Measure> in(CallLog log) {
        return Arrays.stream(values()).filter(measure -> measure.isIn(log)).toList();
    }

    /** How many of the calls that were summed up the figure rests on. */
    public int counted(CallTotals sums) {
        return switch (this) {
            case AHT, CALLS -> sums.calls();
            case FCR -> sums.judged();
            case ANGRY -> sums.labelled();
            case ANGRY_MEASURED, VALENCE -> sums.measured().calls();
            case VALENCE_CHANGE -> sums.measured().changing();
        };
    }

    /** {@code s}, {@code %}, {@code calls} or {@code points}. */
    public String unit() {
        return unit;
    }

    /** Whether a value above the threshold is the bad side. */
    public boolean higherIsWorse() {
        return higherIsWorse;
    }

    /** Whether the value is a share in percent, 0 to 100. */
    public boolean isRate() {
        return "%".equals(unit);
    }

    /** The threshold of the VolaPhone charts, 900 s or 75 %; none for the other measures. */
    public OptionalDouble referenceThreshold() {
        return optional(referenceThreshold);
    }

    /** The highest threshold the VolaPhone charts offered, 1800 s or 95 %. */
    public OptionalDouble referenceMaximum() {
        return optional(referenceMaximum);
    }

    /** Whether {@code value} lies on the bad side; a value at an upper threshold already does. */
    public boolean isBreach(double value, double threshold) {
        return higherIsWorse ? value >= threshold : value < threshold;
    }

    /** One sentence on why {@code threshold} cannot be used, or nothing when it can. */
    public Optional<String> thresholdProblem(double threshold) {
        if (isRate() && !(threshold >= 0 && threshold <= 100)) {
            return Optional.of(
                    "A threshold for %s lies between 0 and 100 %%, not at %s."
                            .formatted(key(), plain(threshold)));
        }
        if (isSigned() && !(threshold >= lowest() && threshold <= highest())) {
            return Optional.of(
                    "A threshold for %s lies between %s and %s points, not at %s."
                            .formatted(key(), plain(lowest()), plain(highest()), plain(threshold)));
        }
        if (!isRate() && !isSigned() && !(threshold > 0 && threshold <= 86_400)) {
            return Optional.of(
                    "A threshold for %s lies above 0 and at most at 86400 %s, not at %s."
                            .formatted(key(), unit, plain(threshold)));
        }
        return Optional.empty();
    }

    /** The value with its unit as people read it, such as {@code 683.6 s} or {@code 87.5 %}. */
    public String format(double value) {
        String number =
                this == CALLS
                        ? String.format(Locale.ROOT, "%.0f", value)
                        : String.format(Locale.ROOT, "%.1f", value);
        return number + " " + unit;
    }

    /** The measure with this {@link #key}. */
    public static Optional<Measure> ofKey(String key) {
        return Arrays.stream(values()).filter(m -> m.key().equals(key)).findFirst();
    }

    private static OptionalDouble optional(double value) {
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
