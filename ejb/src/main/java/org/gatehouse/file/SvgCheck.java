package org.gatehouse.file;

import java.io.ByteArrayInputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Looks for everything in an SVG picture that could run script, ask for something else, or blow up: such a picture is refused rather than
 * repaired. It is also served so that nothing in it would run, but people copy files.
 */
final class SvgCheck {

    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final Set<String> REFUSED = Set.of("script", "foreignobject", "iframe", "embed", "object", "handler", "listener", "audio",
            "video", "set", "animate", "animatetransform", "animatemotion");
    private static final int DEEPEST = 100;
    private static final int MOST_ELEMENTS = 20_000;

    private SvgCheck() {
    }

    /** What speaks against the picture, in a sentence; empty when nothing does. */
    static Optional<String> objection(byte[] bytes) {
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(new ByteArrayInputStream(bytes));
            try {
                return objection(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException broken) {
            return Optional.of("This is not a well-formed SVG picture.");
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        return factory;
    }

    private static Optional<String> objection(XMLStreamReader reader) throws XMLStreamException {
        int depth = 0;
        int elements = 0;
        while (reader.hasNext()) {
            int part = reader.next();
            if (part == XMLStreamConstants.DTD || part == XMLStreamConstants.ENTITY_REFERENCE || part == XMLStreamConstants.PROCESSING_INSTRUCTION) {
                return Optional.of("An SVG picture must not have a document type, entities or processing instructions.");
            }
            if (part == XMLStreamConstants.START_ELEMENT) {
                if (++depth > DEEPEST || ++elements > MOST_ELEMENTS) {
                    return Optional.of("The picture is too complicated.");
                }
                Optional<String> objection = elements == 1 && !isSvg(reader) ? Optional.of("This is not an SVG picture.") : objectionToElement(reader);
                if (objection.isPresent()) {
                    return objection;
                }
            } else if (part == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
        return Optional.empty();
    }

    private static boolean isSvg(XMLStreamReader reader) {
        return reader.getLocalName().equals("svg") && SVG.equals(reader.getNamespaceURI());
    }

    private static Optional<String> objectionToElement(XMLStreamReader reader) {
        String name = reader.getLocalName().toLowerCase(Locale.ROOT);
        if (REFUSED.contains(name) || "http://www.w3.org/1999/xhtml".equals(reader.getNamespaceURI())) {
            return Optional.of("An SVG picture must not contain '" + name + "'.");
        }
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String attribute = reader.getAttributeLocalName(i).toLowerCase(Locale.ROOT);
            String value = reader.getAttributeValue(i).strip().toLowerCase(Locale.ROOT);
            if (attribute.startsWith("on") || value.contains("javascript:")) {
                return Optional.of("An SVG picture must not contain script.");
            }
            boolean link = attribute.equals("href") || attribute.equals("src");
            if (link && !value.startsWith("#") && !value.startsWith("data:image/png") && !value.startsWith("data:image/jpeg")) {
                return Optional.of("An SVG picture must not refer to anything else.");
            }
        }
        return Optional.empty();
    }
}
