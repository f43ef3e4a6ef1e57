// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi.wizard;

import io.tonalyst.kpi.source.Binding;
import io.tonalyst.kpi.source.CallField;
import io.tonalyst.kpi.source.ColumnMapping;
import io.tonalyst.kpi.source.FieldSamples;
import io.tonalyst.kpi.source.MappingBinder;
import io.tonalyst.kpi.table.TableSample;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A mapping on a file, with how the samples of each field are read.
 *
 * @param samples of the fields whose columns were found
 */
public record Proposal(Binding binding, Map<CallField, FieldSamples> samples) {
    /** Binds a mapping and reads the samples. */
    static Proposal of(ColumnMapping mapping, TableSample sample) {
        Binding binding = MappingBinder.bind(mapping, sample);
        var samples = new EnumMap<CallField, FieldSamples>(CallField.class);
        binding.fields()
                .forEach((field, bound) -> samples.put(field, FieldSamples.of(binding, bound)));
        return new Proposal(binding, Collections.unmodifiableMap(samples));
    }

    public ColumnMapping mapping() {
        return binding.mapping();
    }

    /** The values of a field's column in the samples, each once, the commonest first. */
    List<String> values(CallField field, int limit) {
        var bound = binding.bound(field);
        if (bound == null) {
            return List.of();
        }
        var counts = new HashMap<String, Integer>();
        binding.sample().values(bound.column()).forEach(v -> counts.merge(v, 1, Integer::sum));
        return counts.entrySet().stream()
                .sorted(
                        Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                                .thenComparing(Map.Entry.comparingByKey()))
                .limit(limit)
                .map(Map.Entry::getKey)
                .toList();
    }
}
