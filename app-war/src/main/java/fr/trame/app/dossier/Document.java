package fr.trame.app.dossier;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file of a dossier, as its current version is: the bytes of a version never change, they lie in the store under a key
 * of their own, with their digest here. It is received, its text is extracted, it is indexed; what fails says why and can
 * be tried again.
 */
@Entity
public class Document {

    @Id
    private UUID id;

    @Column(name = "dossier_id")
    private UUID dossierId;

    private String folder = "";
    private String name;
    private @Nullable String kind;

    @Column(name = "valid_until")
    private @Nullable LocalDate validUntil;

    @Column(name = "media_type")
    private String mediaType;

    private long size;
    private String sha256;

    @Column(name = "object_key")
    private String objectKey;

    @Enumerated(EnumType.STRING)
    private DocumentState state = DocumentState.RECEIVED;

    private @Nullable String failure;
    private int pages;

    @Column(name = "current_version")
    private int currentVersion = 1;

    @Column(name = "uploaded_by")
    private String uploadedBy;

    @Column(name = "uploaded_at")
    private OffsetDateTime uploadedAt;

    @Column(name = "deleted_at")
    private @Nullable OffsetDateTime deletedAt;

    @Column(name = "deleted_by")
    private @Nullable String deletedBy;

    @Column(name = "purged_at", insertable = false, updatable = false)
    private @Nullable OffsetDateTime purgedAt;

    @Version
    private int version;

    protected Document() {}

    Document(UUID dossierId, ReceivedFile file, String author) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.dossierId = dossierId;
        this.folder = file.folder();
        this.name = file.name();
        this.mediaType = file.mediaType();
        this.size = file.size();
        this.sha256 = file.sha256();
        this.objectKey = file.objectKey();
        this.uploadedBy = author;
        this.uploadedAt = OffsetDateTime.now(ZoneOffset.UTC);
    }

    /** Other bytes come in the place of those that were; their text is still to be read. */
    void become(int number, ReceivedFile file, String author) {
        currentVersion = number;
        mediaType = file.mediaType();
        size = file.size();
        sha256 = file.sha256();
        objectKey = file.objectKey();
        pages = 0;
        uploadedBy = author;
        uploadedAt = OffsetDateTime.now(ZoneOffset.UTC);
        receivedAgain();
    }

    void throwAway(String who) {
        deletedAt = OffsetDateTime.now(ZoneOffset.UTC);
        deletedBy = who;
    }

    void takeBack(String freeName) {
        deletedAt = null;
        deletedBy = null;
        name = freeName;
    }

    void classify(@Nullable String what, @Nullable LocalDate until) {
        kind = what;
        validUntil = until;
    }

    void moveTo(UUID dossier, String path, String freeName) {
        dossierId = dossier;
        folder = path;
        name = freeName;
    }

    void extracted(int pageCount) {
        state = DocumentState.EXTRACTED;
        failure = null;
        pages = pageCount;
    }

    void indexed() {
        state = DocumentState.INDEXED;
    }

    void failed(String why) {
        state = DocumentState.FAILED;
        failure = why;
    }

    /** The antivirus looks at it first. */
    void scanning() {
        state = DocumentState.SCANNING;
        failure = null;
    }

    void quarantined(String why) {
        state = DocumentState.QUARANTINED;
        failure = why;
    }

    void receivedAgain() {
        state = DocumentState.RECEIVED;
        failure = null;
    }

    public UUID id() {
        return id;
    }

    public UUID dossierId() {
        return dossierId;
    }

    /** @return where it stands in its dossier, as {@link FolderPath} writes it */
    public String folder() {
        return folder;
    }

    public String name() {
        return name;
    }

    /** @return the code of its kind of piece, or null */
    public @Nullable String kind() {
        return kind;
    }

    /** @return the last day it is valid, null for ever */
    public @Nullable LocalDate validUntil() {
        return validUntil;
    }

    public String mediaType() {
        return mediaType;
    }

    public long size() {
        return size;
    }

    public String sha256() {
        return sha256;
    }

    public String objectKey() {
        return objectKey;
    }

    public DocumentState state() {
        return state;
    }

    public @Nullable String failure() {
        return failure;
    }

    public int pages() {
        return pages;
    }

    /** @return which of its versions it is now, 1 and up */
    public int currentVersion() {
        return currentVersion;
    }

    /** @return whether it lies in the trash */
    public boolean isDeleted() {
        return deletedAt != null;
    }

    /** @return whether it is too late to take it back */
    boolean isPurged() {
        return purgedAt != null;
    }

    String uploadedBy() {
        return uploadedBy;
    }

    public OffsetDateTime uploadedAt() {
        return uploadedAt;
    }

    public int version() {
        return version;
    }
}
