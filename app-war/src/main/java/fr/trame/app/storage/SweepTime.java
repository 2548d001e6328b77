package fr.trame.app.storage;

/**
 * It is time to remove what was given up in the tenant at work; fired once an hour in each, as the product itself.
 *
 * @param tenant its alias, for the log
 */
public record SweepTime(String tenant) {}
