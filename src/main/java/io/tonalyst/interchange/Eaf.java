// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.interchange;

import io.tonalyst.emotion.Emotion;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * ELAN's annotation format, EAF 3.0 (Max Planck Institute for Psycholinguistics, EAFv3.0.xsd): time
 * slots in whole milliseconds, tiers of alignable annotations, the emotions as a controlled
 * vocabulary.
 */
final class Eaf {
    private static final String VOCABULARY = "emotions";
    private static final String LANGUAGE = "und";

    private final AnalysedRecording recording;
    private final List<Tier> tiers;
    private final List<Long> slots = new ArrayList<>();
    private final XMLStreamWriter xml;
    private int depth;
    private int annotation;

    private Eaf(AnalysedRecording recording, XMLStreamWriter xml) {
        this.recording = recording;
        this.tiers = Tier.of(recording);
        this.xml = xml;
    }

    /**
     * The document.
     *
     * @param folder where it will lie, which the recording is named relative to
     * @param written when it is made
     */
    static String write(AnalysedRecording recording, Path folder, OffsetDateTime written) {
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            new Eaf(recording, xml).document(folder, written);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("XML could not be written to memory", e);
        }
        return text.toString();
    }

    private void document(Path folder, OffsetDateTime written) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        start("ANNOTATION_DOCUMENT");
        xml.writeAttribute("AUTHOR", "Tonalyst");
        xml.writeAttribute(
                "DATE",
                written.truncatedTo(ChronoUnit.SECONDS)
                        .format(DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx")));
        xml.writeAttribute("FORMAT", "3.0");
        xml.writeAttribute("VERSION", "3.0");
        xml.writeNamespace("xsi", "http://www.w3.org/2001/XMLSchema-instance");
        xml.writeAttribute(
                "xsi",
                "http://www.w3.org/2001/XMLSchema-instance",
                "noNamespaceSchemaLocation",
                "http://www.mpi.nl/tools/elan/EAFv3.0.xsd");
        header(folder);
        start("TIME_ORDER");
        for (Tier tier : tiers) {
            for (Tier.Interval interval : tier.intervals()) {
                slot(interval.start());
                slot(interval.end());
            }
        }
        end();
        int slot = 0;
        for (Tier tier : tiers) {
            slot = tier(tier, slot);
        }
        type("emotion", true);
        type("text", false);
        language();
        vocabulary();
        end();
        xml.writeCharacters("\n");
        xml.writeEndDocument();
    }

    private void header(Path folder) throws XMLStreamException {
        Path file = recording.file().toAbsolutePath().normalize();
        start("HEADER");
        xml.writeAttribute("MEDIA_FILE", "");
        xml.writeAttribute("TIME_UNITS", "milliseconds");
        empty(
                "MEDIA_DESCRIPTOR",
                Map.of(
                        "MEDIA_URL",
                        file.toUri().toString(),
                        "RELATIVE_MEDIA_URL",
                        MediaLink.relative(folder, file)
                                .map(link -> link.startsWith("../") ? link : "./" + link)
                                .orElse(file.toUri().toString()),
                        "MIME_TYPE",
                        mimeType(file)));
        start("PROPERTY");
        xml.writeAttribute("NAME", "lastUsedAnnotationId");
        xml.writeCharacters(
                String.valueOf(tiers.stream().mapToInt(t -> t.intervals().size()).sum()));
        endInline();
        end();
    }

    private void slot(double seconds) throws XMLStreamException {
        long milliseconds = Math.round(seconds * 1000);
        slots.add(milliseconds);
        empty(
                "TIME_SLOT",
                Map.of(
                        "TIME_SLOT_ID",
                        "ts" + slots.size(),
                        "TIME_VALUE",
                        String.valueOf(milliseconds)));
    }

    private int tier(Tier tier, int firstSlot) throws XMLStreamException {
        int slot = firstSlot;
        boolean emotions =
                tier.kind() == Tier.Kind.PREDICTION || tier.kind() == Tier.Kind.CORRECTION;
        start("TIER");
        xml.writeAttribute("LINGUISTIC_TYPE_REF", emotions ? "emotion" : "text");
        if (!recording.channelName(tier.channel()).isEmpty()) {
            xml.writeAttribute("PARTICIPANT", recording.channelName(tier.channel()));
        }
        xml.writeAttribute("TIER_ID", tier.name());
        for (Tier.Interval interval : tier.intervals()) {
            start("ANNOTATION");
            start("ALIGNABLE_ANNOTATION");
            xml.writeAttribute("ANNOTATION_ID", "a" + ++annotation);
            xml.writeAttribute("TIME_SLOT_REF1", "ts" + ++slot);
            xml.writeAttribute("TIME_SLOT_REF2", "ts" + ++slot);
            if (emotions) {
                xml.writeAttribute("CVE_REF", "cve_" + interval.text());
            }
            start("ANNOTATION_VALUE");
            xml.writeCharacters(PlainText.line(interval.text()));
            endInline();
            end();
            end();
        }
        end();
        return slot;
    }

    private void type(String id, boolean vocabulary) throws XMLStreamException {
        start("LINGUISTIC_TYPE");
        if (vocabulary) {
            xml.writeAttribute("CONTROLLED_VOCABULARY_REF", VOCABULARY);
        }
        xml.writeAttribute("GRAPHIC_REFERENCES", "false");
        xml.writeAttribute("LINGUISTIC_TYPE_ID", id);
        xml.writeAttribute("TIME_ALIGNABLE", "true");
        endInline();
    }

    private void language() throws XMLStreamException {
        empty(
                "LANGUAGE",
                Map.of(
                        "LANG_DEF",
                        "http://cdb.iso.org/lg/CDB-00130975-001",
                        "LANG_ID",
                        LANGUAGE,
                        "LANG_LABEL",
                        "undetermined (und)"));
    }

    private void vocabulary() throws XMLStreamException {
        start("CONTROLLED_VOCABULARY");
        xml.writeAttribute("CV_ID", VOCABULARY);
        start("DESCRIPTION");
        xml.writeAttribute("LANG_REF", LANGUAGE);
        xml.writeCharacters("Acted emotions");
        endInline();
        for (Emotion emotion : Emotion.ALL) {
            start("CV_ENTRY_ML");
            xml.writeAttribute("CVE_ID", "cve_" + emotion.key());
            start("CVE_VALUE");
            xml.writeAttribute("DESCRIPTION", emotion.title());
            xml.writeAttribute("LANG_REF", LANGUAGE);
            xml.writeCharacters(emotion.key());
            endInline();
            end();
        }
        end();
    }

    private static String mimeType(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "wav", "wave" -> "audio/x-wav";
            case "mp3" -> "audio/mpeg";
            case "mp4", "m4a", "mov" -> "video/mp4";
            default -> "audio/*";
        };
    }

    private void start(String element) throws XMLStreamException {
        indent();
        xml.writeStartElement(element);
        depth++;
    }

    private void end() throws XMLStreamException {
        depth--;
        indent();
        xml.writeEndElement();
    }

    /** Ends an element whose content stands on its own line. */
    private void endInline() throws XMLStreamException {
        depth--;
        xml.writeEndElement();
    }

    private void empty(String element, Map<String, String> attributes) throws XMLStreamException {
        indent();
        xml.writeEmptyElement(element);
        for (String name : attributes.keySet().stream().sorted().toList()) {
            xml.writeAttribute(name, PlainText.line(attributes.getOrDefault(name, "")));
        }
    }

    private void indent() throws XMLStreamException {
        xml.writeCharacters("\n" + "    ".repeat(depth));
    }
}
