package fr.trame.app.dossier;

/**
 * A file whose bytes are in the store.
 *
 * @param name as the user named it, checked by {@link FileName}
 * @param mediaType as found in the bytes, not as claimed
 * @param folder where in the dossier, checked by {@link FolderPath}
 * @param sha256 64 lower-case hexadecimal digits
 */
public record ReceivedFile(String name, String mediaType, long size, String sha256, String objectKey, String folder) {

    public ReceivedFile(String name, String mediaType, long size, String sha256, String objectKey) {
        this(name, mediaType, size, sha256, objectKey, "");
    }

    static ReceivedFile of(Document document) {
        return new ReceivedFile(
                document.name(),
                document.mediaType(),
                document.size(),
                document.sha256(),
                document.objectKey(),
                document.folder());
    }

    ReceivedFile named(String other) {
        return new ReceivedFile(other, mediaType, size, sha256, objectKey, folder);
    }

    /** @return the same file, standing in that folder */
    public ReceivedFile in(String path) {
        return new ReceivedFile(name, mediaType, size, sha256, objectKey, path);
    }
}
