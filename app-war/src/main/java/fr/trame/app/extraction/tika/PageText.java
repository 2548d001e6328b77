package fr.trame.app.extraction.tika;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Gathers text page by page out of Tika's XHTML. A page of a PDF, a sheet of a workbook and a slide are a page; what
 * stands before the first belongs to it, what stands after the last (the fields of a form) to the last. White space is
 * squeezed: a space between words, a line end between blocks.
 */
final class PageText extends DefaultHandler {

    private static final List<String> PAGES = List.of("page", "sheet", "slide-content");
    private static final List<String> INLINE = List.of("a", "b", "i", "u", "s", "span", "em", "strong", "sub", "sup");

    private static final int TOLD_LENGTH = 300;

    private final List<String> pages = new ArrayList<>();
    private final BitSet recognised = new BitSet();
    private final Map<String, String> told = new HashMap<>();
    private final StringBuilder page = new StringBuilder();
    private final int mostPages;
    private final long mostChars;
    private final int mostRecognised;
    private long chars;
    private boolean begun;
    private boolean inBody;
    private boolean understood = true;
    private char gap;

    PageText(int mostPages, long mostChars) {
        this(mostPages, mostChars, 0);
    }

    /** @param mostRecognised how many pages may be recognised before it is enough */
    PageText(int mostPages, long mostChars, int mostRecognised) {
        this.mostPages = mostPages;
        this.mostChars = mostChars;
        this.mostRecognised = mostRecognised;
    }

    @Override
    public void startElement(String uri, String local, String name, Attributes attributes) throws SAXException {
        if (name.equals("meta")) {
            tell(String.valueOf(attributes.getValue("name")), String.valueOf(attributes.getValue("content")));
        }
        inBody |= name.equals("body");
        if (name.equals("div") && PAGES.contains(String.valueOf(attributes.getValue("class")))) {
            beginPage();
        }
        if (name.equals("div") && "ocr".equals(attributes.getValue("class"))) {
            recognised.set(pages.size());
        }
        separate(name);
    }

    @Override
    public void endElement(String uri, String local, String name) {
        separate(name);
    }

    @Override
    public void characters(char[] text, int start, int length) throws SAXException {
        for (int at = start; inBody && at < start + length; at++) {
            char next = text[at];
            if (Character.isWhitespace(next) || next == '\u00a0') {
                gap = gap == '\n' || next == '\n' ? '\n' : ' ';
            } else {
                append(next);
            }
        }
    }

    private void tell(String name, String content) {
        if (name.equals("X-TIKA:Parsed-By")) {
            understood &= !content.endsWith(".EmptyParser");
        } else if (name.startsWith("dc")) {
            told.putIfAbsent(name, content.substring(0, Math.min(content.length(), TOLD_LENGTH)));
        }
    }

    private void append(char next) throws SAXException {
        boolean gapped = gap != 0 && page.length() > 0;
        // A character of two halves is not cut in two.
        int more = (gapped ? 1 : 0) + (Character.isHighSurrogate(next) ? 2 : 1);
        if (chars + more > mostChars && !Character.isLowSurrogate(next)) {
            throw new Enough();
        }
        if (gapped) {
            page.append(gap);
            chars++;
        }
        gap = 0;
        page.append(next);
        chars++;
    }

    private void separate(String element) {
        if (element.equals("td") || element.equals("th")) {
            gap = gap == 0 ? ' ' : gap;
        } else if (!INLINE.contains(element)) {
            gap = '\n';
        }
    }

    private void beginPage() throws SAXException {
        if (begun) {
            boolean full = mostRecognised > 0 && recognised.cardinality() == mostRecognised;
            if (full || pages.size() + 1 == mostPages) {
                throw new Enough();
            }
            endPage();
        }
        begun = true;
    }

    private void endPage() {
        pages.add(page.toString());
        page.setLength(0);
        gap = 0;
    }

    /** To be asked once, when all is read or a limit is reached. */
    List<String> pages() {
        endPage();
        return List.copyOf(pages);
    }

    /** @return whether the page of that index was a picture that was read */
    boolean isRecognised(int index) {
        return recognised.get(index);
    }

    /** @return a property of the document, at most 300 characters, "" when it names none */
    String told(String name) {
        return told.getOrDefault(name, "").strip();
    }

    /** @return whether nothing was found to read */
    boolean isEmpty() {
        return chars == 0;
    }

    /** @return whether Tika knew a parser for the document */
    boolean understood() {
        return understood;
    }

    /** A limit is reached; what was gathered is good. */
    static final class Enough extends SAXException {
        private static final long serialVersionUID = 1L;
    }
}
