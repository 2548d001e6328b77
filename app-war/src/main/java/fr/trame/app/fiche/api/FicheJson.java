package fr.trame.app.fiche.api;

import fr.trame.app.BusinessException;
import fr.trame.app.fiche.FicheContent;
import fr.trame.app.fiche.FicheView;
import fr.trame.app.fiche.PartnerRole;
import fr.trame.app.fiche.Phase;
import fr.trame.app.fiche.PhaseStatus;
import fr.trame.app.fiche.Priority;
import fr.trame.app.fiche.WorkflowState;
import jakarta.ws.rs.BadRequestException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A fiche on the wire. Sent: {@code title} and {@code axis} are needed; what is left out is empty, IDEA, UPCOMING,
 * MEDIUM or 0. {@code version} is needed to revise. Limits are those of {@link FicheContent}.
 */
public class FicheJson {
    public @Nullable UUID id;
    public @Nullable Integer version;
    public @Nullable String reference;
    public @Nullable UUID workspaceId;
    public @Nullable String title;
    public @Nullable String axis;
    public @Nullable Set<String> needs;
    public @Nullable Set<String> measures;
    public @Nullable String context;
    public @Nullable String objectives;
    public @Nullable String description;
    public @Nullable UUID leadOrganisationId;
    public @Nullable List<PartnerJson> partners;
    public @Nullable LocalDate startDate;
    public @Nullable LocalDate endDate;
    public @Nullable WorkflowState workflowState;
    public @Nullable Phase phase;
    public @Nullable PhaseStatus phaseStatus;
    public @Nullable Priority priority;
    public @Nullable List<FundingJson> funding;

    /** A partner: both fields are needed. */
    public static class PartnerJson {
        public @Nullable UUID organisationId;
        public @Nullable PartnerRole role;
    }

    /** Amounts of a funder in a year, in the tenant's currency; those left out are 0. */
    public static class FundingJson {
        public @Nullable String funder;
        public int year;
        public @Nullable BigDecimal planned;
        public @Nullable BigDecimal requested;
        public @Nullable BigDecimal granted;
        public @Nullable BigDecimal paid;
    }

    static FicheJson of(FicheView fiche) {
        var json = new FicheJson();
        json.id = fiche.id();
        json.version = fiche.version();
        json.reference = fiche.reference();
        json.workspaceId = fiche.workspaceId();
        json.workflowState = fiche.workflowState();
        var content = fiche.content();
        json.title = content.title();
        json.axis = content.axis();
        json.needs = content.needs();
        json.measures = content.measures();
        json.context = content.context();
        json.objectives = content.objectives();
        json.description = content.description();
        json.leadOrganisationId = content.lead();
        json.partners = content.partners().stream().map(FicheJson::partner).toList();
        json.startDate = content.start();
        json.endDate = content.end();
        json.phase = content.phase();
        json.phaseStatus = content.phaseStatus();
        json.priority = content.priority();
        json.funding = content.funding().stream().map(FicheJson::funding).toList();
        return json;
    }

    FicheContent content() {
        return new FicheContent(
                text(title),
                needed("axis", axis),
                or(needs, Set.of()),
                or(measures, Set.of()),
                text(context),
                text(objectives),
                text(description),
                leadOrganisationId,
                each(partners).map(FicheJson::partner).toList(),
                startDate,
                endDate,
                or(phase, Phase.IDEA),
                or(phaseStatus, PhaseStatus.UPCOMING),
                or(priority, Priority.MEDIUM),
                each(funding).map(FicheJson::funding).toList());
    }

    static <T> T needed(String field, @Nullable T value) {
        if (value == null) {
            throw BusinessException.invalid(field, "api.field.missing");
        }
        return value;
    }

    private static PartnerJson partner(FicheContent.Partner partner) {
        var json = new PartnerJson();
        json.organisationId = partner.organisation();
        json.role = partner.role();
        return json;
    }

    private static FicheContent.Partner partner(PartnerJson json) {
        return new FicheContent.Partner(
                needed("partners.organisationId", json.organisationId), needed("partners.role", json.role));
    }

    private static FundingJson funding(FicheContent.Funding funding) {
        var json = new FundingJson();
        json.funder = funding.funder();
        json.year = funding.year();
        json.planned = funding.planned();
        json.requested = funding.requested();
        json.granted = funding.granted();
        json.paid = funding.paid();
        return json;
    }

    private static FicheContent.Funding funding(FundingJson json) {
        return new FicheContent.Funding(
                text(json.funder),
                json.year,
                or(json.planned, BigDecimal.ZERO),
                or(json.requested, BigDecimal.ZERO),
                or(json.granted, BigDecimal.ZERO),
                or(json.paid, BigDecimal.ZERO));
    }

    /** A list may be left out; a null inside one is no partner and no funding. */
    private static <T> Stream<T> each(@Nullable List<T> list) {
        return or(list, List.<T>of()).stream().map(element -> {
            if (element == null) {
                throw new BadRequestException();
            }
            return element;
        });
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static <T> T or(@Nullable T value, T other) {
        return value == null ? other : value;
    }
}
