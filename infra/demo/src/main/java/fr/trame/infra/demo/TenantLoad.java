package fr.trame.infra.demo;

import com.fasterxml.jackson.databind.JsonNode;
import fr.trame.infra.demo.DemoTenant.DemoDocument;
import fr.trame.infra.demo.DemoTenant.DemoDossier;
import fr.trame.infra.demo.DemoTenant.DemoWorkspace;
import fr.trame.infra.demo.Tally.What;
import java.io.IOException;
import java.io.PrintStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Writes one tenant. Fiches and documents of all workspaces are mixed, as they would be by people who work side by
 * side: the recent activity then shows several of them.
 */
final class TenantLoad {

    private static final int TOLD_EVERY = 10;

    private final DemoTenant tenant;
    private final Door door;
    private final PrintStream out;
    private final Tally tally = new Tally();

    TenantLoad(DemoTenant tenant, Door door, PrintStream out) {
        this.tenant = tenant;
        this.door = door;
        this.out = out;
    }

    /** A piece of work that may need a file. */
    private interface Work {
        void run() throws IOException;
    }

    /** @return what was written now */
    Tally run() throws IOException {
        var workspaces = workspaces();
        var organisations = organisations();
        var passed = ChronoUnit.DAYS.between(tenant.asOf(), LocalDate.now(ZoneOffset.UTC));
        var writer = new FicheWriter(door, tally, organisations, passed);
        var fiches = new ArrayList<List<Work>>();
        var documents = new ArrayList<List<Work>>();
        for (var workspace : tenant.workspaces()) {
            var id = found(workspaces, workspace.code());
            fiches.add(fiches(writer, id, workspace));
            documents.add(documents(id, workspace));
        }
        work(Mix.mixed(Mix.inTurn(fiches), Mix.inTurn(documents)));
        out.println(tenant.tenant() + ": " + tally);
        return tally;
    }

    private Map<String, String> workspaces() {
        var ids = ids(door.get(tenant.administrator(), "workspaces"), "code");
        for (var workspace : tenant.workspaces()) {
            ids.computeIfAbsent(
                    workspace.code(),
                    code -> create(
                            What.WORKSPACES,
                            tenant.administrator(),
                            "workspaces",
                            Map.of("code", code, "name", workspace.name(), "description", workspace.description())));
        }
        return ids;
    }

    private Map<String, String> organisations() {
        var ids = ids(door.get(tenant.administrator(), "organisations"), "name");
        for (var organisation : tenant.organisations()) {
            ids.computeIfAbsent(
                    organisation.name(),
                    name -> create(
                            What.ORGANISATIONS,
                            tenant.administrator(),
                            "organisations",
                            Map.of("name", name, "kind", organisation.kind())));
        }
        return ids;
    }

    private List<Work> fiches(FicheWriter writer, String workspace, DemoWorkspace data) {
        var existing = ids(door.all(tenant.administrator(), "workspaces/" + workspace + "/fiches"), "title");
        return data.fiches().stream()
                .map(fiche -> (Work) () -> writer.write(workspace, fiche, existing))
                .toList();
    }

    private List<Work> documents(String workspace, DemoWorkspace data) {
        var existing = ids(door.get(tenant.administrator(), "workspaces/" + workspace + "/dossiers"), "name");
        var works = new ArrayList<Work>();
        for (var dossier : data.dossiers()) {
            var id = existing.computeIfAbsent(dossier.name(), name -> open(workspace, dossier));
            var there = names(id);
            dossier.documents().stream()
                    .filter(document -> !there.contains(document.name()))
                    .forEach(document -> works.add(() -> upload(id, document)));
        }
        return works;
    }

    private String open(String workspace, DemoDossier dossier) {
        return create(
                What.DOSSIERS,
                dossier.by(),
                "workspaces/" + workspace + "/dossiers",
                Map.of("name", dossier.name(), "description", dossier.description()));
    }

    private Set<String> names(String dossier) {
        return door.all(tenant.administrator(), "dossiers/" + dossier + "/documents").stream()
                .map(document -> document.path("name").asText())
                .collect(Collectors.toSet());
    }

    private void upload(String dossier, DemoDocument document) throws IOException {
        door.upload(document.by(), dossier, document.name(), DemoFile.of(tenant, document));
        tally.one(What.DOCUMENTS);
    }

    private String create(What what, String account, String path, Map<String, String> content) {
        var created = door.post(account, path, DemoData.JSON.valueToTree(new TreeMap<>(content)));
        tally.one(what);
        return created.path("id").asText();
    }

    private void work(List<Work> works) throws IOException {
        for (int done = 0; done < works.size(); done++) {
            if (done % TOLD_EVERY == 0) {
                out.println(tenant.tenant() + ": " + done + " of " + works.size());
            }
            works.get(done).run();
        }
    }

    private static Map<String, String> ids(Iterable<JsonNode> items, String key) {
        var ids = new HashMap<String, String>();
        items.forEach(item -> ids.put(item.path(key).asText(), item.path("id").asText()));
        return ids;
    }

    private static String found(Map<String, String> ids, String key) {
        var id = ids.get(key);
        if (id == null) {
            throw new Refused("No " + key + " where it was just made");
        }
        return id;
    }
}
