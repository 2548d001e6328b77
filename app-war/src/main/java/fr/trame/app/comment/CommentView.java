package fr.trame.app.comment;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A comment as it is read.
 *
 * @param parent the first of its thread, null when it is that itself
 * @param page of the document, 0 for none
 * @param text "" once it was taken back
 * @param author display name, "" for somebody who left
 * @param own whether the reader wrote it
 * @param resolvedBy display name of who settled the thread, null while it is open
 */
public record CommentView(
        UUID id,
        @Nullable UUID parent,
        int page,
        String text,
        String author,
        boolean own,
        OffsetDateTime createdAt,
        boolean edited,
        boolean takenBack,
        @Nullable String resolvedBy) {

    /** @return whether it answers another */
    public boolean reply() {
        return parent != null;
    }

    /** @return whether its thread is settled; asked of the first of a thread */
    public boolean resolved() {
        return resolvedBy != null;
    }
}
