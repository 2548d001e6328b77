package fr.trame.app.comment;

import fr.trame.app.DomainEvent;
import java.util.List;
import java.util.UUID;

/** Something was said of a document, or said otherwise. */
record CommentEvent(String operation, UUID subject, List<FollowUp> followUps) implements DomainEvent {

    static final String MENTION = "MENTION";

    /** Of the document, so that it stands among what was done to it. */
    static CommentEvent added(Comment comment) {
        return new CommentEvent("COMMENT_ADDED", comment.documentId(), all(comment));
    }

    static CommentEvent revised(Comment comment) {
        return new CommentEvent("COMMENT_REVISED", comment.id(), all(comment));
    }

    static CommentEvent takenBack(Comment comment) {
        return new CommentEvent("COMMENT_TAKEN_BACK", comment.id(), List.of(index(comment)));
    }

    static CommentEvent settled(Comment comment) {
        return new CommentEvent(
                comment.isResolved() ? "COMMENT_RESOLVED" : "COMMENT_REOPENED", comment.id(), List.of(index(comment)));
    }

    private static List<FollowUp> all(Comment comment) {
        return List.of(new FollowUp(MENTION, "comment", comment.id(), comment.version()), index(comment));
    }

    private static FollowUp index(Comment comment) {
        return new FollowUp("INDEX", "comment", comment.id(), comment.version());
    }
}
