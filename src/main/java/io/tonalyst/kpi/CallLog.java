// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Calls in columns of primitive arrays, sorted by month, then agent, and within both in the order
 * of the file. Immutable, safe between threads. Rows are numbered from 0; durations are in seconds,
 * NaN where the log does not record them.
 */
public final class CallLog {
    private final CallColumns columns;
    private final CallIndex index;
    private final Agents agents;
    private final CodeTitles titles;

    private CallLog(CallColumns columns, CallIndex index, Agents agents, CodeTitles titles) {
        this.columns = columns;
        this.index = index;
        this.agents = agents;
        this.titles = titles;
    }

    /** Sorts and indexes columns; takes them over. */
    static CallLog of(CallColumns unsorted, Agents agents, CodeTitles titles) {
        int size = unsorted.size();
        int[] order = CallIndex.order(unsorted.agents().values(), unsorted.days().values(), size);
        unsorted.reorder(order);
        return new CallLog(
                unsorted,
                CallIndex.of(unsorted.agents().values(), unsorted.days().values(), size),
                agents,
                titles);
    }

    /** The same calls with words for their codes; words that are already known stay. */
    public CallLog withTitles(Map<CallDimension, Map<String, String>> more) {
        var all = new EnumMap<CallDimension, Map<String, String>>(CallDimension.class);
        all.putAll(titles.titles());
        more.forEach(
                (dimension, words) -> {
                    var both = new HashMap<>(words);
                    both.putAll(titles.titles().getOrDefault(dimension, Map.of()));
                    all.put(dimension, both);
                });
        return new CallLog(columns, index, agents, new CodeTitles(all));
    }

    /**
     * The same calls with the recordings that belong to them, in place of those joined before; what
     * was measured becomes {@link CallDimension#MEASURED}. Imported labels stay as they are.
     *
     * @param byRow recordings by row, at most one each
     */
    public CallLog withRecordings(Map<Integer, CallRecording> byRow) {
        return new CallLog(columns.with(byRow), index, agents, titles);
    }

    /** Number of rows: of calls, unless the log is {@link Recorded#summed}. */
    public int size() {
        return columns.size();
    }

    /** Whether rows are groups of calls, of which sums are known and not the calls. */
    public boolean isGrouped() {
        return columns.extra().groups() != null;
    }

    /** The sums over the calls of a row; null where rows are calls. */
    public @Nullable GroupSums groupSums(int row) {
        GroupColumns groups = columns.extra().groups();
        return groups == null ? null : groups.get(row);
    }

    /** Number of calls, also in a log whose rows stand for several. */
    public long callCount() {
        IntColumn counts = columns.extra().counts();
        return counts == null
                ? size()
                : IntStream.range(0, size()).mapToLong(row -> counts.get(row)).sum();
    }

    /** What the log records. */
    public Recorded recorded() {
        return columns.recorded();
    }

    /** The agents as numbers, ascending; a copy. */
    public int[] agents() {
        return index.agents();
    }

    public boolean hasAgent(int agent) {
        return index.hasAgent(agent);
    }

    /** The number of an agent with calls, by its number or name as the log has it. */
    public OptionalInt agent(String text) {
        OptionalInt found = agents.find(text.strip());
        return found.isPresent() && hasAgent(found.getAsInt()) ? found : OptionalInt.empty();
    }

    /** The agent as the log has it: a number or a name. */
    public String agentCode(int agent) {
        return agents.text(agent);
    }

    /** The agent in words where the log or a lookup table has them, else as {@link #agentCode}. */
    public String agentTitle(int agent) {
        return titles.of(CallDimension.AGENT, agents.text(agent));
    }

    /** The codes that occur in a dimension, sorted, without the empty one. */
    public List<String> codes(CallDimension dimension) {
        if (dimension == CallDimension.AGENT) {
            return IntStream.of(index.agents()).mapToObj(agents::text).toList();
        }
        List<String> names = columns.names(dimension).names();
        return names.subList(1, names.size()).stream().sorted().toList();
    }

