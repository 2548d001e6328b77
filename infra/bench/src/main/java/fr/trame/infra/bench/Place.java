package fr.trame.infra.bench;

import fr.trame.admin.Settings;
import fr.trame.admin.cli.TrameAdmin;
import fr.trame.admin.database.OwnerDatabase;
import fr.trame.admin.provisioning.TenantSecrets;
import fr.trame.infra.stack.part.Realm;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * Where benchmarks work: a tenant of their own, with one person, one workspace and one dossier.
 *
 * @param variables of the stack
 * @param tenant identifier; its bucket and its index are named after it
 */
record Place(
        Map<String, String> variables,
        Http http,
        OwnerDatabase database,
        Product product,
        String alias,
        UUID tenant,
        String workspace,
        String dossier) {

    private static final String ACCOUNT = "chef-projet";

    /** Each step may be done again; workspace and dossier are new ones each time. */
    static Place open(Map<String, String> variables, String alias) {
        operator(
                variables,
                "tenant",
                "create",
                alias,
                "--name",
                "Mesures " + alias,
                "--kind",
                "REGION",
                "--programme",
                "TI_2018",
                "--currency",
                "EUR");
        var person = Realm.accounts().stream()
                .filter(account -> account.username().equals(ACCOUNT))
                .findFirst()
                .orElseThrow(() -> new BenchFailure("The realm has no account " + ACCOUNT + " any more."));
        operator(
                variables,
                "member",
                "add",
                alias,
                "--subject",
                person.id(),
                "--role",
                "PILOT",
                "--name",
                person.title(),
                "--email",
                person.email());
        var http = new Http();
        var product = new Product(
                http,
                new Tokens(http, variable(variables, "TRAME_OIDC_ISSUER"), person),
                variable(variables, "TRAME_PUBLIC_URL"),
                alias);
        var mark = Long.toString(System.currentTimeMillis(), 36).toUpperCase(Locale.ROOT);
        var workspace = product.create(
                "workspaces",
                Http.JSON.createObjectNode().put("code", "B" + mark).put("name", "Mesures " + mark));
        var dossier = product.create(
                "workspaces/" + workspace + "/dossiers",
                Http.JSON.createObjectNode().put("name", "Fichiers mesurés"));
        var database = OwnerDatabase.from(new Settings(variables));
        return new Place(variables, http, database, product, alias, tenant(database, alias), workspace, dossier);
    }

    String variable(String name) {
        return variable(variables, name);
    }

    /** @throws BenchFailure when the stack does not say it */
    static String variable(Map<String, String> variables, String name) {
        var value = variables.getOrDefault(name, "");
        if (value.isBlank()) {
            throw new BenchFailure("The stack's app.env does not say " + name + ": start the stack again.");
        }
        return value;
    }

    /** @param name {@code STORE_KEY} or {@code SEARCH_KEY}: what the product itself signs with in this tenant */
    String secret(String name) {
        var sql = "select ciphertext from tenant_secret where name = ?";
        var ciphertext = database.inTenant(tenant, connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                statement.setString(1, name);
                try (var row = statement.executeQuery()) {
                    row.next();
                    return row.getBytes(1);
                }
            }
        });
        return TenantSecrets.withKey(variable("TRAME_KEK")).decrypt(tenant, ciphertext);
    }

    void rebuildIndex() {
        operator(variables, "search", "rebuild", alias);
    }

    /** What the server would do by itself within minutes: without it the first questions meet plans of empty tables. */
    void analyze() {
        database.transaction(connection -> {
            try (var statement = connection.createStatement()) {
                return statement.execute("analyze tenant, workspace, organisation, fiche, fiche_funding, dossier,"
                        + " stored_object, document, document_page");
            }
        });
    }

    private static UUID tenant(OwnerDatabase database, String alias) {
        return database.transaction(connection -> {
            try (var statement = connection.prepareStatement("select id from tenant where alias = ?")) {
                statement.setString(1, alias);
                try (var row = statement.executeQuery()) {
                    row.next();
                    return row.getObject(1, UUID.class);
                }
            }
        });
    }

    private static void operator(Map<String, String> variables, String... words) {
        if (TrameAdmin.run(variables, words) != 0) {
            throw new BenchFailure("`tenant-admin " + String.join(" ", words) + "` failed; it said why above.");
        }
    }
}
