// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import io.tonalyst.kpi.CallLogException;
import io.tonalyst.kpi.CallLogImport;
import io.tonalyst.kpi.RejectedRows;
import io.tonalyst.kpi.jdbc.CallDatabase;
import io.tonalyst.kpi.source.Binding;
import io.tonalyst.kpi.source.CallLogImporter;
import io.tonalyst.kpi.source.ColumnMapping;
import io.tonalyst.kpi.source.LogOpener;
import io.tonalyst.kpi.source.MappingBinder;
import io.tonalyst.kpi.source.MappingGuess;
import io.tonalyst.kpi.source.MappingJson;
import io.tonalyst.kpi.source.MappingStore;
import io.tonalyst.kpi.source.ProblemsFile;
import io.tonalyst.kpi.table.DialectHints;
import io.tonalyst.kpi.table.TableSample;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import io.tonalyst.work.WholeFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tonalyst import}: what a call log holds, how it is read, and what is wrong with it. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description =
                "Reads a call log of any shape (CSV, TSV, gzip, XLSX) and tells what it holds, how"
                        + " its columns were understood, and which rows cannot be used and why."
                        + " Without --preset or --mapping, a known kind is recognised, or a"
                        + " mapping is proposed.")
final class ImportCommand implements Callable<Integer> {
    @Parameters(arity = "0..1", paramLabel = "FILE", description = "Call log.")
    private @Nullable Path file;

    @Mixin private DatabaseOptions database = new DatabaseOptions();

    @Option(
            names = "--preset",
            paramLabel = "NAME",
            description =
                    "Mapping of the program: volaphone, pwc, technion, scorecard, agent-days.")
    private @Nullable String preset;

    @Option(
            names = {"--mapping", "--log-mapping"},
            paramLabel = "NAME|FILE",
            description = "Saved mapping, or a file with one (docs/call-logs.md).")
    private @Nullable String mapping;

    @Mixin private DialectOptions dialect = new DialectOptions();

    @Option(
            names = "--preview",
            description = "Only look at samples: the dialect, the first rows, the mapping.")
    private boolean preview;

    @Option(
            names = "--problems",
            paramLabel = "CSV",
            description = "Write every row that cannot be used, with the reason.")
    private @Nullable Path problems;

    @Option(
            names = "--write-mapping",
            paramLabel = "JSON",
            description = "Write the mapping that was used or proposed, to be edited and used.")
    private @Nullable Path written;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws CallLogException, IOException {
        var logs = new CallLogs(spec);
        var store = MappingStore.ofUser();
        if (preset != null && mapping != null) {
            throw logs.usage("Give either --preset or --mapping, not both.");
        }
        Path source = source(logs);
        OutputFiles files = outputs();
        Optional<String> clash = files.clash(source);
        if (clash.isPresent()) {
            throw logs.usage(clash.get());
        }
        files.requireWritable();
        if (file == null) {
            return ofDatabase(store, logs, files);
        }
        Binding binding = bind(file, store, logs);
        if (written != null) {
            WholeFile.write(written, new MappingJson().write(binding.mapping()));
        }
        CallLogImport read = preview ? null : read(binding);
        tell(ImportDocument.of(binding, read, files.names()));
        return TonalystCommand.OK;
    }

    private void tell(ImportDocument document) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Json.write(out, document);
        } else {
            out.print(document.inWords());
            out.flush();
        }
    }

    private Path source(CallLogs logs) {
        if (file == null && !database.areUsed()) {
            throw logs.usage("Name the call log: a file, or a database by --jdbc and --table.");
        }
        Path source = database.source(file, logs);
        if (file != null) {
            logs.requireFile("the import", file);
        } else if (problems != null) {
            throw logs.usage("--problems: single rows stay in the database; their kinds are told.");
        }
        return source;
    }

    private int ofDatabase(MappingStore store, CallLogs logs, OutputFiles files)
            throws CallLogException, IOException {
        try (CallDatabase open = database.connect(logs)) {
            Binding binding = database.bind(open.sample(), named(store, logs));
            if (written != null) {
                WholeFile.write(written, new MappingJson().write(binding.mapping()));
            }
            CallLogImport read =
                    preview
                            ? null
                            : open.read(
                                    binding,
                                    CallDatabase.Extent.ALL,
                                    new CancelToken(),
                                    ProgressSink.NONE);
            tell(ImportDocument.of(binding, read, files.names()).ofDatabase(open.product()));
            return TonalystCommand.OK;
        }
    }

    private OutputFiles outputs() {
        var files = new OutputFiles();
        if (problems != null && !preview) {
            files.add("--problems", problems);
        }
        files.add("--write-mapping", written);
        return files;
    }

    private Binding bind(Path log, MappingStore store, CallLogs logs) throws CallLogException {
        var opener = new LogOpener(store);
        ColumnMapping named = named(store, logs);
        if (named != null) {
            DialectHints hints = dialect.over(named.table(), logs);
            return MappingBinder.bind(named, opener.sample(log, hints));
        }
        TableSample sample = opener.sample(log, dialect.over(DialectHints.NONE, logs));
        return opener.recognise(sample)
                .orElseGet(() -> MappingBinder.bind(MappingGuess.of(sample), sample));
    }

    private @Nullable ColumnMapping named(MappingStore store, CallLogs logs)
            throws CallLogException {
        if (preset != null) {
            String name = preset;
            return store.presets().stream()
                    .filter(m -> m.name().equalsIgnoreCase(name))
                    .findFirst()
                    .orElseThrow(
                            () ->
                                    logs.usage(
                                            "--preset is one of %s, not '%s'."
                                                    .formatted(
                                                            String.join(
                                                                    ", ",
                                                                    store.presets().stream()
                                                                            .map(
                                                                                    ColumnMapping
                                                                                            ::name)
                                                                            .toList()),
                                                            name)));
        }
        return mapping == null ? null : logs.mapping(mapping, store);
    }

    private CallLogImport read(Binding binding) throws CallLogException, IOException {
        if (problems == null || !binding.isReady()) {
            return CallLogImporter.read(
                    binding, RejectedRows.NONE, new CancelToken(), ProgressSink.NONE);
        }
        try (var kept = ProblemsFile.create(problems, binding.sample().columns())) {
            return CallLogImporter.read(binding, kept, new CancelToken(), ProgressSink.NONE);
        }
    }
}
