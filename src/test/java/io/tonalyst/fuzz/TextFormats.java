// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.fuzz;

import io.tonalyst.corpus.CorpusScanner;
import io.tonalyst.emotion.Emotion;
import io.tonalyst.emotion.dl4j.Dl4jEmotionModel;
import io.tonalyst.fuzz.Format.Read;
import io.tonalyst.interchange.AnalysisFormat;
import io.tonalyst.interchange.Calls;
import io.tonalyst.interchange.LabelImport;
import io.tonalyst.kpi.KpiSeriesReader;
import io.tonalyst.kpi.Measure;
import io.tonalyst.kpi.RejectedRows;
import io.tonalyst.kpi.source.LogOpener;
import io.tonalyst.kpi.source.MappingGuess;
import io.tonalyst.kpi.source.MappingStore;
import io.tonalyst.kpi.source.Presets;
import io.tonalyst.kpi.source.UnknownLogException;
import io.tonalyst.kpi.table.DialectHints;
import io.tonalyst.kpi.table.TableSample;
import io.tonalyst.kpi.table.Xlsx;
import io.tonalyst.review.Annotation;
import io.tonalyst.review.Annotation.Predicted;
import io.tonalyst.review.Review;
import io.tonalyst.session.SessionDocument;
import io.tonalyst.session.SessionDocument.Entry;
import io.tonalyst.session.SessionDocument.Stretch;
import io.tonalyst.session.SessionDocument.View;
import io.tonalyst.session.SessionFile;
import io.tonalyst.ui.models.ModelPages;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** Everything read that is no sound: sessions, labels, call logs, mappings, models. */
final class TextFormats {
    private static final String LOG =
            """
            Agent_ID,Call_Date,Talk_Time,After_Call_Work_Time,Queue_Time,Call_resolution_ID,Call_Type_ID,Plan_ID,Emotion
            """;

    private final Path folder;
    private final LogOpener opener;
    private final MappingStore mappings;

    /**
     * @param folder for files that are made on the way
     */
    TextFormats(Path folder) {
        this.folder = folder;
        this.mappings = new MappingStore(folder.resolve("mappings"), new Presets());
        this.opener = new LogOpener(mappings);
    }

    /** The formats that are read without a network. */
    List<Format> all() throws Exception {
        List<Format> formats = new ArrayList<>();
        formats.add(session());
        formats.add(labels("TextGrid", AnalysisFormat.TEXTGRID));
        formats.add(
                labels("TextGrid UTF-16", AnalysisFormat.TEXTGRID)
                        .named("TextGrid UTF-16", TextFormats::utf16));
        formats.add(labels("Audacity labels", AnalysisFormat.AUDACITY));
        Format csv = Format.text("call log", ".csv", bytes(log()), this::readLog);
        formats.add(csv);
        formats.add(
                Format.text(
                        "call log TSV", ".tsv", bytes(log().replace(',', '\t')), this::readLog));
        formats.add(
                Format.text("call log of another kind", ".csv", bytes(OTHER_LOG), this::readLog));
        formats.add(csv.wrapped("call log, in gzip", ".csv.gz", TextFormats::gzip));
        formats.add(Format.sound("call log gzip", ".csv.gz", gzip(csv.seed()), this::readLog));
        formats.addAll(workbooks());
        formats.add(
                Format.text(
                        "days",
                        ".csv",
                        bytes(
                                """
                                date,calls,resolved_by_agent,mean_talk_time_s
                                2017-01-02,12,9,310.5
                                2017-01-03,8,8,298
                                2017-02-28,31,20,401.25
                                """),
                        file -> {
                            KpiSeriesReader.read(file, Measure.AHT);
                            return Read.FINE;
                        }));
        for (String preset : List.of("pwc", "scorecard", "volaphone", "technion")) {
            formats.add(
                    Format.text(
                            "mapping " + preset,
                            ".json",
                            resource("/io/tonalyst/kpi/source/" + preset + ".json"),
                            file -> {
                                mappings.read(file);
                                return Read.FINE;
                            }));
        }
        formats.add(
                Format.text(
                        "labels to train on",
                        ".csv",
                        bytes(
                                """
                                path,label,speaker,start,end,channel,predicted,confidence
                                seed-pcm_s16le.wav,angry,ann,0.050,0.250,0,sad,0.6500
                                seed-pcm_mulaw.wav,calm,,0.300,0.525,,,
                                "seed-flac.flac",happy,bob,0.1,0.2,1,angry,0.5
                                """),
                        file -> {
                            new CorpusScanner().scan(List.of(file));
                            return Read.FINE;
                        }));
        return formats;
    }

