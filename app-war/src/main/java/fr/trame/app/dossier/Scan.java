package fr.trame.app.dossier;

import java.util.List;

/** Tells which documents hold pages that are pictures of text: those whose text layer is next to empty. */
final class Scan {

    /** A stamp or a page number does not make a text. The recogniser is configured with the same figure. */
    private static final int NEXT_TO_EMPTY = 40;

    private Scan() {}

    static boolean isOne(String mediaType, List<String> pages) {
        return mediaType.startsWith("image/")
                || (mediaType.equals("application/pdf") && pages.stream().anyMatch(Scan::isNextToEmpty));
    }

    static boolean isNextToEmpty(String page) {
        return page.chars().filter(each -> !Character.isWhitespace(each)).count() < NEXT_TO_EMPTY;
    }
}
