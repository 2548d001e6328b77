package fr.trame.app.extraction;

import fr.trame.app.extraction.TextExtractor.ExtractionFailed;
import fr.trame.app.extraction.TextExtractor.ExtractorDied;
import fr.trame.app.extraction.TextExtractor.ExtractorUnavailable;
import java.io.InputStream;
import java.util.Map;

/**
 * Reads the pages of a document that are pictures of text: seconds a page, within limits of its own. It may not be
 * there at all. A network call: never inside a transaction.
 */
public interface TextRecogniser {

    /** @return whether there is one */
    boolean isThere();

    /**
     * @param bytes the document, read to its end, not closed
     * @param mediaType as detected at upload
     * @param name the document's name, a hint only
     * @return what was recognised, also when a limit cut the work short
     * @throws ExtractionFailed when the document itself cannot be read, or no page of it in the time there is
     * @throws ExtractorUnavailable when nobody answers: worth another try
     * @throws ExtractorDied when the recogniser went away over it: worth few tries
     */
    Recognised recognise(InputStream bytes, String mediaType, String name);

    /**
     * The text of the pages that are pictures.
     *
     * @param pages by number, from 1; those with a text of their own are not among them
     * @param last number of the last page that was looked at
     * @param cut whether a limit of time or pages ended the work
     * @param language as the text reads, ISO 639-1, "" when it cannot be told
     */
    record Recognised(Map<Integer, String> pages, int last, boolean cut, String language) {}
}
