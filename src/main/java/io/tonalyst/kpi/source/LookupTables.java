// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.source;

import io.tonalyst.kpi.CallDimension;
import io.tonalyst.kpi.CallLogException;
import io.tonalyst.kpi.table.TableException;
import io.tonalyst.kpi.table.TableFile;
import io.tonalyst.kpi.table.TableRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tables of a mapping, read. */
final class LookupTables {
    /** So many codes a table may explain. */
    private static final int MAX_CODES = 1_000_000;

    private final List<Filled> filled = new ArrayList<>();
    private final Map<CallDimension, Map<String, String>> titles =
            new EnumMap<>(CallDimension.class);
    private final List<String> remarks = new ArrayList<>();

    /**
     * A field that is filled by the code of another.
     *
     * @param values by code
     */
    record Filled(CallField of, CallField gives, Map<String, String> values) {}

    /**
     * Reads the tables.
     *
     * @param folder of the call log, where relative paths start
     * @throws CallLogException if one that is not optional is missing, or cannot be read
     */
    static LookupTables read(List<Lookup> lookups, Path folder) throws CallLogException {
        var tables = new LookupTables();
        for (Lookup lookup : lookups) {
            Path file = folder.resolve(lookup.file());
            if (Files.isRegularFile(file)) {
                tables.add(lookup, values(file, lookup));
            } else if (!lookup.optional()) {
                throw new CallLogException(
                        "The lookup table %s for the %s is missing."
                                .formatted(file, lookup.of().key()));
            }
        }
        return tables;
    }

    private void add(Lookup lookup, Map<String, String> values) {
        CallDimension dimension = lookup.of().dimension();
        if (lookup.isTitle() && dimension != null) {
            titles.computeIfAbsent(dimension, key -> new HashMap<>()).putAll(values);
        } else {
            filled.add(new Filled(lookup.of(), lookup.gives(), values));
        }
        remarks.add(
                "%s gives %s for %,d codes of %s."
                        .formatted(
                                lookup.file(),
                                lookup.gives() == lookup.of() ? "words" : lookup.gives().key(),
                                values.size(),
                                lookup.of().key()));
    }

    private static Map<String, String> values(Path file, Lookup lookup) throws CallLogException {
        try (var table = TableFile.open(file)) {
            table.header().require(file.toString(), List.of(lookup.key(), lookup.value()));
            int key = table.header().field(lookup.key());
            int value = table.header().field(lookup.value());
            Map<String, String> values = new HashMap<>();
            TableRows rows = table.rows();
            TableRows.Outcome outcome;
            while ((outcome = rows.next()) != TableRows.Outcome.END) {
                if (outcome == TableRows.Outcome.ROW && rows.fields() > Math.max(key, value)) {
                    String code = rows.text(key).strip();
                    if (!code.isEmpty()) {
                        values.putIfAbsent(code, rows.text(value).strip());
                    }
                }
                if (values.size() > MAX_CODES) {
                    throw new CallLogException(
                            "The lookup table %s explains more than %,d codes."
                                    .formatted(file, MAX_CODES));
                }
            }
            return values;
        } catch (TableException e) {
            throw CallLogException.of(e);
        } catch (IOException e) {
            throw CallLogException.of(TableException.of(file.toString(), e));
        }
    }

    /** Fields that are filled by the codes of others. */
    List<Filled> filled() {
        return filled;
    }

    /** Words for codes, by dimension. */
    Map<CallDimension, Map<String, String>> titles() {
        return titles;
    }

    /** What was joined, in sentences. */
    List<String> remarks() {
        return remarks;
    }
}
