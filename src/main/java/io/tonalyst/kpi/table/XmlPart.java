// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.table;

import java.io.Closeable;
import java.io.IOException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** A part of a workbook as a stream of elements; no DTD and nothing from outside is read. */
final class XmlPart implements Closeable {
    private final BoundedStream in;
    private final XMLStreamReader xml;

    XmlPart(BoundedStream in) throws XMLStreamException {
        this.in = in;
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        this.xml = factory.createXMLStreamReader(in);
    }

    /** Goes to the next start of an element; false at the end. */
    boolean nextStart() throws XMLStreamException, IOException {
        int event;
        while ((event = next()) != XMLStreamConstants.END_DOCUMENT) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
        }
        return false;
    }

    /** Goes on by one event and tells which; {@link XMLStreamConstants#END_DOCUMENT} at the end. */
    int next() throws XMLStreamException, IOException {
        try {
            return xml.hasNext() ? xml.next() : XMLStreamConstants.END_DOCUMENT;
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof IOException unreadable) {
                throw unreadable;
            }
            throw e;
        }
    }

    /** Name of the element without its prefix. */
    String name() {
        return xml.getLocalName();
    }

    /** An attribute of no namespace; empty when it is missing. */
    String attribute(String name) {
        String value = xml.getAttributeValue("", name);
        return value == null ? "" : value;
    }

    /** The attribute that names a related part, {@code r:id}; empty when it is missing. */
    String relation() {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String space = xml.getAttributeNamespace(i);
            if (xml.getAttributeLocalName(i).equals("id") && space != null && !space.isEmpty()) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    /** The characters of the present event. */
    void appendTo(StringBuilder text, int limit) {
        int room = Math.min(limit - text.length(), xml.getTextLength());
        if (room > 0) {
            text.append(xml.getTextCharacters(), xml.getTextStart(), room);
        }
    }

    double progress() {
        return in.progress();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
