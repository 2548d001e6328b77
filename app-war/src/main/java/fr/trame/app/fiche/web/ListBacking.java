package fr.trame.app.fiche.web;

import fr.trame.app.fiche.FicheQueries;
import fr.trame.app.fiche.FicheSummary;
import fr.trame.app.identity.Operation;
import fr.trame.app.web.Money;
import fr.trame.app.workspace.Workspaces;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.primefaces.PrimeFaces;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;
import org.primefaces.model.SortOrder;

/** Lists the fiches of a workspace, a page at a time, by what the address says to look for. */
@Named("ficheList")
@ViewScoped
public class ListBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient FicheQueries queries;

    @Inject
    transient Workspaces workspaces;

    @Inject
    transient Choices choices;

    private final Rows rows = new Rows();
    private String workspace = "";
    private String name = "";
    private FicheSearch search = new FicheSearch(Map.of());

    public void load() {
        name = workspaces.get(id(), Operation.FICHE_READ).name();
        search = new FicheSearch(
                FacesContext.getCurrentInstance().getExternalContext().getRequestParameterValuesMap());
    }

    private UUID id() {
        return UUID.fromString(workspace);
    }

    /** @return how many days late a fiche is */
    public long daysLate(FicheSummary fiche) {
        return fiche.late() ? Lateness.days(fiche.end(), choices.today()) : 0;
    }

    /** @return whether a budget of the rows shown has cents, so that all of the column are written with them */
    public boolean isCents() {
        var shown = rows.getWrappedData();
        return shown != null && Money.hasCents(shown.stream().map(FicheSummary::budget));
    }

    public LazyDataModel<FicheSummary> getRows() {
        return rows;
    }

    public int getPageSize() {
        return FicheSearch.PAGE;
    }

    /** @return the order the address asks for, as the table takes it */
    public List<SortMeta> getSortBy() {
        return List.of(SortMeta.builder()
                .field(search.getSort())
                .order(search.isAscending() ? SortOrder.ASCENDING : SortOrder.DESCENDING)
                .build());
    }

    public FicheSearch getSearch() {
        return search;
    }

    public String getName() {
        return name;
    }

    public String getWorkspace() {
        return workspace;
    }

    public void setWorkspace(String workspace) {
        this.workspace = workspace;
    }

    /** Reads the page of rows that is shown, and tells the page its new address. */
    private final class Rows extends LazyDataModel<FicheSummary> {

        private static final long serialVersionUID = 1L;

        @Override
        public int count(Map<String, FilterMeta> unused) {
            return queries.count(search.filter(id(), "reference", true, 0, 1));
        }

        @Override
        public List<FicheSummary> load(
                int first, int size, Map<String, SortMeta> sorts, Map<String, FilterMeta> unused) {
            var order = sorts.values().stream().filter(SortMeta::isActive).findFirst();
            var by = order.map(SortMeta::getField).orElse("reference");
            var up = order.map(each -> each.getOrder().isAscending()).orElse(true);
            if (FacesContext.getCurrentInstance().getPartialViewContext().isAjaxRequest()) {
                PrimeFaces.current().ajax().addCallbackParam("query", search.query(by, up, first / size + 1));
            }
            return queries.list(search.filter(id(), by, up, first, size));
        }

        @Override
        public String getRowKey(FicheSummary fiche) {
            return fiche.id().toString();
        }
    }
}
