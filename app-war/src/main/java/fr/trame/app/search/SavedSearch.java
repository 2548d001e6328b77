package fr.trame.app.search;

import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * A search a person keeps.
 *
 * @param subject whose it is
 * @param filters the values chosen, as they stand in an address
 * @param alert whether the person is told of what is new
 */
public record SavedSearch(
        UUID id, String subject, String name, String words, String filters, boolean alert, OffsetDateTime createdAt) {

    /** @return what is asked, the latest first */
    Question question() {
        return new Question(words, Filters.parse(filters), SearchIndex.Order.RECENT, null);
    }
}
