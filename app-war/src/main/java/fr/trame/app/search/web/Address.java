package fr.trame.app.search.web;

import fr.trame.app.search.Directory;
import fr.trame.app.search.SearchIndex;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Where a hit leads, inside the tenant. */
final class Address {

    private Address() {}

    /** @return a document at the page of the match, with the words to mark where the product can */
    static String of(SearchIndex.Hit hit, String words) {
        return switch (hit.kind()) {
            case FICHE -> "/fiches/" + hit.entity();
            case DOSSIER -> "/dossiers/" + hit.entity();
            case COMMENT ->
                "/documents/" + hit.document() + "?page=" + Math.max(1, hit.page()) + "#comment-" + hit.entity();
            case DOCUMENT -> reader(hit, words);
        };
    }

    /** @return a workspace; the fiches that name an organisation; what a person wrote */
    static String of(Directory.Entry entry) {
        var quoted = '"' + entry.name().replace('"', ' ') + '"';
        return switch (entry.kind()) {
            case WORKSPACE -> "/w/" + entry.id();
            case ORGANISATION ->
                Asked.words(quoted).with("kind", Set.of("FICHE")).address();
            case PERSON -> Asked.words("auteur:" + quoted).address();
        };
    }

    static String icon(Directory.Kind kind) {
        return switch (kind) {
            case WORKSPACE -> "th-large";
            case ORGANISATION -> "building";
            case PERSON -> "user";
        };
    }

    private static String reader(SearchIndex.Hit hit, String words) {
        return "/documents/" + hit.entity() + "?page=" + Math.max(1, hit.page()) + "&q="
                + URLEncoder.encode(words, StandardCharsets.UTF_8);
    }
}
