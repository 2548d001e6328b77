package fr.trame.app.transfer;

import com.github.f4b6a3.uuid.UuidCreator;
import fr.trame.app.dossier.SameName;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file on its way. How far it is and who writes are columns that {@link Transfers} changes by statements of its own,
 * each guarded by the writer's claim; an instance is what a reader saw.
 */
@Entity
public class Transfer {

    @Id
    private UUID id;

    @Column(name = "dossier_id")
    private UUID dossierId;

    private String owner;
    private String folder = "";
    private String name;
    private long size;
    private long received;

    @Column(name = "media_type")
    private @Nullable String mediaType;

    @Column(name = "object_key")
    private String objectKey;

    private @Nullable String multipart;
    private String parts = "";
    private byte @Nullable [] digest;

    @Enumerated(EnumType.STRING)
    @Column(name = "same_name")
    private SameName sameName = SameName.ASK;

    @Column(name = "document_id", insertable = false, updatable = false)
    private @Nullable String documentId;

    @Column(name = "claimed_until", insertable = false, updatable = false)
    private @Nullable OffsetDateTime claimedUntil;

    @Column(name = "created_at")
    private OffsetDateTime createdAt;

    @Column(name = "expires_at")
    private OffsetDateTime expiresAt;

    protected Transfer() {}

    Transfer(
            UUID dossierId,
            String owner,
            String folder,
            String name,
            long size,
            SameName sameName,
            OffsetDateTime expiresAt) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.dossierId = dossierId;
        this.owner = owner;
        this.folder = folder;
        this.name = name;
        this.size = size;
        this.sameName = sameName;
        this.objectKey = "documents/" + UuidCreator.getTimeOrderedEpoch();
        this.createdAt = OffsetDateTime.now(ZoneOffset.UTC);
        this.expiresAt = expiresAt;
    }

    public UUID id() {
        return id;
    }

    public UUID dossierId() {
        return dossierId;
    }

    String owner() {
        return owner;
    }

    String folder() {
        return folder;
    }

    public String name() {
        return name;
    }

    /** @return bytes of the whole file */
    public long size() {
        return size;
    }

    /** @return bytes that are safe: after a cut the sender goes on from here */
    public long received() {
        return received;
    }

    /** @return what its sender said to do when the dossier has a document of that name */
    SameName sameName() {
        return sameName;
    }

    @Nullable
    String mediaType() {
        return mediaType;
    }

    String objectKey() {
        return objectKey;
    }

    @Nullable
    String multipart() {
        return multipart;
    }

    List<String> parts() {
        return parts.isEmpty() ? List.of() : List.of(parts.split("\n"));
    }

    byte @Nullable [] digest() {
        return digest;
    }

    /** @return whether every byte is here; the document follows, or is there already */
    public boolean isWhole() {
        return received == size;
    }

    /** @return whether its document is made */
    public boolean isFinished() {
        return documentId != null;
    }

    /** @return until when somebody writes, null when nobody does */
    @Nullable
    OffsetDateTime claimedUntil() {
        return claimedUntil;
    }

    public OffsetDateTime createdAt() {
        return createdAt;
    }

    public OffsetDateTime expiresAt() {
        return expiresAt;
    }
}
