package fr.trame.app.dossier.web;

import java.util.Map;

/**
 * How a type of file is drawn.
 *
 * @param icon name of the icon
 * @param tint class of its colours
 */
public record FileIcon(String icon, String tint) {

    private static final FileIcon WORDS = new FileIcon("file-word", "info");
    private static final FileIcon SHEET = new FileIcon("file-excel", "ok");
    private static final FileIcon SLIDES = new FileIcon("desktop", "warn");
    private static final FileIcon PICTURE = new FileIcon("image", "vio");
    private static final FileIcon OTHER = new FileIcon("file", "neu");
    private static final Map<String, FileIcon> BY_TYPE = Map.ofEntries(
            Map.entry("pdf", new FileIcon("file-pdf", "ko")),
            Map.entry("docx", WORDS),
            Map.entry("odt", WORDS),
            Map.entry("xlsx", SHEET),
            Map.entry("ods", SHEET),
            Map.entry("csv", SHEET),
            Map.entry("pptx", SLIDES),
            Map.entry("odp", SLIDES),
            Map.entry("png", PICTURE),
            Map.entry("jpg", PICTURE),
            Map.entry("jpeg", PICTURE),
            Map.entry("tif", PICTURE),
            Map.entry("tiff", PICTURE));

    static FileIcon of(String type) {
        return BY_TYPE.getOrDefault(type, OTHER);
    }
}
