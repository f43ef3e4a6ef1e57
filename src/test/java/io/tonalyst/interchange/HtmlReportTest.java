// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.tonalyst.emotion.Emotion;
import io.tonalyst.signal.Signal;
import io.tonalyst.time.SampleRate;
import io.tonalyst.ui.Palette;
import io.tonalyst.work.CancelToken;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HtmlReportTest {
    private static final ReportPictures PICTURES = pictures();

    @Test
    void holdsAllItShowsAndRefersOnlyToTheRecording() {
        String html = HtmlReport.write(Calls.reviewed(), PICTURES, Path.of("calls"));

        assertThat(Pattern.compile("(?:src|href)=\"([^\"]{0,60})").matcher(html).results())
                .extracting(m -> m.group(1))
                .allMatch(
                        link -> link.startsWith("data:image/png") || link.equals("./a%20call.wav"))
                .contains("./a%20call.wav");
        assertThat(html).contains("First anger at 0:00.5").contains("data-from=\"2.900\"");
        assertThat(html).contains("fear by a person · calm by the model, 31 %");
    }

    @Test
    void nothingEmbeddedIsMarkup() {
        String html = HtmlReport.write(Calls.hostile(), PICTURES, Path.of("out"));

        assertThat(html).doesNotContain("<script>alert").doesNotContain("<b>");
        assertThat(html).contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;");
        assertThat(html).contains("../calls/=1+1%20%3Cb%3E&amp;%22&#39;%23%3F%25.wav");
        assertThat(Pattern.compile("<script").matcher(html).results()).hasSize(1);
    }

    @Test
    void thePolicyAllowsExactlyTheScriptOfThePage() throws Exception {
        String html = HtmlReport.write(Calls.reviewed(), PICTURES, Path.of("calls"));

        Matcher script = Pattern.compile("(?s)<script>(.*)</script>").matcher(html);
        assertThat(script.find()).isTrue();
        String hash =
                Base64.getEncoder()
                        .encodeToString(
                                MessageDigest.getInstance("SHA-256")
                                        .digest(script.group(1).getBytes("UTF-8")));
        assertThat(html).contains("script-src 'sha256-" + hash + "'");
    }

    @Test
    void emotionsHaveTheColoursOfTheWindow() {
        for (Emotion emotion : Emotion.ALL) {
            assertThat(Palette.of(emotion).toString())
                    .startsWith("0x" + EmotionColours.of(emotion).substring(1));
        }
    }

    @Test
    void clocksCountHours() {
        assertThat(HtmlReport.clock(3723.44, 1)).isEqualTo("1:02:03.4");
        assertThat(HtmlReport.clock(59.97, 1)).isEqualTo("1:00.0");
        assertThat(HtmlReport.clock(5, 0)).isEqualTo("0:05");
    }

    private static ReportPictures pictures() {
        float[] tone = new float[8000];
        for (int i = 0; i < tone.length; i++) {
            tone[i] = (float) Math.sin(2 * Math.PI * 440 * i / 8000);
        }
        return ReportPictures.of(
                new Signal(new SampleRate(8000), tone, tone.clone()), new CancelToken());
    }
}