    /** A code in words where they are known, else the code. */
    public String title(CallDimension dimension, String code) {
        return titles.of(dimension, code);
    }

    /** The code of a call in a dimension; empty when it is not recorded. */
    public String code(CallDimension dimension, int row) {
        return dimension == CallDimension.AGENT
                ? agents.text(agent(row))
                : columns.names(dimension).name(row);
    }

    /** The months with calls, ascending. */
    public List<YearMonth> months() {
        return index.months();
    }

    /** The months in which {@code agent} has calls, ascending; empty for an unknown agent. */
    public List<YearMonth> months(int agent) {
        return index.months().stream().filter(m -> !index.range(agent, m).isEmpty()).toList();
    }

    /** The agents with calls in {@code month}, ascending. */
    public int[] agents(YearMonth month) {
        return index.agentsIn(month);
    }

    /** The calls of one agent in one month; empty when there are none. */
    public RowRange calls(int agent, YearMonth month) {
        return index.range(agent, month);
    }

    /** The rows of one agent's calls of one day, in the order of the file. */
    public int[] callsOn(int agent, LocalDate date) {
        RowRange range = calls(agent, YearMonth.from(date));
        int day = (int) date.toEpochDay();
        return IntStream.range(range.from(), range.to())
                .filter(row -> columns.days().get(row) == day)
                .toArray();
    }

    public int agent(int row) {
        return columns.agents().get(row);
    }

    /** Days since 1970-01-01. */
    public int epochDay(int row) {
        return columns.days().get(row);
    }

    public LocalDate date(int row) {
        return LocalDate.ofEpochDay(columns.days().get(row));
    }

    /** Time of day; midnight in logs that record the date alone. */
    public LocalTime time(int row) {
        return LocalTime.ofSecondOfDay(columns.seconds().get(row));
    }

    /** Talk time; the whole handle time in a log that has no parts of it. */
    public float talkSeconds(int row) {
        return columns.talk().get(row);
    }

    /** After-call work. */
    public float acwSeconds(int row) {
        FloatColumn acw = columns.acw();
        return acw == null ? Float.NaN : acw.get(row);
    }

    public float queueSeconds(int row) {
        return columns.queue().get(row);
    }

    public float holdSeconds(int row) {
        FloatColumn hold = columns.hold();
        return hold == null ? Float.NaN : hold.get(row);
    }

    /** How many calls the row stands for; 1 unless the log is {@link Recorded#summed}. */
    public int count(int row) {
        IntColumn counts = columns.extra().counts();
        return counts == null ? 1 : counts.get(row);
    }

    /** The customer's rating in the log's own scale; NaN when there is none. */
    public float rating(int row) {
        FloatColumn ratings = columns.extra().ratings();
        return ratings == null ? Float.NaN : ratings.get(row);
    }

    /** Whether the log has ratings. */
    public boolean hasRatings() {
        return columns.extra().ratings() != null;
    }

    /** Whether any call records how long the caller waited. */
    public boolean hasQueueTimes() {
        return IntStream.range(0, size()).anyMatch(row -> !Float.isNaN(queueSeconds(row)));
    }

    /** Who called, as a number from 1 that means nothing else; 0 when it is not known. */
    public int customer(int row) {
        IntColumn customers = columns.extra().customers();
        return customers == null ? 0 : customers.get(row);
    }

    /** Where the recording of the call lies, as the log has it; empty when it does not. */
    public String recording(int row) {
        List<String> recordings = columns.extra().recordings();
        return recordings == null ? "" : recordings.get(row);
    }

    /** The recording that was joined to a call. */
    public Optional<CallRecording> joined(int row) {
        RecordedCalls recordings = columns.recordings();
        return recordings == null ? Optional.empty() : Optional.ofNullable(recordings.of(row));
    }

