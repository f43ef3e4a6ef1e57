// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tonalyst.kpi.CallDimension;
import io.tonalyst.kpi.CallLog;
import io.tonalyst.kpi.CallLogImport;
import io.tonalyst.kpi.CallLogReader;
import io.tonalyst.kpi.Definition;
import io.tonalyst.kpi.KpiQuery;
import io.tonalyst.kpi.KpiSeries;
import io.tonalyst.kpi.Measure;
import io.tonalyst.kpi.RejectedRows;
import io.tonalyst.kpi.RowProblem;
import io.tonalyst.kpi.table.DialectHints;
import io.tonalyst.kpi.table.Xlsx;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each schema of the design, with its dialects, is recognised and read. */
class PresetImportTest {
    @TempDir Path folder;

    private LogOpener opener;

    @BeforeEach
    void makeOpener() {
        opener = new LogOpener(new MappingStore(folder.resolve("mappings"), new Presets()));
    }

    @Test
    void volaPhoneIsReadTheQuickWayWithItsTables() throws Exception {
        Files.writeString(
                folder.resolve("Wireless_Plans.csv"), "Plan_ID,Plan_Name\nP1,Talk 2 GB\n");
        String log =
                "Agent_ID,Call_Date,Talk_Time,After_Call_Work_Time,Queue_Time,Call_resolution_ID,"
                        + "Call_Type_ID,Plan_ID,Emotion\n"
                        + "32400,2017-01-05 00:00:00,100,20,5,Resolution1,Type20,P1,anger\n"
                        + "x,2017-01-05 00:00:00,100,20,5,Resolution1,Type20,P1,anger\n"
                        + "32400,2017-01-05 00:00:00,300,40,5,Resolution2,Type10,P2,neutral\n";
        Path file = write("vola.csv", log);
        Binding binding = opener.recognise(opener.sample(file, DialectHints.NONE)).orElseThrow();
        assertThat(binding.mapping().name()).isEqualTo("volaphone");
        assertThat(QuickForm.fits(binding)).isTrue();
        CallLogImport read = open(file);
        assertThat(read.log().title(CallDimension.PLAN, "P1")).isEqualTo("Talk 2 GB");
        assertThat(read.log().title(CallDimension.CALL_TYPE, "Type20"))
                .isEqualTo("Technical Support");
        assertThat(read.problemCounts()).isEqualTo(Map.of(RowProblem.Kind.AGENT, 1L));
        // The general way comes to the same calls and the same problems.
        Path commas = write("vola2.csv", log.replace("2017-01-05 00:00:00", "2017/1/5"));
        binding = opener.recognise(opener.sample(commas, DialectHints.NONE)).orElseThrow();
        assertThat(QuickForm.fits(binding)).isFalse();
        CallLogImport same = open(commas);
        assertThat(same.problems()).isEqualTo(read.problems());
        assertThat(series(same.log(), 32400, Measure.AHT, YearMonth.of(2017, 1)).points())
                .isEqualTo(series(read.log(), 32400, Measure.AHT, YearMonth.of(2017, 1)).points());
        assertThat(same.log().recorded()).isEqualTo(read.log().recorded());
        assertThat(CallLogReader.read(file, new CancelToken(), ProgressSink.NONE).log().size())
                .isEqualTo(2);
    }

    private static final String PWC_COLUMNS =
            "Call Id,Agent,Date,Time,Topic,Answered (Y/N),Resolved,Speed of answer in seconds,"
                    + "AvgTalkDuration,Satisfaction rating\n";

