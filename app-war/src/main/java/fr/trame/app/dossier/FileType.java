package fr.trame.app.dossier;

import fr.trame.app.BusinessException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The types of file that are taken: the extension must be on the list and the first bytes must be what it says. A name
 * without an extension is that of a plain text, as on other systems than Windows.
 */
public final class FileType {

    /** How many bytes {@link #check} wants to see. */
    public static final int HEAD = 1024;

    private static final List<String> ZIP = List.of("PK\u0003\u0004");
    private static final String OPEN_XML = "application/vnd.openxmlformats-officedocument.";
    private static final String OPEN_DOCUMENT = "application/vnd.oasis.opendocument.";
    private static final Map<String, FileType> TYPES = Map.ofEntries(
            Map.entry("pdf", new FileType("application/pdf", List.of())),
            Map.entry("docx", new FileType(OPEN_XML + "wordprocessingml.document", ZIP)),
            Map.entry("xlsx", new FileType(OPEN_XML + "spreadsheetml.sheet", ZIP)),
            Map.entry("pptx", new FileType(OPEN_XML + "presentationml.presentation", ZIP)),
            Map.entry("odt", new FileType(OPEN_DOCUMENT + "text", ZIP)),
            Map.entry("ods", new FileType(OPEN_DOCUMENT + "spreadsheet", ZIP)),
            Map.entry("odp", new FileType(OPEN_DOCUMENT + "presentation", ZIP)),
            Map.entry("png", new FileType("image/png", List.of("\u0089PNG"))),
            Map.entry("jpg", new FileType("image/jpeg", List.of("\u00ff\u00d8\u00ff"))),
            Map.entry("jpeg", new FileType("image/jpeg", List.of("\u00ff\u00d8\u00ff"))),
            Map.entry("tif", new FileType("image/tiff", List.of("II*\0", "MM\0*"))),
            Map.entry("tiff", new FileType("image/tiff", List.of("II*\0", "MM\0*"))),
            Map.entry("eml", new FileType("message/rfc822", List.of())),
            Map.entry("html", new FileType("text/html", List.of())),
            Map.entry("htm", new FileType("text/html", List.of())),
            Map.entry("txt", new FileType("text/plain", List.of())),
            Map.entry("csv", new FileType("text/csv", List.of())));

    /** Office programs lock a file by putting it into a container of their older format. */
    private static final String LOCKED = "\u00d0\u00cf\u0011\u00e0";

    /** What a name without an extension stands for. */
    private static final String PLAIN = "txt";

    private static final String PDF = "%PDF-";

    /** What begins like this is, or passes for, something else that happens to hold a PDF as well. */
    private static final List<String> OTHERS =
            List.of("PK", "MZ", "GIF8", "\u007fELF", "#!", "\u0089PNG", "\u00ff\u00d8");

    private static final Pattern MESSAGE = Pattern.compile(
            "(?im)\\A(?:[!-9;-~]+:.*(?:\\R[ \\t].*)*\\R)*(?:from|to|date|subject|received|return-path|message-id):");

    private final String mediaType;
    private final List<String> beginnings;

    private FileType(String mediaType, List<String> beginnings) {
        this.mediaType = mediaType;
        this.beginnings = beginnings;
    }

    /**
     * @param head the first bytes, at most {@link #HEAD}
     * @return the media type to record
     * @throws BusinessException UNSUPPORTED_TYPE when the type is not taken or the bytes are of another one
     */
    public static String check(String name, byte[] head) {
        var type = named(name);
        var beginning = new String(head, StandardCharsets.ISO_8859_1);
        if (type.mediaType.startsWith(OPEN_XML) && beginning.startsWith(LOCKED)) {
            throw BusinessException.file(BusinessException.Kind.UNSUPPORTED_TYPE, "file.locked");
        }
        if (!type.matches(beginning) || (FileName.extension(name).isEmpty() && !isPlain(beginning))) {
            throw BusinessException.file(BusinessException.Kind.UNSUPPORTED_TYPE, "file.type.mismatch", said(name));
        }
        return type.mediaType;
    }

    /**
     * Looks at the name alone, before the first byte.
     *
     * @throws BusinessException UNSUPPORTED_TYPE when files that are called so are not taken
     */
    public static void checkName(String name) {
        named(name);
    }

    /** @return whether files of this type are archives of parts */
    static boolean isPackage(String mediaType) {
        return mediaType.startsWith(OPEN_XML) || mediaType.startsWith(OPEN_DOCUMENT);
    }

    private static FileType named(String name) {
        var extension = said(name);
        var type = TYPES.get(extension);
        if (type == null) {
            throw BusinessException.file(BusinessException.Kind.UNSUPPORTED_TYPE, "file.type.refused", extension);
        }
        return type;
    }

    /** @return the extension, or that of a plain text for a name without one */
    static String said(String name) {
        var extension = FileName.extension(name);
        return extension.isEmpty() ? PLAIN : extension;
    }

    /** Without an extension nothing says that it is a text but its bytes: it holds no control but those of lines. */
    private static boolean isPlain(String head) {
        return head.chars()
                        .allMatch(each -> each >= ' ' || each == '\t' || each == '\n' || each == '\r' || each == '\f')
                && OTHERS.stream().noneMatch(head::startsWith)
                && !head.startsWith(PDF);
    }

    private boolean matches(String head) {
        if (mediaType.equals("application/pdf")) {
            return isPdf(head);
        }
        if (mediaType.startsWith("text/")) {
            return head.indexOf('\0') < 0 || head.startsWith("\u00ff\u00fe") || head.startsWith("\u00fe\u00ff");
        }
        if (mediaType.equals("message/rfc822")) {
            return MESSAGE.matcher(head).find();
        }
        return beginnings.stream().anyMatch(head::startsWith);
    }

    /** The norm lets some bytes come before, such as a printer's commands. */
    private static boolean isPdf(String head) {
        int at = head.indexOf(PDF);
        return at == 0
                || (at > 0 && head.lastIndexOf('<', at) < 0 && OTHERS.stream().noneMatch(head::startsWith));
    }
}
