package fr.trame.admin.cli;

import picocli.CommandLine.Command;

@Command(name = "tenant", description = "Creates and lists tenants.")
final class TenantCommand {}