    /** Whether recordings were joined to any calls. */
    public boolean hasJoined() {
        RecordedCalls recordings = columns.recordings();
        return recordings != null && recordings.size() > 0;
    }

    /** Whether an emotion was measured in the recording of any call. */
    public boolean hasMeasured() {
        RecordedCalls recordings = columns.recordings();
        return recordings != null && recordings.emotions().hasNames();
    }

    /** What was measured in the recording of a call; null without one or without speech in it. */
    public @Nullable CallEmotion measured(int row) {
        RecordedCalls recordings = columns.recordings();
        return recordings == null ? null : recordings.emotion(row);
    }

    /** Whether an emotion label was imported with the call. */
    public boolean hasEmotionLabel(int row) {
        return !columns.emotions().isEmpty(row);
    }

    /** How many of the row's calls were resolved; -1 when it is not known. */
    public int resolvedCalls(int row) {
        IntColumn marks = columns.extra().resolved();
        if (marks != null) {
            return marks.get(row);
        }
        boolean told =
                columns.recorded().resolution() == Recorded.Resolution.OUTCOME
                        && !columns.outcomes().isEmpty(row);
        if (!told) {
            return -1;
        }
        return columns.outcomes().matches(row) ? count(row) : 0;
    }

    /** Whether the imported label is anger. */
    public boolean isAngry(int row) {
        return columns.emotions().matches(row);
    }

    /** Whether the log records hold time. */
    public boolean hasHold() {
        return columns.recorded().handle().hasHold();
    }

    /** Whether any call has an imported emotion label. */
    public boolean hasEmotionLabels() {
        GroupColumns groups = columns.extra().groups();
        return columns.emotions().hasNames()
                || (groups != null
                        && IntStream.range(0, size()).anyMatch(row -> groups.labelled(row) > 0));
    }

    /** The sums over the calls of a range. */
    public CallTotals totals(RowRange range) {
        var sums = new CallSums();
        for (int row = range.from(); row < range.to(); row++) {
            sums.add(this, row);
        }
        return sums.totals();
    }

    /** The sums over the calls of a range that a filter lets count. */
    public CallTotals totals(RowRange range, CallFilter filter) {
        return filter.isEmpty() ? totals(range) : totals(range, test(filter));
    }

    CallTotals totals(RowRange range, CallTest test) {
        var sums = new CallSums();
        for (int row = range.from(); row < range.to(); row++) {
            if (test.accepts(row)) {
                sums.add(this, row);
            }
        }
        return sums.totals();
    }

    CallTest test(CallFilter filter) {
        return CallTest.of(filter, columns, agents);
    }

    /** A pass over the calls of one agent after another. */
    DayPass dayPass(CallFilter filter) {
        return new DayPass(this, columns, index, test(filter));
    }

    /** A test whether a row's calls count; quick, made once for many rows. */
    public IntPredicate accepting(CallFilter filter) {
        return filter.isEmpty() ? row -> true : test(filter)::accepts;
    }

    /**
     * The code of each row in a dimension as a small number, for adding up by it.
     *
     * @return numbers from 0 to the size of {@link #groupCodes}; call from one thread
     */
    public IntUnaryOperator groups(CallDimension dimension) {
        if (dimension != CallDimension.AGENT) {
            return columns.names(dimension)::codeOf;
        }
        int[] all = index.agents();
        int[] last = {-1, 0};
        // Neighbouring rows mostly have the same agent.
        return row -> {
            int number = columns.agents().get(row);
            if (number != last[0] || last[1] < 0) {
                last[0] = number;
                last[1] = Arrays.binarySearch(all, number);
            }
            return last[1];
        };
    }

    /** The codes that {@link #groups} numbers; the empty one where a dimension has it. */
    public List<String> groupCodes(CallDimension dimension) {
        return dimension == CallDimension.AGENT
                ? codes(dimension)
                : List.copyOf(columns.names(dimension).names());
    }

    /** All rows. */
    public RowRange all() {
        return new RowRange(0, size());
    }
}
