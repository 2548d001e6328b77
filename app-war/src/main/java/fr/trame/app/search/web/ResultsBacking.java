package fr.trame.app.search.web;

import fr.trame.app.BusinessException;
import fr.trame.app.dossier.Dossiers;
import fr.trame.app.search.Directory;
import fr.trame.app.search.RecentSearches;
import fr.trame.app.search.SavedSearches;
import fr.trame.app.search.Search;
import fr.trame.app.search.SearchIndex;
import fr.trame.app.web.Shell;
import fr.trame.app.workspace.WorkspaceSummary;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shows what a search finds; everything asked stands in the address. */
@Named("searchResults")
@RequestScoped
public class ResultsBacking {

    private static final int OF_EACH_NAME = 4;

    @Inject
    Search search;

    @Inject
    RecentSearches recent;

    @Inject
    Directory directory;

    @Inject
    SavedSearches saved;

    @Inject
    Dossiers dossiers;

    @Inject
    Shell shell;

    private Asked asked = Asked.from(Map.of());
    private SearchIndex.Result result = SearchIndex.Result.NOTHING;
    private Map<UUID, String> workspaceNames = Map.of();
    private Map<UUID, String> dossierNames = Map.of();
    private boolean unavailable;
    private String likeTitle = "";
    private List<Directory.Entry> names = List.of();

    public void load() {
        asked = Asked.from(
                FacesContext.getCurrentInstance().getExternalContext().getRequestParameterValuesMap());
        workspaceNames =
                shell.getWorkspaces().stream().collect(Collectors.toMap(WorkspaceSummary::id, WorkspaceSummary::name));
        if (!asked.asksSomething()) {
            return;
        }
        try {
            var like = asked.like();
            likeTitle = like == null ? "" : search.place(like).title();
            if (asked.page() == 1 && asked.filters().isEmpty()) {
                names = directory.find(asked.words(), OF_EACH_NAME);
            }
            find();
            if (asked.page() > getPages().last() && result.total() > 0) { // kept since there was more to find
                asked = asked.page(getPages().last());
                find();
            }
        } catch (BusinessException no) {
            if (no.kind() != BusinessException.Kind.UNAVAILABLE) {
                throw no; // there is nothing to be like: the page is not found
            }
            unavailable = true; // the page says so and stays, with words and filters ready to be sent again
        }
        if (!unavailable) {
            asked.saved().ifPresent(saved::seen);
        }
        if (result.total() > 0 && asked.page() == 1 && asked.hasWords()) {
            recent.remember(asked.words());
        }
        dossierNames = dossiers.names(result.hits().stream()
                .flatMap(hit -> Stream.ofNullable(hit.dossier()))
                .collect(Collectors.toSet()));
    }

    private void find() {
        result = search.find(asked.question(), asked.page() - 1);
    }

    /** @return whether something was asked */
    public boolean isAsked() {
        return asked.asksSomething();
    }

    public boolean isUnavailable() {
        return unavailable;
    }

    public String getWords() {
        return asked.words();
    }

    /** @return the title of what the hits are like, empty when words were asked */
    public String getLike() {
        return likeTitle;
    }

    /** @return workspaces, organisations and people of that name */
    public List<Directory.Entry> getNames() {
        return names;
    }

    public String address(Directory.Entry entry) {
        return shell.url(Address.of(entry));
    }

    public String icon(Directory.Entry entry) {
        return Address.icon(entry.kind());
    }

    /** @return the ways to put the hits in order, each leading to the search in it */
    public List<Choice> getOrders() {
        return refinements().orders();
    }

    /** @return whether the search can be kept: one in words */
    public boolean isKeepable() {
        return asked.hasWords() && asked.like() == null;
    }

    /** @return the values chosen, for a form */
    public List<Map.Entry<String, String>> getChosen() {
        return asked.filters().entrySet().stream()
                .flatMap(each -> each.getValue().stream().map(value -> Map.entry(each.getKey(), value)))
                .toList();
    }

    public String getExport() {
        return shell.url(asked.export());
    }

    public SearchIndex.Result getResult() {
        return result;
    }

    public String workspace(UUID id) {
        return workspaceNames.getOrDefault(id, "");
    }

    public String dossier(UUID id) {
        return dossierNames.getOrDefault(id, "");
    }

    /** @return the address of a hit inside the tenant, a document at the page of the match */
    public String target(SearchIndex.Hit hit) {
        return Address.of(hit, asked.words());
    }

    /** @return the address of things like a hit */
    public String similar(SearchIndex.Hit hit) {
        return address(Asked.like(hit.entity()));
    }

    public String title(SearchIndex.Hit hit) {
        return String.join("", hit.title());
    }

    public List<Choice> getKinds() {
        return refinements().kinds();
    }

    public List<Facet> getFacets() {
        return refinements().facets();
    }

    public List<Choice> getActive() {
        return refinements().active();
    }

    /** @return the address of the same words without any filter */
    public String getUnfiltered() {
        return address(asked.unfiltered());
    }

    /** @return the address of the words the person may have meant */
    public String getCorrected() {
        return address(asked.other(String.valueOf(result.correction())));
    }

    public Pages getPages() {
        return Pages.of(asked.page(), result.total());
    }

    public String page(int number) {
        return address(asked.page(number));
    }

    private Refinements refinements() {
        var locale = FacesContext.getCurrentInstance().getViewRoot().getLocale();
        return new Refinements(asked, result.facets(), workspaceNames, locale, this::address);
    }

    private String address(Asked other) {
        return shell.url(other.address());
    }
}
