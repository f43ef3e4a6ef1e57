// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.source;

import io.tonalyst.kpi.CallLogException;
import io.tonalyst.kpi.CallLogImport;
import io.tonalyst.kpi.RejectedRows;
import io.tonalyst.kpi.table.DialectHints;
import io.tonalyst.kpi.table.TableException;
import io.tonalyst.kpi.table.TableSample;
import io.tonalyst.kpi.table.TableSampler;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Opens call logs by what they look like: with a saved mapping or one of the program. */
public final class LogOpener {
    private final MappingStore mappings;

    public LogOpener(MappingStore mappings) {
        this.mappings = mappings;
    }

    /**
     * Takes samples of a file.
     *
     * @throws CallLogException if it cannot be read or is no table
     */
    public TableSample sample(Path file, DialectHints hints) throws CallLogException {
        try {
            return TableSampler.sample(file, hints);
        } catch (TableException e) {
            throw CallLogException.of(e);
        }
    }

    /**
     * The mapping that fits a file: of those whose columns are all there and leave nothing open,
     * the one that uses most columns, a saved one before one of the program.
     */
    public Optional<Binding> recognise(TableSample sample) {
        Binding best = null;
        for (ColumnMapping mapping : mappings.all()) {
            Binding binding = MappingBinder.bind(mapping, sample);
            boolean more = best == null || binding.fields().size() > best.fields().size();
            if (binding.isReady() && more) {
                best = binding;
            }
        }
        return Optional.ofNullable(best);
    }

    /**
     * Reads a file that is recognised.
     *
     * @throws UnknownLogException if it is a table, but none that is known
     * @throws CallLogException if it cannot be read
     */
    public CallLogImport open(Path file, CancelToken cancel, ProgressSink progress)
            throws CallLogException, UnknownLogException {
        TableSample sample = sample(file, DialectHints.NONE);
        Optional<Binding> known = recognise(sample);
        if (known.isEmpty()) {
            throw new UnknownLogException(sample);
        }
        return CallLogImporter.read(known.get(), RejectedRows.NONE, cancel, progress);
    }

    /**
     * Reads a file with a mapping, or recognises it.
     *
     * @param mapping null to recognise the file
     * @throws UnknownLogException if it is a table, but none that is known
     * @throws CallLogException if it cannot be read, or not with that mapping
     */
    public CallLogImport open(
            Path file, @Nullable ColumnMapping mapping, CancelToken cancel, ProgressSink progress)
            throws CallLogException, UnknownLogException {
        return mapping == null
                ? open(file, cancel, progress)
                : open(file, mapping, RejectedRows.NONE, cancel, progress);
    }

    /**
     * Reads a file with a mapping.
     *
     * @throws CallLogException if it cannot be read, or not with that mapping
     */
    public CallLogImport open(
            Path file,
            ColumnMapping mapping,
            RejectedRows rejected,
            CancelToken cancel,
            ProgressSink progress)
            throws CallLogException {
        return CallLogImporter.read(bind(file, mapping), rejected, cancel, progress);
    }

    /** Puts a mapping onto a file. */
    public Binding bind(Path file, ColumnMapping mapping) throws CallLogException {
        return MappingBinder.bind(mapping, sample(file, mapping.table()));
    }
}