    private static final String OTHER_LOG =
            """
            Call Id,Agent,Date,Time,Topic,Answered (Y/N),Resolved,Speed of answer in seconds,AvgTalkDuration,Satisfaction rating
            ID0001,Diane,2021-01-01,09:12:58,Contract related,Y,Y,109,00:02:23,3
            ID0002,Becky,2021-01-01,09:12:58,"Technical, Support",Y,N,70,00:04:02,3
            ID0003,Stewart,2021-01-01,09:47:31,Contract related,N,N,,,
            ID0004,Diane,2021-01-02,10:00:00,Streaming,Y,Y,1,00:01:00,4
            """;

    private static String log() {
        var text = new StringBuilder(LOG);
        for (int i = 0; i < 60; i++) {
            text.append(
                    "%d,2017-01-%02d %02d:15:00,%d,%d,%d,Resolution%d,Type10,Plan30,anger%n"
                            .formatted(
                                    32_400 + i % 4,
                                    1 + i % 28,
                                    8 + i % 10,
                                    100 + 7 * i,
                                    30 + i,
                                    i % 50,
                                    1 + i % 2));
        }
        return text.toString();
    }

    private Read readLog(Path file) throws Exception {
        try {
            opener.open(file, new CancelToken(), ProgressSink.NONE);
        } catch (UnknownLogException e) {
            // As the import wizard goes on: what the columns seem to mean.
            TableSample sample = opener.sample(file, DialectHints.NONE);
            opener.open(
                    file,
                    MappingGuess.of(sample),
                    RejectedRows.NONE,
                    new CancelToken(),
                    ProgressSink.NONE);
        }
        return Read.FINE;
    }

