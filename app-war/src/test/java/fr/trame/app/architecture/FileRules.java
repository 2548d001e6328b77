package fr.trame.app.architecture;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Rules about files that are not classes. Each takes a file's name and text and gives its complaints. */
final class FileRules {

    static final int LINES_OF_A_CLASS = 250;
    static final int LINES_OF_A_PAGE = 120;

    private static final Pattern HANDLER = Pattern.compile("on[a-z]+");

    private FileRules() {}

    /** Because a reader holds a page of code in mind, not five. */
    static List<String> tooLong(String name, String text) {
        var limit = name.endsWith(".xhtml") ? LINES_OF_A_PAGE : LINES_OF_A_CLASS;
        var lines = text.lines().count();
        return lines <= limit ? List.of() : List.of(name + " has " + lines + " lines, " + limit + " are allowed");
    }

    /**
     * Because text that is not escaped can be a script of somebody else, and a page with scripts and styles in its
     * attributes forces a content security policy that lets such a script run.
     */
    static List<String> unsafe(String name, String page) {
        var complaints = new ArrayList<String>();
        try {
            var reader = reader(page);
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                    attributes(reader).forEach(each -> complaints.add(name + ": " + each));
                }
            }
        } catch (XMLStreamException broken) {
            complaints.add(name + " is not well-formed: " + broken.getMessage());
        }
        return complaints;
    }

    /** Because EclipseLink's shared cache hands one tenant's row to another, behind row-level security's back. */
    static List<String> sharedCache(String name, String persistence) {
        var none = Pattern.compile("<shared-cache-mode>\\s*NONE\\s*</shared-cache-mode>");
        var units = Pattern.compile("<persistence-unit[\\s>]")
                .matcher(persistence)
                .results()
                .count();
        var found = none.matcher(persistence.replaceAll("(?s)<!--.*?-->", ""))
                .results()
                .count();
        var overridden = persistence.contains("eclipselink.cache.shared") || persistence.contains("javax.persistence");
        return units > 0 && found == units && !overridden
                ? List.of()
                : List.of(name + ": each persistence unit must have <shared-cache-mode>NONE</shared-cache-mode>");
    }

    private static List<String> attributes(XMLStreamReader element) {
        var complaints = new ArrayList<String>();
        for (var i = 0; i < element.getAttributeCount(); i++) {
            var attribute = element.getAttributeLocalName(i);
            var unescaped =
                    attribute.equals("escape") && !element.getAttributeValue(i).equals("true");
            if (unescaped
                    || attribute.equals("style")
                    || HANDLER.matcher(attribute).matches()) {
                complaints.add("<" + element.getLocalName() + " " + attribute + "=\"" + element.getAttributeValue(i)
                        + "\"> in line " + element.getLocation().getLineNumber());
            }
        }
        return complaints;
    }

    private static XMLStreamReader reader(String page) throws XMLStreamException {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        return factory.createXMLStreamReader(new StringReader(page));
    }
}
