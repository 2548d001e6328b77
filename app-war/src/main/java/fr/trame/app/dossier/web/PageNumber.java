package fr.trame.app.dossier.web;

import org.jspecify.annotations.Nullable;

/** Numbers as they stand in addresses, which anybody may write. */
final class PageNumber {

    private PageNumber() {}

    /** @return the number, 1 when it is none that could be meant */
    static int of(@Nullable String asked) {
        return asked != null && asked.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(asked) : 1;
    }
}
