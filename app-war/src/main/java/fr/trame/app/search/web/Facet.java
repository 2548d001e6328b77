package fr.trame.app.search.web;

import java.util.List;

/** One way to narrow a search, such as the workspace, with the values found. */
public record Facet(String name, List<Choice> choices) {}
