package fr.trame.admin.cli;

import picocli.CommandLine.Command;

@Command(name = "member", description = "Gives people a role in a tenant, or takes it.")
final class MemberCommand {}
