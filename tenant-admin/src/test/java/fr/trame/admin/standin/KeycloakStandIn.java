package fr.trame.admin.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** Organizations, accounts and memberships, with the answers Keycloak gives; the first token has already expired. */
public final class KeycloakStandIn extends JsonServer {

    private static final String ADMIN = "/admin/realms/trame";

    private final List<ObjectNode> organizations = new ArrayList<>();
    private final List<ObjectNode> accounts = new ArrayList<>();
    private final Set<String> members = new HashSet<>();
    private int tokens;

    public List<ObjectNode> organizations() {
        return organizations;
    }

    public List<ObjectNode> accounts() {
        return accounts;
    }

    /** Each as organization and account. */
    public Set<String> members() {
        return members;
    }

    public String addAccount(String email, boolean verified) {
        var account =
                object().put("email", email).put("emailVerified", verified).put("username", email);
        return add(accounts, account);
    }

    @Override
    protected Reply answer(String method, URI address, String body) throws IOException {
        var path = address.getPath();
        var query = address.getQuery() == null ? "" : address.getQuery();
        if (path.endsWith("/token")) {
            tokens++;
            return ok(object().put("access_token", "token" + tokens));
        }
        if (tokens == 1) {
            return status(401);
        }
        if (path.contains("/members")) {
            return members(method, path, body);
        }
        return path.equals(ADMIN + "/users") ? accounts(method, query, body) : organizations(method, query, body);
    }

    private Reply members(String method, String path, String body) throws IOException {
        var parts = path.substring((ADMIN + "/organizations/").length()).split("/members/?", -1);
        if (method.equals("GET")) {
            return status(members.contains(parts[0] + " " + parts[1]) ? 200 : 404);
        }
        if (method.equals("DELETE")) {
            return status(members.remove(parts[0] + " " + parts[1]) ? 204 : 404);
        }
        var account = JSON.readTree(body).asText();
        if (accounts.stream().noneMatch(one -> one.path("id").asText().equals(account))) {
            return status(400);
        }
        return status(members.add(parts[0] + " " + account) ? 201 : 409);
    }

    private Reply accounts(String method, String query, String body) throws IOException {
        if (method.equals("POST")) {
            add(accounts, (ObjectNode) JSON.readTree(body));
            return status(201);
        }
        var email = query.replaceFirst(".*email=", "");
        return found(accounts, one -> one.path("email").asText().equals(email));
    }

    private Reply organizations(String method, String query, String body) throws IOException {
        if (method.equals("POST")) {
            var asked = (ObjectNode) JSON.readTree(body);
            if (organizations.stream().anyMatch(one -> same(one, asked, "alias") || same(one, asked, "name"))) {
                return status(409);
            }
            add(organizations, asked);
            return status(201);
        }
        var sought = query.replaceFirst(".*(q=tenant_uuid:|search=)", "");
        return found(
                organizations,
                one -> one.path("name").asText().equals(sought)
                        || one.at("/attributes/tenant_uuid/0").asText().equals(sought));
    }

    private static boolean same(JsonNode one, JsonNode other, String field) {
        return one.path(field).equals(other.path(field));
    }

    private static Reply found(List<ObjectNode> all, Predicate<JsonNode> wanted) {
        var list = JSON.createArrayNode();
        all.stream().filter(wanted).forEach(list::add);
        return ok(list);
    }

    private static String add(List<ObjectNode> list, ObjectNode one) {
        var id = UUID.randomUUID().toString();
        list.add(one.put("id", id));
        return id;
    }
}