    @Test
    void pwcCountsCallsNobodyAnsweredApart() throws Exception {
        CallLogImport read =
                open(
                        write(
                                "pwc.csv",
                                PWC_COLUMNS
                                        + "ID0001,Diane,2021-01-01,09:12:58,Contract related,Y,Y,109,00:02:23,3\n"
                                        + "ID0002,Becky,2021-01-01,09:12:58,Technical Support,Y,N,70,00:04:02,3\n"
                                        + "ID0003,Stewart,2021-01-01,09:47:31,Contract related,N,N,,,\n"
                                        + "ID0001,Diane,2021-01-02,10:00:00,Streaming,Y,Y,1,00:01:00,4\n"));
        CallLog log = read.log();
        assertThat(log.size()).isEqualTo(2);
        assertThat(read.passedOver()).isEqualTo(Map.of("not answered", 1L));
        assertThat(read.problems().getFirst().sentence())
                .isEqualTo("Row 5: Call Id: the call ID0001 is there already.");
        assertThat(read.summary())
                .startsWith("2 calls read, 1 not answered, 1 row left out (1: the call is there");
        assertThat(log.codes(CallDimension.AGENT)).containsExactly("Becky", "Diane");
        int diane = log.agent("Diane").orElseThrow();
        assertThat(log.agents()).containsExactly(1, 2);
        KpiSeries aht = series(log, diane, Measure.AHT, YearMonth.of(2021, 1));
        assertThat(aht.total().value()).isEqualTo(143);
        assertThat(aht.title()).startsWith("Agent Diane, January 2021");
        assertThat(aht.formula()).contains("talk only");
        KpiSeries fcr =
                series(log, log.agent("Becky").orElseThrow(), Measure.FCR, YearMonth.of(2021, 1));
        assertThat(fcr.total().value()).isZero();
        assertThat(fcr.formula()).contains("marks as resolved");
        int row = log.calls(diane, YearMonth.of(2021, 1)).from();
        assertThat(log.date(row).atTime(log.time(row)))
                .isEqualTo(LocalDateTime.of(2021, 1, 1, 9, 12, 58));
        assertThat(log.rating(row)).isEqualTo(3);
        assertThat(log.queueSeconds(row)).isEqualTo(109);
    }

    @Test
    void pwcWithSemicolonsDayFractionsAndClockDurationsIsTheSame() throws Exception {
        CallLogImport read =
                open(
                        write(
                                "pwc2.csv",
                                PWC_COLUMNS.replace(',', ';')
                                        + "ID0001;Diane;01.01.2021;0.38400462962963;Contract related;Y;Y;109;12:02:23 AM;3\n"
                                        + "ID0002;Becky;31.01.2021;0.38400462962963;Contract related;Y;N;70;12:04:02 AM;3\n"));
        CallLog log = read.log();
        int row = log.calls(log.agent("Diane").orElseThrow(), YearMonth.of(2021, 1)).from();
        assertThat(log.talkSeconds(row)).isEqualTo(143);
        assertThat(log.date(row).atTime(log.time(row)))
                .isEqualTo(LocalDateTime.of(2021, 1, 1, 9, 12, 58));
        assertThat(log.size()).isEqualTo(2);
    }

    @Test
    void pwcAsAWorkbookIsTheSame() throws Exception {
        String[] columns = PWC_COLUMNS.strip().split(",");
        var rows = new StringBuilder(Xlsx.textRow(1, columns));
        rows.append(
                "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>ID0001</t></is></c>"
                        + "<c r=\"B2\" t=\"inlineStr\"><is><t>Diane</t></is></c>"
                        + "<c r=\"C2\" s=\"1\"><v>44197</v></c><c r=\"D2\" s=\"2\"><v>0.38400462962963</v></c>"
                        + "<c r=\"E2\" t=\"inlineStr\"><is><t>Topic</t></is></c>"
                        + "<c r=\"F2\" t=\"inlineStr\"><is><t>Y</t></is></c>"
                        + "<c r=\"G2\" t=\"inlineStr\"><is><t>Y</t></is></c><c r=\"H2\"><v>109</v></c>"
                        + "<c r=\"I2\" s=\"2\"><v>1.65509259259259E-3</v></c></row>");
        rows.append(Xlsx.textRow(3, "ID0002", "Joe", "2021-01-02", "10:00:00", "Topic", "N", "N"));
        CallLogImport read =
                open(new Xlsx().rows(rows.toString()).write(folder.resolve("pwc.xlsx")));
        assertThat(read.problems()).isEmpty();
        assertThat(read.passedOver()).isEqualTo(Map.of("not answered", 1L));
        CallLog log = read.log();
        assertThat(log.talkSeconds(0)).isEqualTo(143);
        assertThat(log.date(0).atTime(log.time(0)))
                .isEqualTo(LocalDateTime.of(2021, 1, 1, 9, 12, 58));
        assertThat(log.rating(0)).isNaN();
    }

