package fr.trame.app.comment;

import java.util.List;

/**
 * A comment with the answers to it.
 *
 * @param all the first one, then its answers in the order they came
 */
public record CommentThread(List<CommentView> all) {

    public CommentView first() {
        return all.get(0);
    }
}
