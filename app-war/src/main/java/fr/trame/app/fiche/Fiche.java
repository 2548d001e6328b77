package fr.trame.app.fiche;

import com.github.f4b6a3.uuid.UuidCreator;
import fr.trame.app.BusinessException;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A fiche action: what a territory promises to do, written by several hands. It is revised as a whole against the version
 * its author saw, and moves from draft to contract by a closed list of steps; a closed one is not rewritten.
 */
@Entity
public class Fiche {

    @Id
    private UUID id;

    private String reference;

    @Column(name = "workspace_id")
    private UUID workspaceId;

    private String title;
    private String axis;
    private String context;
    private String objectives;
    private String description;

    // Text, because EclipseLink's own conversion of identifiers fails on a null one; the driver sends it untyped.
    @Column(name = "lead_organisation_id")
    private @Nullable String lead;

    @Column(name = "start_date")
    private @Nullable LocalDate start;

    @Column(name = "end_date")
    private @Nullable LocalDate end;

    @Enumerated(EnumType.STRING)
    @Column(name = "workflow_state")
    private WorkflowState workflowState = WorkflowState.DRAFT;

    @Enumerated(EnumType.STRING)
    private Phase phase;

    @Enumerated(EnumType.STRING)
    @Column(name = "phase_status")
    private PhaseStatus phaseStatus;

    @Enumerated(EnumType.STRING)
    private Priority priority;

    @ElementCollection
    @CollectionTable(name = "fiche_need", joinColumns = @JoinColumn(name = "fiche_id"))
    @Column(name = "axis")
    private Set<String> needs = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "fiche_measure", joinColumns = @JoinColumn(name = "fiche_id"))
    @Column(name = "measure")
    private Set<String> measures = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "fiche_partner", joinColumns = @JoinColumn(name = "fiche_id"))
    private List<FichePartner> partners = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "fiche_funding", joinColumns = @JoinColumn(name = "fiche_id"))
    private List<FicheFunding> funding = new ArrayList<>();

    @Column(name = "created_by")
    private String createdBy;

    @Column(name = "modified_by")
    private String modifiedBy;

    @Column(name = "modified_at")
    private OffsetDateTime modifiedAt;

    @Version
    private int version;

    protected Fiche() {}

    Fiche(UUID workspaceId, String reference, FicheContent content, String author) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.workspaceId = workspaceId;
        this.reference = reference;
        this.createdBy = author;
        write(content, author);
    }

    /** Replaces the content. */
    void revise(FicheContent content, String author) {
        if (!workflowState.open()) {
            throw BusinessException.conflict("fiche.closed");
        }
        write(content, author);
    }

    /**
     * Replaces the texts.
     *
     * @return whether they were other ones before
     */
    boolean rewrite(FicheText texts, String author) {
        if (texts.equals(FicheText.of(content()))) {
            return false;
        }
        context = texts.context();
        objectives = texts.objectives();
        description = texts.description();
        modifiedBy = author;
        modifiedAt = OffsetDateTime.now(ZoneOffset.UTC);
        return true;
    }

    /** Moves the fiche to another state, if the list of steps has that one. */
    void moveTo(WorkflowState next, String author) {
        if (!workflowState.next().contains(next)) {
            throw BusinessException.conflict("fiche.move.impossible", workflowState.name(), next.name());
        }
        workflowState = next;
        modifiedBy = author;
        modifiedAt = OffsetDateTime.now(ZoneOffset.UTC);
    }

    private void write(FicheContent content, String author) {
        FicheRules.check(content);
        title = content.title().strip();
        axis = content.axis();
        context = content.context();
        objectives = content.objectives();
        description = content.description();
        lead = content.lead() == null ? null : content.lead().toString();
        start = content.start();
        end = content.end();
        phase = content.phase();
        phaseStatus = content.phaseStatus();
        priority = content.priority();
        needs = new HashSet<>(content.needs());
        measures = new HashSet<>(content.measures());
        partners = new ArrayList<>(
                content.partners().stream().map(FichePartner::new).toList());
        funding = new ArrayList<>(
                content.funding().stream().map(FicheFunding::new).toList());
        // A change of a collection alone would not raise the version: the date does.
        modifiedBy = author;
        modifiedAt = OffsetDateTime.now(ZoneOffset.UTC);
    }

    FicheContent content() {
        return new FicheContent(
                title,
                axis,
                Set.copyOf(needs),
                Set.copyOf(measures),
                context,
                objectives,
                description,
                lead == null ? null : UUID.fromString(lead),
                partners.stream().map(FichePartner::content).toList(),
                start,
                end,
                phase,
                phaseStatus,
                priority,
                funding.stream().map(FicheFunding::content).toList());
    }

    public UUID id() {
        return id;
    }

    public String reference() {
        return reference;
    }

    public UUID workspaceId() {
        return workspaceId;
    }

    public String title() {
        return title;
    }

    public WorkflowState workflowState() {
        return workflowState;
    }

    public String modifiedBy() {
        return modifiedBy;
    }

    public OffsetDateTime modifiedAt() {
        return modifiedAt;
    }

    public int version() {
        return version;
    }
}
