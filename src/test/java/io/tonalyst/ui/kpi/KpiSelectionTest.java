// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.tonalyst.kpi.CallLog;
import io.tonalyst.kpi.Definition;
import io.tonalyst.kpi.KpiQuery;
import io.tonalyst.kpi.Measure;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KpiSelectionTest {
    private static final YearMonth JANUARY = YearMonth.of(2017, 1);

    @TempDir static Path folder;
    private static CallLog log;

    private final AtomicInteger changes = new AtomicInteger();
    private final KpiSelection selection = new KpiSelection(changes::incrementAndGet);

    @BeforeAll
    static void readLog() throws Exception {
        log = SampleLog.read(folder).log();
    }

    @BeforeEach
    void offer() {
        selection.offer(log);
        changes.set(0);
    }

    @Test
    void asksForNothingBeforeALogIsOpen() {
        var fresh = new KpiSelection(() -> {});
        assertThat(fresh.query()).isEmpty();
    }

    @Test
    void startsWithTheFirstAgentAndMonthAndTheRealHandleTime() {
        assertThat(selection.query())
                .contains(new KpiQuery(14270, JANUARY, Measure.AHT, Definition.STANDARD));
        assertThat(selection.wantedThreshold()).as("the peers' median").isNaN();
        assertThat(selection.agents()).containsExactly(14270, 32400);
        assertThat(selection.months()).containsExactly(JANUARY, JANUARY.plusMonths(1));
    }

    @Test
    void aChangeIsToldOnceWhenEverythingFitsTogether() {
        selection.stepAgent(1);
        assertThat(changes).hasValue(1);
        assertThat(selection.agentProperty().get()).isEqualTo(32400);
        assertThat(selection.monthProperty().get()).isEqualTo(JANUARY);
    }

    @Test
    void stepsStayAtTheEnds() {
        selection.stepAgent(-1);
        selection.stepMonth(-1);
        assertThat(selection.agentProperty().get()).isEqualTo(14270);
        assertThat(selection.monthProperty().get()).isEqualTo(JANUARY);
        selection.stepMonth(1);
        selection.stepMonth(1);
        assertThat(selection.monthProperty().get()).isEqualTo(JANUARY.plusMonths(1));
        for (int i = 0; i < 20; i++) {
            selection.stepSpeed(1);
        }
        assertThat(selection.speedProperty().get()).isEqualTo(8);
    }

    @Test
    void anotherAgentKeepsTheMonthItAlsoHas() {
        selection.stepMonth(1);
        selection.stepAgent(1);
        assertThat(selection.monthProperty().get()).isEqualTo(JANUARY.plusMonths(1));
    }

    @Test
    void eachMeasureKeepsItsOwnThreshold() {
        selection.enterThreshold("1,200");
        assertThat(selection.thresholdProperty().get()).isEqualTo(1200);
        selection.measureProperty().set(Measure.FCR);
        assertThat(selection.thresholdProperty().get()).isEqualTo(75);
        selection.measureProperty().set(Measure.AHT);
        assertThat(selection.thresholdProperty().get()).isEqualTo(1200);
    }

    @Test
    void theVolaPhoneReferenceHasItsOwnThreshold() {
        selection.enterThreshold("1100");
        selection.definitionProperty().set(Definition.VOLAPHONE);
        assertThat(selection.wantedThreshold()).isEqualTo(900);
        selection.definitionProperty().set(Definition.STANDARD);
        assertThat(selection.wantedThreshold()).isEqualTo(1100);
    }

    @Test
    void aThresholdThatIsNoneIsExplainedAndNotTaken() {
        selection.enterThreshold("900");
        changes.set(0);
        for (String typed : new String[] {"", "many", "-5", "0", "NaN", "1e99"}) {
            selection.enterThreshold(typed);
            assertThat(selection.thresholdProperty().get()).as(typed).isEqualTo(900);
            assertThat(selection.thresholdProblemProperty().get()).as(typed).endsWith(".");
        }
        assertThat(changes).hasValue(0);
        selection.enterThreshold("900");
        assertThat(selection.thresholdProblemProperty().get()).isEmpty();
    }
}
