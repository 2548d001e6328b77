package fr.trame.app.dossier;

/**
 * A folder inside a dossier.
 *
 * @param path as {@link FolderPath} writes it
 * @param name the last of its names
 * @param documents in it and below
 */
public record Folder(String path, String name, long documents) {}