    private List<Format> workbooks() throws IOException {
        var rows = new StringBuilder();
        List<String> lines = OTHER_LOG.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            rows.append(Xlsx.textRow(i + 1, lines.get(i).replace("\"", "").split(",")));
        }
        String strings =
                "<sst><si><t>Diane</t></si><si><r><t>Be</t></r><r><t>cky</t></r></si></sst>";
        Format whole =
                Format.sound("workbook", ".xlsx", book("", new byte[0], rows), this::readLog);
        List<Format> formats = new ArrayList<>(List.of(whole));
        formats.add(part("xl/worksheets/sheet1.xml", rows, sheet(rows)));
        formats.add(part("xl/sharedStrings.xml", rows, strings));
        formats.add(
                part(
                        "xl/workbook.xml",
                        rows,
                        """
                        <?xml version="1.0" encoding="UTF-8"?>
                        <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
                        xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
                        <workbookPr date1904="0"/>
                        <sheets><sheet name="Calls" sheetId="1" r:id="rId1"/></sheets></workbook>
                        """));
        return formats;
    }

    private Format part(String part, CharSequence rows, String content) {
        return new Format(
                "workbook, " + part,
                ".xlsx",
                bytes(content),
                mutated -> book(part, mutated, rows),
                true,
                (to, name, file) -> Files.write(to.resolve(name), file),
                this::readLog);
    }

    private byte[] book(String part, byte[] content, CharSequence rows) throws IOException {
        var book = new Xlsx().rows(rows.toString());
        if (!part.isEmpty()) {
            book.put(part, new String(content, StandardCharsets.ISO_8859_1));
        }
        return Files.readAllBytes(book.write(folder.resolve("book.xlsx")));
    }

    private static String sheet(CharSequence rows) {
        return "<worksheet><sheetData>" + rows + "</sheetData></worksheet>";
    }

    private Format session() throws Exception {
        Path file = folder.resolve("seed.tonalyst");
        Path call = folder.resolve("calls/a.wav");
        Review said =
                new Review(
                        List.of(
                                new Annotation(
                                        1,
                                        0.123456,
                                        2,
                                        Optional.of(Emotion.FEAR),
                                        "two\nlines \"and\" <more>",
                                        Optional.of(new Predicted(0.5, 2, Emotion.SAD, 0.75))),
                                new Annotation(
                                        0, 3, 4, Optional.empty(), "cough", Optional.empty())),
                        "ask for it again");
        var view = new View(0.5, 8, 1.25, Optional.of(new Stretch(1, 2)));
        SessionFile.write(
                file,
                new SessionDocument(
                        List.of(
                                new Entry(call, true, said, Optional.of(view)),
                                new Entry(
                                        Path.of("/elsewhere/b.wav"),
                                        false,
                                        Review.NONE,
                                        Optional.empty())),
                        Optional.of(call),
                        "{agent}_{date:yyyyMMdd}",
                        List.of(folder.resolve("calls"))));
        return Format.text(
                "session",
                ".tonalyst",
                Files.readAllBytes(file),
                f -> {
                    SessionFile.read(f);
                    return Read.FINE;
                });
    }

    private Format labels(String name, AnalysisFormat format) throws Exception {
        Path file = folder.resolve("seed" + format.ending());
        format.write(
                Calls.reviewed(),
                () -> {
                    throw new IllegalStateException("labels have no pictures");
                },
                file);
        return Format.text(
                name,
                format.ending(),
                Files.readAllBytes(file),
                f -> {
                    LabelImport.read(f, Calls.TIMELINE, Review.NONE);
                    return Read.FINE;
                });
    }

    /** The files of a model folder: damaged as they lie, and with the hash of what is there. */
    List<Format> models(Path shipped) throws IOException {
        var model = new GoodModel(shipped, folder.resolve("model"));
        List<Format> formats = new ArrayList<>();
        formats.add(
                Format.text("model manifest", ".json", model.good("model.json"), TextFormats::load)
                        .placed((to, name, bytes) -> model.with("model.json", bytes)));
        formats.add(
                Format.sound("network", ".fb", model.good("network-0.fb"), TextFormats::load)
                        .placed((to, name, bytes) -> model.with("network-0.fb", bytes)));
        formats.add(
                Format.sound(
                                "network with its hash",
                                ".fb",
                                model.good("network-0.fb"),
                                TextFormats::load)
                        .placed((to, name, bytes) -> model.withHashed("network-0.fb", bytes)));
        for (String file :
                List.of(
                        "run-log.jsonl",
                        "data.json",
                        "history.json",
                        "evaluation/clip.json",
                        "evaluation/robustness.json",
                        "MODEL-CARD.md")) {
            formats.add(
                    Format.text(
                                    "model page, " + file,
                                    file.substring(file.lastIndexOf('.')),
                                    model.good(file),
                                    f -> {
                                        ModelPages.read(f);
                                        return Read.FINE;
                                    })
                            .placed((to, name, bytes) -> model.with(file, bytes)));
        }
        return formats;
    }

    private static Read load(Path model) throws Exception {
        Dl4jEmotionModel.load(model);
        return Read.FINE;
    }

    private static byte[] utf16(byte[] utf8) {
        return ("\uFEFF" + new String(utf8, StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_16BE);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] resource(String path) throws IOException {
        try (var in = TextFormats.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IOException("no resource " + path);
            }
            return in.readAllBytes();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
