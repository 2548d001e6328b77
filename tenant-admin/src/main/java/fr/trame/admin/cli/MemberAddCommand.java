package fr.trame.admin.cli;

import fr.trame.admin.provisioning.Members;
import fr.trame.admin.provisioning.NewMember;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "add", description = "Gives an account a role in a tenant, or changes it.")
final class MemberAddCommand implements Runnable {

    private final Console console;

    @Parameters(paramLabel = "<alias>", description = "The tenant.")
    private String alias = "";

    @Option(names = "--subject", required = true, description = "The account's identifier in Keycloak.")
    private String subject = "";

    @Option(names = "--role", required = true, description = "ADMIN, PRESIDENT, PILOT, CO_AUTHOR, COMMENTER or READER.")
    private String role = "";

    @Option(names = "--name", required = true, description = "The name other people read.")
    private String name = "";

    @Option(names = "--email", description = "Where the product writes to this person.")
    private String email = "";

    MemberAddCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        var member = new NewMember(subject, role, name, email.strip());
        Members.from(console.settings()).add(alias, member, console.out()::println);
    }
}
