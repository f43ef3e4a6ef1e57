// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.explore;

import io.tonalyst.kpi.CallEmotion;
import io.tonalyst.kpi.CallLog;
import io.tonalyst.kpi.GroupSums;
import io.tonalyst.kpi.Recorded;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What groups of calls are compared by. */
public enum Figure {
    /** Number of calls. */
    CALLS("Calls", "calls", Kind.COUNT, "Number of calls handled."),
    /** Talk + hold + after-call work, as far as they are recorded; the mean is the AHT. */
    HANDLE(
            "Handle time",
            "s",
            Kind.DURATION,
            "Mean handle time = sum(talk + hold + after-call work, as far as recorded) / calls."),
    TALK("Talk time", "s", Kind.DURATION, "Mean talk time = sum(talk) / calls."),
    HOLD("Hold time", "s", Kind.DURATION, "Mean hold time = sum(hold) / calls that record it."),
    WORK(
            "After-call work",
            "s",
            Kind.DURATION,
            "Mean after-call work = sum(after-call work) / calls that record it."),
    WAIT(
            "Time in the queue",
            "s",
            Kind.DURATION,
            "Mean time in the queue = sum(queue time) / calls that record it."),
    RESOLUTION(
            "Resolution rate",
            "%",
            Kind.RATE,
            "Resolution rate (FCR proxy) = calls resolved / calls that say whether they were."),
    ANGRY(
            "Angry share",
            "%",
            Kind.RATE,
            "Angry share = calls labelled anger / calls with a label."),
    /** Anger in the recordings. */
    ANGRY_MEASURED(
            "Angry calls, measured",
            "%",
            Kind.RATE,
            "Angry calls = calls in whose recording anger prevails / calls with a measured"
                    + " emotion."),
    /** Positive minus negative emotion in the recordings. */
    VALENCE(
            "Valence, measured",
            "points",
            Kind.MEAN,
            "Mean valence = sum(100 * (share of happy - share of sad, angry, fear and disgust)) /"
                    + " calls with a measured emotion."),
    RATING("Customer's rating", "", Kind.MEAN, "Mean rating = sum(rating) / calls with a rating.");

    /** How a figure is made and shown. */
    public enum Kind {
        COUNT,
        /** A mean in seconds, which also has a distribution. */
        DURATION,
        /** A share in percent. */
        RATE,
        /** A mean in the log's own scale. */
        MEAN
    }

    /** Figures that have a distribution. */
    public static final List<Figure> DURATIONS = List.of(HANDLE, TALK, HOLD, WORK, WAIT);

    private final String title;
    private final String unit;
    private final Kind kind;
    private final String formula;

    Figure(String title, String unit, Kind kind, String formula) {
        this.title = title;
        this.unit = unit;
        this.kind = kind;
        this.formula = formula;
    }

    /** Name on the command line and in files, such as {@code talk}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Name on screen. */
    public String title() {
        return title;
    }

    /** Whether values may lie below 0. */
    public boolean isSigned() {
        return this == VALENCE;
    }

    /** {@code s}, {@code %}, {@code calls}, {@code points} or nothing. */
    public String unit() {
        return unit;
    }

    public Kind kind() {
        return kind;
    }

    /** How it is computed, one sentence. */
    public String formula() {
        return formula;
    }

    /** A value with its unit, such as {@code 849.3 s}. */
    public String format(double value) {
        String number =
                switch (kind) {
                    case COUNT -> String.format(Locale.ROOT, "%,.0f", value);
                    case MEAN -> String.format(Locale.ROOT, "%.2f", value);
                    default -> String.format(Locale.ROOT, "%,.1f", value);
                };
        return unit.isEmpty() || kind == Kind.COUNT ? number : number + " " + unit;
    }

    /** Whether the log can have it at all; it may still be missing in each of its calls. */
    public boolean isIn(CallLog log) {
        return switch (this) {
            case CALLS, HANDLE -> true;
            case TALK -> log.recorded().handle() != Recorded.Handle.WHOLE;
            case WAIT -> log.hasQueueTimes();
            case RATING -> log.hasRatings();
            case HOLD -> log.hasHold();
            case WORK -> log.recorded().handle().hasWork();
            case RESOLUTION -> log.recorded().resolution() != Recorded.Resolution.NONE;
            case ANGRY -> log.hasEmotionLabels();
            case ANGRY_MEASURED, VALENCE -> log.hasMeasured();
        };
    }

    /** What is added up for a row; NaN where the row does not record it. */
    double value(CallLog log, int row) {
        return switch (this) {
            case CALLS -> 1;
            case HANDLE ->
                    (double) log.talkSeconds(row)
                            + known(log.holdSeconds(row))
                            + known(log.acwSeconds(row));
            case TALK -> log.talkSeconds(row);
            case HOLD -> log.holdSeconds(row);
            case WORK -> log.acwSeconds(row);
            case WAIT -> log.queueSeconds(row);
            case RESOLUTION -> {
                int resolved = log.resolvedCalls(row);
                yield resolved < 0 ? Double.NaN : resolved / (double) log.count(row);
            }
            case ANGRY -> log.hasEmotionLabel(row) ? (log.isAngry(row) ? 1 : 0) : Double.NaN;
            case ANGRY_MEASURED -> {
                CallEmotion heard = log.measured(row);
                yield heard == null ? Double.NaN : heard.angry() ? 1 : 0;
            }
            case VALENCE -> {
                CallEmotion heard = log.measured(row);
                yield heard == null ? Double.NaN : heard.valence();
            }
            case RATING -> log.rating(row);
        };
    }

    /** What a group of calls adds; nothing where none of them records it. */
    GroupSums.Amount amount(GroupSums group, CallLog log, int row) {
        int calls = log.count(row);
        return switch (this) {
            case CALLS -> new GroupSums.Amount(calls, calls, calls);
            case HANDLE -> group.handle();
            case TALK -> group.talk();
            case HOLD -> group.hold();
            case WORK -> group.work();
            case WAIT -> group.queue();
            case RESOLUTION -> share(Math.max(0, log.resolvedCalls(row)), group.judged());
            case ANGRY -> share(group.angry(), group.labelled());
            case ANGRY_MEASURED, VALENCE -> GroupSums.Amount.NONE;
            case RATING -> group.rating();
        };
    }

    private static GroupSums.Amount share(int hits, int n) {
        return new GroupSums.Amount(n, hits, hits);
    }

    private static double known(float seconds) {
        return Float.isNaN(seconds) ? 0 : seconds;
    }

    /** The figure with this {@link #key}. */
    public static Optional<Figure> ofKey(String key) {
        return Arrays.stream(values()).filter(f -> f.key().equalsIgnoreCase(key)).findFirst();
    }
}