    @Test
    void technionSkipsPhantomsAndHangUps() throws Exception {
        CallLogImport read =
                open(
                        write(
                                "january.txt",
                                "vru+line\tcall_id\tcustomer_id\tpriority\ttype\tdate\tvru_entry\tvru_exit\t"
                                        + "vru_time\tq_start\tq_exit\tq_time\toutcome\tser_start\tser_exit\tser_time\tserver\tstartdate\n"
                                        + "AA0101\t33116\t9664491\t2\tPS\t990101\t0:00:31\t0:00:36\t5\t0:00:36\t0:03:09\t153\tHANG\t0:00:00\t0:00:00\t0\tNO_SERVER\t0\n"
                                        + "AA0101\t33117\t0\t0\tPS\t990101\t0:34:12\t0:34:23\t11\t0:00:00\t0:00:00\t0\tPHANTOM\t0:00:00\t0:00:00\t0\tNO_SERVER\t0\n"
                                        + "AA0101\t33118\t27997683\t2\tPS\t990101\t6:55:20\t6:55:26\t6\t6:55:26\t6:55:43\t17\tAGENT\t6:55:43\t6:56:37\t54\tMICHAL\t0\n"
                                        + "AA0101\t33118\t0\t2\tNE\t990131\t7:55:20\t6:55:26\t6\t6:55:26\t6:55:43\t17\tAGENT\t6:55:43\t6:56:37\t66\tBASCH\t0\n"));
        assertThat(read.passedOver()).isEqualTo(Map.of("marked PHANTOM", 1L, "not answered", 1L));
        CallLog log = read.log();
        assertThat(log.size()).isEqualTo(2);
        assertThat(log.codes(CallDimension.AGENT)).containsExactly("BASCH", "MICHAL");
        int michal = log.calls(log.agent("MICHAL").orElseThrow(), YearMonth.of(1999, 1)).from();
        assertThat(log.customer(michal)).isEqualTo(1);
        assertThat(log.talkSeconds(michal)).isEqualTo(54);
        assertThat(log.date(michal).atTime(log.time(michal)))
                .isEqualTo(LocalDateTime.of(1999, 1, 1, 6, 55, 20));
        int basch = log.calls(log.agent("BASCH").orElseThrow(), YearMonth.of(1999, 1)).from();
        assertThat(log.customer(basch)).as("0 is unknown").isZero();
        assertThat(series(log, log.agent(michal), Measure.FCR, YearMonth.of(1999, 1)).points())
                .as("an outcome that does not tell of resolution gives no rate")
                .isEmpty();
    }

    @Test
    void scorecardsHaveHandleTimesOnly() throws Exception {
        CallLogImport read =
                open(
                        write(
                                "scores.csv",
                                "call_id,call_date,agent_id,agent_name,team,call_type,call_outcome,aht_seconds,csat_score,fcr,attendance\n"
                                        + "1,1/2/2023,A07,Ann Ek,North,Billing,Done,300,4.5,Yes,Present\n"
                                        + "2,1/3/2023,A07,Ann Ek,North,Billing,Done,500,,No,Present\n"
                                        + "3,1/3/2023,A12,Bo Li,South,Sales,Done,-5,3,No,Present\n"
                                        + "4,1/3/2023,A12,Bo Li,South,Sales,Done,250,good,,Present\n"));
        CallLog log = read.log();
        assertThat(log.size()).isEqualTo(3);
        assertThat(read.problems())
                .extracting(RowProblem::sentence)
                .containsExactly(
                        "Row 4: aht_seconds: a duration from 0 to 24 hours is expected as seconds"
                                + " (143), not \"-5\".");
        assertThat(read.remarks()).contains("1 ratings are no numbers and were left out.");
        int ann = log.agent("A07").orElseThrow();
        assertThat(log.agentTitle(ann)).isEqualTo("Ann Ek");
        assertThat(log.codes(CallDimension.TEAM)).containsExactly("North", "South");
        KpiSeries aht = series(log, ann, Measure.AHT, YearMonth.of(2023, 1));
        assertThat(aht.total().value()).isEqualTo(400);
        assertThat(aht.points()).hasSize(2);
        assertThat(aht.formula()).contains("handle time as the log has it");
        assertThat(series(log, ann, Measure.FCR, YearMonth.of(2023, 1)).total().value())
                .isEqualTo(50);
        int bo = log.agent("A12").orElseThrow();
        assertThat(series(log, bo, Measure.FCR, YearMonth.of(2023, 1)).points())
                .as("a call without the mark tells nothing")
                .isEmpty();
    }

