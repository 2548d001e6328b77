package fr.trame.app.comment;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something said of a document: the first of a thread, perhaps at a page, or an answer to one. Taken back it keeps its
 * place and loses its words. Threads are settled and taken up again as a whole.
 */
@Entity
@Table(name = "document_comment")
public class Comment {

    @Id
    private UUID id;

    @Column(name = "document_id")
    private UUID documentId;

    /** As text: the provider reads no identifier that is null. */
    @Column(name = "parent_id")
    private @Nullable String parentId;

    private @Nullable Integer page;
    private String body;
    private String author;

    @Column(name = "created_at")
    private OffsetDateTime createdAt;

    @Column(name = "edited_at")
    private @Nullable OffsetDateTime editedAt;

    @Column(name = "deleted_at")
    private @Nullable OffsetDateTime deletedAt;

    @Column(name = "resolved_at")
    private @Nullable OffsetDateTime resolvedAt;

    @Column(name = "resolved_by")
    private @Nullable String resolvedBy;

    @Version
    private int version;

    protected Comment() {}

    Comment(UUID documentId, @Nullable UUID parentId, @Nullable Integer page, String body, String author) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.documentId = documentId;
        this.parentId = parentId == null ? null : parentId.toString();
        this.page = page;
        this.body = body;
        this.author = author;
        this.createdAt = OffsetDateTime.now(ZoneOffset.UTC);
    }

    void revise(String text) {
        body = text;
        editedAt = OffsetDateTime.now(ZoneOffset.UTC);
    }

    void takeBack() {
        body = "";
        deletedAt = OffsetDateTime.now(ZoneOffset.UTC);
    }

    void resolve(String who) {
        resolvedAt = OffsetDateTime.now(ZoneOffset.UTC);
        resolvedBy = who;
    }

    void reopen() {
        resolvedAt = null;
        resolvedBy = null;
    }

    UUID id() {
        return id;
    }

    UUID documentId() {
        return documentId;
    }

    /** @return the first of its thread, null when it is that itself */
    @Nullable
    UUID parentId() {
        return parentId == null ? null : UUID.fromString(parentId);
    }

    /** @return of the document, null for none */
    @Nullable
    Integer page() {
        return page;
    }

    String body() {
        return body;
    }

    String author() {
        return author;
    }

    boolean isTakenBack() {
        return deletedAt != null;
    }

    boolean isResolved() {
        return resolvedAt != null;
    }

    int version() {
        return version;
    }
}
