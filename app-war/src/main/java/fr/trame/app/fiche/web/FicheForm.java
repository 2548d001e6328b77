package fr.trame.app.fiche.web;

import fr.trame.app.fiche.FicheContent;
import fr.trame.app.fiche.PartnerRole;
import fr.trame.app.fiche.Phase;
import fr.trame.app.fiche.PhaseStatus;
import fr.trame.app.fiche.Priority;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a person writes on the page of a fiche, complete or not. */
public class FicheForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private @Nullable String title;
    private @Nullable String axis;
    private final HashMap<String, Boolean> needs = new HashMap<>();
    private final HashMap<String, Boolean> measures = new HashMap<>();
    private @Nullable String context;
    private @Nullable String objectives;
    private @Nullable String description;
    private @Nullable String lead;
    private @Nullable LocalDate start;
    private @Nullable LocalDate end;
    private Phase phase = Phase.IDEA;
    private PhaseStatus phaseStatus = PhaseStatus.UPCOMING;
    private Priority priority = Priority.MEDIUM;
    private final ArrayList<PartnerRow> partners = new ArrayList<>();
    private @Nullable String newPartner;
    private PartnerRole newRole = PartnerRole.PARTENAIRE;
    private final ArrayList<FundingRow> funding = new ArrayList<>();

    static FicheForm of(FicheContent content, Locale locale) {
        var form = new FicheForm();
        form.title = content.title();
        form.axis = content.axis();
        content.needs().forEach(code -> form.needs.put(code, true));
        content.measures().forEach(code -> form.measures.put(code, true));
        form.context = content.context();
        form.objectives = content.objectives();
        form.description = content.description();
        form.lead = content.lead() == null ? null : content.lead().toString();
        form.start = content.start();
        form.end = content.end();
        form.phase = content.phase();
        form.phaseStatus = content.phaseStatus();
        form.priority = content.priority();
        content.partners().forEach(each -> form.partners.add(new PartnerRow(each.organisation(), each.role())));
        content.funding().forEach(row -> form.funding.add(FundingRow.of(row, locale)));
        return form;
    }

    FicheContent content(Locale locale) {
        return new FicheContent(
                text(title).strip(),
                text(axis),
                chosen(needs),
                chosen(measures),
                text(context),
                text(objectives),
                text(description),
                lead == null ? null : UUID.fromString(lead),
                partners.stream().map(PartnerRow::partner).toList(),
                start,
                end,
                phase,
                phaseStatus,
                priority,
                funding.stream().map(row -> row.funding(locale)).toList());
    }

    /** Takes the partner that is chosen, if one is. */
    public void addPartner() {
        if (newPartner != null) {
            partners.add(new PartnerRow(UUID.fromString(newPartner), newRole));
            newPartner = null;
            newRole = PartnerRole.PARTENAIRE;
        }
    }

    public void removePartner(int row) {
        partners.remove(row);
    }

    public void addFunding() {
        funding.add(FundingRow.beginning(start));
    }

    public void removeFunding(int row) {
        funding.remove(row);
    }

    /** Browsers send two characters for the end of a line; one is kept, so that lengths are what the page counts. */
    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.replace("\r\n", "\n");
    }

    private static Set<String> chosen(Map<String, Boolean> boxes) {
        return boxes.entrySet().stream()
                .filter(box -> Boolean.TRUE.equals(box.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    public @Nullable String getTitle() {
        return title;
    }

    public void setTitle(@Nullable String title) {
        this.title = title;
    }

    public @Nullable String getAxis() {
        return axis;
    }

    public void setAxis(@Nullable String axis) {
        this.axis = axis;
    }

    public Map<String, Boolean> getNeeds() {
        return needs;
    }

    public Map<String, Boolean> getMeasures() {
        return measures;
    }

    public @Nullable String getContext() {
        return context;
    }

    public void setContext(@Nullable String context) {
        this.context = context;
    }

    public @Nullable String getObjectives() {
        return objectives;
    }

    public void setObjectives(@Nullable String objectives) {
        this.objectives = objectives;
    }

    public @Nullable String getDescription() {
        return description;
    }

    public void setDescription(@Nullable String description) {
        this.description = description;
    }

    public @Nullable String getLead() {
        return lead;
    }

    public void setLead(@Nullable String lead) {
        this.lead = lead;
    }

    public @Nullable LocalDate getStart() {
        return start;
    }

    public void setStart(@Nullable LocalDate start) {
        this.start = start;
    }

    public @Nullable LocalDate getEnd() {
        return end;
    }

    public void setEnd(@Nullable LocalDate end) {
        this.end = end;
    }

    public Phase getPhase() {
        return phase;
    }

    public void setPhase(Phase phase) {
        this.phase = phase;
    }

    public PhaseStatus getPhaseStatus() {
        return phaseStatus;
    }

    public void setPhaseStatus(PhaseStatus phaseStatus) {
        this.phaseStatus = phaseStatus;
    }

    public Priority getPriority() {
        return priority;
    }

    public void setPriority(Priority priority) {
        this.priority = priority;
    }

    public List<PartnerRow> getPartners() {
        return partners;
    }

    public @Nullable String getNewPartner() {
        return newPartner;
    }

    public void setNewPartner(@Nullable String newPartner) {
        this.newPartner = newPartner;
    }

    public PartnerRole getNewRole() {
        return newRole;
    }

    public void setNewRole(PartnerRole newRole) {
        this.newRole = newRole;
    }

    public List<FundingRow> getFunding() {
        return funding;
    }
}
