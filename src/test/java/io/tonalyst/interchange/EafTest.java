// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class EafTest {
    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-03-01T12:00:00.5+01:00");

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void isValidAgainstTheSchema(boolean hostile) throws Exception {
        var recording = hostile ? Calls.hostile() : Calls.reviewed();

        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(EafTest.class.getResource("/interchange/eaf-3.0-subset.xsd"))
                .newValidator()
                .validate(
                        new StreamSource(
                                new StringReader(Eaf.write(recording, Path.of("out"), NOW))));
    }

    @Test
    void holdsWhatTheTiersHold() throws Exception {
        Document document = parse(Eaf.write(Calls.reviewed(), Path.of("calls"), NOW));

        Map<String, Long> slots = new HashMap<>();
        for (Element slot : all(document.getDocumentElement(), "TIME_SLOT")) {
            slots.put(
                    slot.getAttribute("TIME_SLOT_ID"),
                    Long.parseLong(slot.getAttribute("TIME_VALUE")));
        }
        List<String> found = new ArrayList<>();
        for (Element tier : all(document.getDocumentElement(), "TIER")) {
            for (Element a : all(tier, "ALIGNABLE_ANNOTATION")) {
                found.add(
                        tier.getAttribute("TIER_ID")
                                + " "
                                + slots.get(a.getAttribute("TIME_SLOT_REF1"))
                                + "-"
                                + slots.get(a.getAttribute("TIME_SLOT_REF2"))
                                + " "
                                + a.getTextContent().strip());
            }
        }
        assertThat(found)
                .contains(
                        "ch1 prediction 500-2250 angry",
                        "ch1 correction 2900-4000 fear",
                        "ch1 comment 500-2250 loud: \"really\"",
                        "ch2 correction 1250-5000 sad")
                .hasSize(12);
        Element media = all(document.getDocumentElement(), "MEDIA_DESCRIPTOR").getFirst();
        assertThat(media.getAttribute("RELATIVE_MEDIA_URL")).isEqualTo("./a%20call.wav");
        assertThat(media.getAttribute("MEDIA_URL")).startsWith("file:/").endsWith("a%20call.wav");
    }

    private static List<Element> all(Element parent, String name) {
        List<Element> elements = new ArrayList<>();
        var nodes = parent.getElementsByTagName(name);
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static Document parse(String xml) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)));
    }
}
