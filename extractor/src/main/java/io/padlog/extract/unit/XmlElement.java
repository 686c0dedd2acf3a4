package io.padlog.extract.unit;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An element of an XML file.
 *
 * @param name without its namespace
 * @param attributes by lower-case name
 * @param children in order; filled while the file is read
 * @param text all text directly inside
 * @param line where its start tag ends, from 1
 */
record XmlElement(
        String name, Map<String, String> attributes, List<XmlElement> children, StringBuilder text, int line, int column) {
    /** Project files are flat; what nests deeper is no project, and must not decide how deep we recurse. */
    private static final int MAX_DEPTH = 64;

    private static final XMLInputFactory FACTORY = factory();

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        // A project is read, never trusted: no entity may fetch or multiply anything.
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    /** Reads a file, in the encoding that its first bytes tell.
     *  @return the root element
     *  @throws XMLStreamException if it is not well formed, with the place where known */
    static XmlElement read(Path file) throws IOException, XMLStreamException {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file))) {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(bytes);
            try {
                return read(reader);
            } finally {
                reader.close();
            }
        }
    }

    private static XmlElement read(XMLStreamReader reader) throws XMLStreamException {
        Deque<XmlElement> open = new ArrayDeque<>();
        XmlElement root = new XmlElement("", Map.of(), new ArrayList<>(), new StringBuilder(), 0, 0);
        open.push(root);
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (open.size() > MAX_DEPTH) {
                    throw new XMLStreamException("elements nest deeper than " + MAX_DEPTH, reader.getLocation());
                }
                XmlElement element = start(reader);
                open.element().children.add(element);
                open.push(element);
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                open.pop();
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                open.element().text.append(reader.getText());
            }
        }
        return root.children.get(0);
    }

    private static XmlElement start(XMLStreamReader reader) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i).toLowerCase(Locale.ROOT), reader.getAttributeValue(i));
        }
        return new XmlElement(reader.getLocalName(), attributes, new ArrayList<>(), new StringBuilder(),
                Math.max(0, reader.getLocation().getLineNumber()), Math.max(0, reader.getLocation().getColumnNumber()));
    }

    /** @param lowerName the attribute's name in lower case */
    Optional<String> attribute(String lowerName) {
        return Optional.ofNullable(attributes.get(lowerName));
    }

    boolean isNamed(String other) {
        return name.equalsIgnoreCase(other);
    }
}
