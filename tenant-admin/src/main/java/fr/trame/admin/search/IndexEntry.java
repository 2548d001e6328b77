package fr.trame.admin.search;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.trame.admin.http.JsonHttp;

/**
 * One entry of the index: a fiche, a dossier, a page of a document, or a comment.
 *
 * @param version the row's version plus one, because Elasticsearch takes no external version 0
 */
record IndexEntry(String id, long version, ObjectNode source) {

    /** The two lines of a bulk request. */
    String lines() {
        var action = JsonHttp.object();
        action.putObject("index").put("_id", id).put("version", version).put("version_type", "external");
        return action + "\n" + source + "\n";
    }
}
