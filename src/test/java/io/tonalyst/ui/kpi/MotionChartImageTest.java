// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tonalyst.kpi.Definition;
import io.tonalyst.kpi.KpiQuery;
import io.tonalyst.kpi.KpiSeries;
import io.tonalyst.kpi.Measure;
import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MotionChartImageTest {
    @TempDir Path folder;

    @Test
    void writesTheWholeMonthWithoutAWindow() throws Exception {
        Path file = folder.resolve("chart.png");
        MotionChartImage.write(series(), 75, file);
        var picture = ImageIO.read(file.toFile());
        assertThat(picture.getWidth()).isEqualTo(1280);
        assertThat(picture.getHeight()).isEqualTo(720);
        assertThat(picture.getRGB(1, 1)).as("light background").isEqualTo(0xFFFFFFFF);
    }

    @Test
    void aFolderThatIsMissingIsOneSentence() throws Exception {
        KpiSeries series = series();
        Path file = folder.resolve("missing").resolve("chart.png");
        assertThatThrownBy(() -> MotionChartImage.write(series, 75, file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("missing")
                .hasMessageEndingWith(".");
    }

    private KpiSeries series() throws Exception {
        var query = new KpiQuery(32400, YearMonth.of(2017, 1), Measure.FCR, Definition.STANDARD);
        return KpiSeries.of(SampleLog.read(folder).log(), query);
    }
}
