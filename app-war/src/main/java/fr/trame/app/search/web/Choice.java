package fr.trame.app.search.web;

/**
 * One value to choose, or to give up when it is chosen.
 *
 * @param count how many results have it
 * @param address where choosing or giving it up leads
 */
public record Choice(String label, long count, boolean chosen, String address) {}
