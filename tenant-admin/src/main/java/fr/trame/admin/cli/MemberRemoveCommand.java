package fr.trame.admin.cli;

import fr.trame.admin.provisioning.Members;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "remove",
        description =
                "Takes an account out of a tenant at once, with its passwords for programs and its saved searches. "
                        + "What the person wrote stays.")
final class MemberRemoveCommand implements Runnable {

    private final Console console;

    @Parameters(paramLabel = "<alias>", description = "The tenant.")
    private String alias = "";

    @Option(names = "--subject", required = true, description = "The account's identifier in Keycloak.")
    private String subject = "";

    MemberRemoveCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        Members.from(console.settings()).remove(alias, subject, console.out()::println);
    }
}
