package fr.trame.infra.stack;

import fr.trame.infra.stack.part.Realm.Account;
import java.util.ArrayList;
import java.util.List;

/** Two regions and a federation, and who is what in them, as the operator's commands that make them so. */
final class DemoTenants {

    private static final String ARA = "auvergne-rhone-alpes";
    private static final String HDF = "hauts-de-france";
    private static final String FIMME = "fimme";
    private static final String FIMME_NAME =
            "Fédération des industries métallurgiques, mécaniques et électromécaniques";

    private static final List<List<String>> TENANTS = List.of(
            tenant(ARA, "Région Auvergne-Rhône-Alpes", "REGION", "TI_2018", "EUR", "#0b6e4f"),
            tenant(HDF, "Région Hauts-de-France", "REGION", "TI_2018", "EUR", "#1f4e9c"),
            tenant(FIMME, FIMME_NAME, "FEDERATION", "PAI_MA", "MAD", "#9c3d1f"));

    private static final List<Member> MEMBERS = List.of(
            new Member("presidence", ARA, "PRESIDENT"),
            new Member("chef-projet", ARA, "PILOT"),
            new Member("entreprise", ARA, "CO_AUTHOR"),
            new Member("etat", ARA, "COMMENTER"),
            new Member("etat", HDF, "COMMENTER"),
            new Member("etat", FIMME, "PILOT"),
            new Member("lecture", ARA, "READER"),
            new Member("admin-ara", ARA, "ADMIN"),
            new Member("hdf-presidence", HDF, "PRESIDENT"),
            new Member("hdf-chef-projet", HDF, "ADMIN"),
            new Member("fimme-direction", FIMME, "PRESIDENT"),
            new Member("fimme-admin", FIMME, "ADMIN"),
            new Member("fimme-entreprise", FIMME, "CO_AUTHOR"));

    private record Member(String username, String tenant, String role) {}

    private DemoTenants() {}

    private static List<String> tenant(
            String alias, String name, String kind, String programme, String currency, String accent) {
        return List.of(
                "tenant",
                "create",
                alias,
                "--name",
                name,
                "--kind",
                kind,
                "--programme",
                programme,
                "--currency",
                currency,
                "--accent",
                accent);
    }

    /** Each command may run again: it changes nothing that is there. */
    static List<List<String>> commands(List<Account> accounts) {
        var commands = new ArrayList<>(TENANTS);
        for (var member : MEMBERS) {
            accounts.stream()
                    .filter(account -> account.username().equals(member.username()))
                    .forEach(account -> commands.add(command(member, account)));
        }
        return commands;
    }

    private static List<String> command(Member member, Account account) {
        return List.of(
                "member",
                "add",
                member.tenant(),
                "--subject",
                account.id(),
                "--role",
                member.role(),
                "--name",
                account.title(),
                "--email",
                account.email());
    }
}
