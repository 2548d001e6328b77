package fr.trame.app.dossier;

import com.github.f4b6a3.uuid.UuidCreator;
import fr.trame.app.Text;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A named set of documents in a workspace. */
@Entity
public class Dossier {

    @Id
    private UUID id;

    @Column(name = "workspace_id")
    private UUID workspaceId;

    private String name;
    private String description;

    @Column(name = "created_by")
    private String createdBy;

    @Column(name = "created_at")
    private OffsetDateTime createdAt;

    @Column(name = "closed_at")
    private @Nullable OffsetDateTime closedAt;

    @Column(name = "closed_by")
    private @Nullable String closedBy;

    @Version
    private int version;

    protected Dossier() {}

    Dossier(UUID workspaceId, String name, String description, String author) {
        Text.check("name", name.strip(), 1, 200);
        Text.check("description", description, 0, 2000);
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.workspaceId = workspaceId;
        this.name = name.strip();
        this.description = description;
        this.createdBy = author;
        this.createdAt = OffsetDateTime.now(ZoneOffset.UTC);
    }

    void close(String who) {
        closedAt = OffsetDateTime.now(ZoneOffset.UTC);
        closedBy = who;
    }

    void reopen() {
        closedAt = null;
        closedBy = null;
    }

    public UUID id() {
        return id;
    }

    public UUID workspaceId() {
        return workspaceId;
    }

    public String name() {
        return name;
    }

    public String description() {
        return description;
    }

    public String createdBy() {
        return createdBy;
    }

    public OffsetDateTime createdAt() {
        return createdAt;
    }

    /** @return when its work was over, null while it is not */
    public @Nullable OffsetDateTime closedAt() {
        return closedAt;
    }

    /** @return who closed it, null while nobody did */
    public @Nullable String closedBy() {
        return closedBy;
    }

    public int version() {
        return version;
    }
}
