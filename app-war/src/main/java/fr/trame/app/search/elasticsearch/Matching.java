package fr.trame.app.search.elasticsearch;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.CombinedFieldsOperator;
import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.SimpleQueryStringFlag;
import co.elastic.clients.elasticsearch._types.query_dsl.TextQueryType;
import fr.trame.app.search.SearchIndex;
import fr.trame.app.search.elasticsearch.SearchWords.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Which entries the words match, and how well. The figures in here are those that won in {@code docs/relevance.md}. */
final class Matching {

    /** Of one or two words all, of three two, of four three; of more, half. */
    private static final String ENOUGH = "2<-1 4<50%";

    private static final List<String> STEMS = List.of("title^3", "body");
    /** Filled only where the text is in that language, so that they weigh nothing elsewhere. */
    private static final List<String> OTHER_LANGUAGES = List.of("english", "arabic");

    private static final List<String> EXACT = List.of("title.exact", "body.exact");
    private static final List<String> PREFIXED = List.of("title.exact^3", "body.exact", "reference^4");
    private static final float AS_WRITTEN = 0.3f;

    /** Finds, and hardly counts. */
    private static final float BARELY = 0.01f;

    private static final float REFERENCE = 20f;

    private Matching() {}

    /** @return what the words match in the workspaces this person may read, and nothing outside them */
    static Query of(SearchWords words, SearchIndex.Query asked, String index) {
        var all = new BoolQuery.Builder();
        var like = asked.like();
        if (like != null) {
            all.must(Likeness.of(like, index))
                    .mustNot(term("entity", like.entity().toString()));
        }
        if (!asked.except().isEmpty()) {
            all.mustNot(anyOf("entity", asked.except().stream().map(UUID::toString)));
        }
        var authors = asked.authors();
        if (authors != null) {
            all.filter(anyOf("author", authors.stream()));
        }
        if (!words.plain().isEmpty()) {
            all.must(plain(words)).should(asWritten(words.plain()));
        }
        words.required().forEach(term -> all.must(one(term)));
        words.alternatives()
                .forEach(group ->
                        all.must(anyOf(group.stream().map(Matching::one).toList())));
        words.excluded().forEach(term -> all.mustNot(one(term)));
        words.limits().forEach(limit -> all.filter(within(limit)));
        return all.filter(readable(asked.workspaces())).build()._toQuery();
    }

    private static Query within(Limit limit) {
        if (!limit.field().equals("modified")) {
            return term(limit.field(), limit.from());
        }
        return Query.of(query -> query.range(range -> range.date(date -> {
            date.field(limit.field());
            if (!limit.from().isEmpty()) {
                date.gte(limit.from());
            }
            return limit.to().isEmpty() ? date : date.lt(limit.to());
        })));
    }

    static Query readable(Set<UUID> workspaces) {
        return anyOf("workspace", workspaces.stream().map(UUID::toString));
    }

    private static Query anyOf(String field, Stream<String> values) {
        var some = values.map(FieldValue::of).toList();
        return Query.of(query -> query.terms(terms -> terms.field(field).terms(any -> any.value(some))));
    }

    static Query term(String field, String value) {
        return Query.of(query -> query.term(term -> term.field(field).value(value)));
    }

    /**
     * The stems decide, title and body together as one text: a word may stand in either. What the stems drop, a short
     * word that is also an acronym, is found as it is written.
     */
    private static Query plain(SearchWords words) {
        var ways = new ArrayList<Query>();
        ways.add(Query.of(query -> query.combinedFields(
                stems -> stems.fields(STEMS).query(words.plain()).minimumShouldMatch(words.any() ? "1" : ENOUGH))));
        OTHER_LANGUAGES.forEach(field -> ways.add(Query.of(query -> query.match(
                match -> match.field(field).query(words.plain()).minimumShouldMatch(words.any() ? "1" : ENOUGH)))));
        ways.addAll(wordForWord(words.plain()));
        return anyOf(ways);
    }

    private static List<Query> wordForWord(String words) {
        var ways = new ArrayList<Query>();
        if (words.indexOf(' ') < 0) {
            ways.add(phrase(words, BARELY));
            ways.add(Query.of(query ->
                    query.term(term -> term.field("reference").value(words).boost(REFERENCE))));
        }
        return ways;
    }

    /** Adds to the score of what has the very words, little ones aside: those the field itself leaves out of a question. */
    private static Query asWritten(String words) {
        return Query.of(query -> query.multiMatch(match ->
                match.query(words).type(TextQueryType.CrossFields).fields(EXACT).boost(AS_WRITTEN)));
    }

    private static Query one(Term term) {
        return switch (term.shape()) {
            case WORD -> word(term.text());
            case PHRASE -> phrase(term.text(), 1);
            case PREFIX -> prefix(term.text());
            case TITLE ->
                Query.of(query -> query.match(
                        match -> match.field("title").query(term.text()).operator(Operator.And)));
            case TITLE_PHRASE ->
                Query.of(query ->
                        query.matchPhrase(match -> match.field("title.exact").query(term.text())));
        };
    }

    private static Query word(String word) {
        var ways = new ArrayList<Query>();
        ways.add(stems(word));
        ways.addAll(otherStems(word));
        ways.addAll(wordForWord(word));
        return anyOf(ways);
    }

    private static Query stems(String word) {
        return Query.of(query ->
                query.combinedFields(stems -> stems.fields(STEMS).query(word).operator(CombinedFieldsOperator.And)));
    }

    private static List<Query> otherStems(String word) {
        return OTHER_LANGUAGES.stream()
                .map(field -> Query.of(query ->
                        query.match(match -> match.field(field).query(word).operator(Operator.And))))
                .toList();
    }

    /** In quotes little words count, and no form but the one that is written. */
    private static Query phrase(String words, float boost) {
        return Query.of(query -> query.multiMatch(match ->
                match.query(words).type(TextQueryType.Phrase).fields(EXACT).boost(boost)));
    }

    /** @return what has the word, in any form or by its long form: where that is, there is nothing to correct */
    static Query known(String word) {
        var ways = new ArrayList<Query>();
        ways.add(stems(word));
        ways.addAll(otherStems(word));
        EXACT.forEach(field ->
                ways.add(Query.of(query -> query.term(term -> term.field(field).value(word)))));
        return anyOf(ways);
    }

    /** Asked of the words as written: stems do not begin as the words do ({@code territoire} is kept as {@code teritoir}). */
    private static Query prefix(String beginning) {
        return Query.of(query -> query.simpleQueryString(
                text -> text.query(beginning).fields(PREFIXED).lenient(true).flags(SimpleQueryStringFlag.Prefix)));
    }

    private static Query anyOf(List<Query> ways) {
        return Query.of(query -> query.bool(any -> any.should(ways).minimumShouldMatch("1")));
    }
}
