package fr.trame.admin.cli;

import picocli.CommandLine.Command;

@Command(name = "search", description = "Maintains the search index of a tenant.")
final class SearchCommand {}
