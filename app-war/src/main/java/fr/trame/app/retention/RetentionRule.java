package fr.trame.app.retention;

/**
 * How long documents of a kind are kept, in administrative use, and what becomes of them then.
 *
 * @param kind code of the kind of piece, "" for what has none
 * @param own whether the tenant said so, not the product
 * @param source key of the words that name the text the duration comes from, "" when no text does
 */
public record RetentionRule(String kind, int months, StartEvent start, FinalSort sort, boolean own, String source) {

    /** @return whole years, 0 when it is none */
    public int years() {
        return months % 12 == 0 ? months / 12 : 0;
    }
}
