package fr.trame.app.fiche.web;

import fr.trame.app.fiche.PartnerRole;
import fr.trame.app.fiche.Phase;
import fr.trame.app.fiche.PhaseStatus;
import fr.trame.app.fiche.Priority;
import fr.trame.app.fiche.Reference;
import fr.trame.app.fiche.WorkflowState;
import fr.trame.app.organisation.Organisation;
import fr.trame.app.organisation.Organisations;
import fr.trame.app.tenancy.TenantContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** What can be chosen in the pages of fiches, in the language of the page. Read once a request. */
@Named("ficheChoices")
@RequestScoped
public class Choices {

    private static final Map<String, String> ICONS = Map.of(
            "RECRUIT", "users",
            "INNOVATE", "lightbulb",
            "ATTRACT", "building",
            "SIMPLIFY", "directions",
            "JOBS", "users",
            "ADDED_VALUE", "chart-line",
            "EXPORT", "send");

    @Inject
    Reference reference;

    @Inject
    Organisations organisations;

    @Inject
    TenantContext tenancy;

    @Inject
    @ConfigProperty(name = "trame.zone")
    String zone;

    private @Nullable List<Reference.Item> axes;
    private @Nullable List<Reference.Item> measures;
    private @Nullable List<Organisation> known;

    /** @return the axes of the programme, which are the needs too */
    public List<Reference.Item> getAxes() {
        if (axes == null) {
            axes = reference.axes();
        }
        return axes;
    }

    /** @return the measures of an axis */
    public List<Reference.Item> measuresOf(String axis) {
        return measures().stream().filter(each -> each.axis().equals(axis)).toList();
    }

    /** @return the organisations by name */
    public List<Organisation> getOrganisations() {
        if (known == null) {
            known = organisations.list();
        }
        return known;
    }

    /** @return the name of an organisation, null for none */
    public @Nullable String organisation(@Nullable UUID organisation) {
        return getOrganisations().stream()
                .filter(each -> each.getId().equals(organisation))
                .map(Organisation::getName)
                .findFirst()
                .orElse(null);
    }

    /** @return the label of an axis or a measure, the code itself when it is not of the programme any more */
    public String label(String code) {
        var language =
                FacesContext.getCurrentInstance().getViewRoot().getLocale().getLanguage();
        return Stream.concat(getAxes().stream(), measures().stream())
                .filter(each -> each.code().equals(code))
                .map(each -> each.label(language))
                .findFirst()
                .orElse(code);
    }

    /** @return the day it is where the people of the product are */
    LocalDate today() {
        return LocalDate.now(ZoneId.of(zone));
    }

    /** @return the icon of an axis */
    public String icon(String axis) {
        return ICONS.getOrDefault(axis, "tag");
    }

    FicheInWords inWords(Locale locale) {
        return new FicheInWords(
                locale,
                tenancy.tenant().currency(),
                Stream.concat(getAxes().stream(), measures().stream())
                        .collect(Collectors.toMap(Reference.Item::code, each -> each.label(locale.getLanguage()))),
                getOrganisations().stream().collect(Collectors.toMap(Organisation::getId, Organisation::getName)));
    }

    private List<Reference.Item> measures() {
        if (measures == null) {
            measures = reference.measures();
        }
        return measures;
    }

    public List<WorkflowState> getStates() {
        return Arrays.asList(WorkflowState.values());
    }

    public List<Phase> getPhases() {
        return Arrays.asList(Phase.values());
    }

    public List<PhaseStatus> getPhaseStatuses() {
        return Arrays.asList(PhaseStatus.values());
    }

    public List<Priority> getPriorities() {
        return Arrays.asList(Priority.values());
    }

    public List<PartnerRole> getPartnerRoles() {
        return Arrays.asList(PartnerRole.values());
    }
}