    @Test
    void daysOfAgentsAreWeightedByTheirCalls() throws Exception {
        CallLogImport read =
                open(
                        write(
                                "days.csv",
                                "date,agent_id,calls_handled,avg_handle_time,fcr_rate\n"
                                        + "2023-01-02,7,10,300,0.8\n2023-01-03,7,30,500,70%\n"
                                        + "2023-01-04,7,0,,\n2023-01-02,8,x,300,0.5\n"));
        CallLog log = read.log();
        KpiSeries aht = series(log, 7, Measure.AHT, YearMonth.of(2023, 1));
        assertThat(aht.total().value()).isCloseTo((10 * 300 + 30 * 500) / 40.0, within(1e-9));
        assertThat(aht.totals().calls()).isEqualTo(40);
        assertThat(aht.total().hasBand()).isFalse();
        assertThat(aht.notes().getFirst()).contains("weighted by their calls");
        assertThat(series(log, 7, Measure.FCR, YearMonth.of(2023, 1)).total().value())
                .isCloseTo(100.0 * (8 + 21) / 40, within(1e-9));
        assertThat(series(log, 7, Measure.CALLS, YearMonth.of(2023, 1)).total().value())
                .isEqualTo(40);
        assertThat(read.passedOver()).isEqualTo(Map.of("without calls", 1L));
        assertThat(read.problemCounts()).isEqualTo(Map.of(RowProblem.Kind.NUMBER, 1L));
        assertThat(read.summary()).startsWith("2 rows of several calls read");
    }

    @Test
    void anUnknownTableIsToldOfWithItsColumns() throws Exception {
        Path file = write("other.csv", "who,when,long\nAnn,2021-01-31,5\n");
        assertThatThrownBy(() -> open(file))
                .isInstanceOf(UnknownLogException.class)
                .hasMessageContaining("its columns are who, when, long")
                .hasMessageEndingWith(".");
        CallLogImport read =
                opener.open(
                        file,
                        ColumnMapping.empty("mine")
                                .with(CallField.AGENT, FieldRule.of("Who"))
                                .with(CallField.START, FieldRule.of("WHEN"))
                                .with(CallField.TALK, FieldRule.of("long").withStyle("min")),
                        RejectedRows.NONE,
                        new CancelToken(),
                        ProgressSink.NONE);
        assertThat(read.log().talkSeconds(0)).isEqualTo(300);
    }

    @Test
    void datesWhoseOrderCannotBeToldAreNotGuessed() throws Exception {
        Path file = write("pwc3.csv", PWC_COLUMNS + "1,Di,3/4/2021,09:00,T,Y,Y,1,00:01:00,3\n");
        Binding open = opener.bind(file, new Presets().ofName("pwc").orElseThrow());
        assertThat(open.isReady()).isFalse();
        assertThat(open.blocking())
                .isEqualTo(
                        "Dates such as \"3/4/2021\" can be read with the day or the month first:"
                                + " choose one.");
        assertThatThrownBy(() -> open(file)).isInstanceOf(UnknownLogException.class);
        ColumnMapping settled =
                open.mapping().with(CallField.START, FieldRule.of("Date").withStyle("mdy"));
        assertThat(MappingBinder.bind(settled, open.sample()).isReady()).isTrue();
    }

    @Test
    void whatAMappingLacksIsSaid() throws Exception {
        Path file = write("x.csv", "agent,day\nA,2021-01-31\n");
        Binding binding =
                opener.bind(
                        file, ColumnMapping.empty("m").with(CallField.START, FieldRule.of("date")));
        assertThat(binding.blocking())
                .isEqualTo(
                        "There is no column \"date\". Choose the column with the agent. Choose the"
                                + " column with the talk time or the handle time.");
        assertThat(binding.isReady()).isFalse();
    }

    private static KpiSeries series(CallLog log, int agent, Measure measure, YearMonth month) {
        return KpiSeries.of(log, new KpiQuery(agent, month, measure, Definition.STANDARD));
    }

    private Path write(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text);
    }

    private CallLogImport open(Path file) throws Exception {
        return opener.open(file, new CancelToken(), ProgressSink.NONE);
    }
}
