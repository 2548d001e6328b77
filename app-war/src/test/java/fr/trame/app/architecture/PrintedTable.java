package fr.trame.app.architecture;

/** The part of a document that the table prints itself into. */
final class PrintedTable {

    static final String BEGIN = "<!-- who may know whom: printed from the test, do not edit -->\n";
    static final String END = "<!-- end of who may know whom -->";

    private PrintedTable() {}

    /** @return the document as it should be */
    static String into(String document, String table) {
        var begin = document.indexOf(BEGIN);
        var end = document.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException("the document lacks the lines " + BEGIN + END);
        }
        return document.substring(0, begin + BEGIN.length()) + table + document.substring(end);
    }
}
