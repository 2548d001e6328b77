package fr.trame.app.dossier;

/** What is made of the bytes of a document so that they can be seen. */
public enum Rendition {
    /** The pages of an office file. */
    PDF("application/pdf"),
    /** A small picture of the first page. */
    THUMBNAIL("image/jpeg");

    private final String mediaType;

    Rendition(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    /** @return whether files of this type are shown as a PDF that is made of them */
    static boolean isConverted(String mediaType) {
        return FileType.isPackage(mediaType);
    }

    /** @return whether anything is made of files of this type */
    static boolean isMadeOf(String mediaType) {
        return isConverted(mediaType) || mediaType.equals("application/pdf") || mediaType.startsWith("image/");
    }

    /** What became of it. */
    public enum Outcome {
        /** It is not made, or not of such files. */
        NONE,
        WAITING,
        DONE,
        FAILED,
        /** Nothing that opens such files is installed. */
        OFF
    }
}
