package fr.trame.app.comment.web;

import fr.trame.app.BusinessException;
import fr.trame.app.comment.CommentThread;
import fr.trame.app.comment.CommentView;
import fr.trame.app.comment.Comments;
import fr.trame.app.comment.Mentions;
import fr.trame.app.web.Notices;
import fr.trame.app.web.Shell;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The comments below a document and the one form to write with: what is being answered or said otherwise is named in the
 * address, so that going back is going back.
 */
@Named("documentComments")
@ViewScoped
public class Threads implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Comments comments;

    @Inject
    transient Mentions mentions;

    @Inject
    transient Shell shell;

    private String id = "";
    private @Nullable String reply;
    private @Nullable String edit;
    private @Nullable String text;
    private @Nullable Integer page;
    private transient @Nullable List<CommentThread> list;

    /** Asked for each comment, and the same for all. */
    private transient @Nullable Boolean open;

    /** Begins with the words of what is to be said otherwise. */
    public void load() {
        if (getEdited() != null) {
            text = getEdited().text();
        }
    }

    /** Says it. */
    public void send() throws IOException {
        var said = text == null ? "" : text;
        var edited = getEdited();
        if ((edit != null && edited == null) || (reply != null && getAnswered() == null)) {
            // Taken back meanwhile: what was to be said otherwise must not come out as something new.
            throw BusinessException.conflict("comment.gone");
        }
        if (edited != null) {
            comments.revise(edited.id(), said);
            again("comment.revised", edited.id());
            return;
        }
        var answered = getAnswered();
        var added = comments.add(
                UUID.fromString(id),
                answered == null ? null : answered.id(),
                page == null || answered != null ? 0 : page,
                said);
        again("comment.added", added);
    }

    public void takeBack(UUID comment) throws IOException {
        comments.takeBack(comment);
        again("comment.taken.back", comment);
    }

    public void settle(UUID comment, boolean resolved) throws IOException {
        comments.settle(comment, resolved);
        again(resolved ? "comment.settled" : "comment.reopened", comment);
    }

    private void again(String key, UUID comment) throws IOException {
        Notices.keep(key);
        FacesContext.getCurrentInstance()
                .getExternalContext()
                .redirect(shell.url("/documents/" + id) + "#comment-" + comment);
    }

    public List<CommentThread> getList() {
        if (list == null) {
            list = comments.list(UUID.fromString(id));
        }
        return list;
    }

    /** @return how many comments there are, those taken back aside */
    public long getCount() {
        return getList().stream()
                .flatMap(thread -> thread.all().stream())
                .filter(each -> !each.takenBack())
                .count();
    }

    /** @return whether the person may write */
    public boolean isOpen() {
        if (open == null) {
            open = comments.may(UUID.fromString(id));
        }
        return open;
    }

    /** @return who can be named */
    public List<Mentions.Reader> getReaders() {
        return mentions.readers(UUID.fromString(id));
    }

    /** @return what is being answered, or null */
    public @Nullable CommentView getAnswered() {
        return named(reply).orElse(null);
    }

    /** @return what is being said otherwise, or null */
    public @Nullable CommentView getEdited() {
        return named(edit).filter(CommentView::own).orElse(null);
    }

    private Optional<CommentView> named(@Nullable String comment) {
        return getList().stream()
                .flatMap(thread -> thread.all().stream())
                .filter(each -> each.id().toString().equals(comment) && !each.takenBack())
                .findFirst();
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public @Nullable String getReply() {
        return reply;
    }

    public void setReply(@Nullable String reply) {
        this.reply = reply;
    }

    public @Nullable String getEdit() {
        return edit;
    }

    public void setEdit(@Nullable String edit) {
        this.edit = edit;
    }

    public @Nullable String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = text;
    }

    public @Nullable Integer getPage() {
        return page;
    }

    public void setPage(@Nullable Integer page) {
        this.page = page;
    }
}
