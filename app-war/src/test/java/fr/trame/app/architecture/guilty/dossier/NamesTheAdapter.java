package fr.trame.app.architecture.guilty.dossier;

import fr.trame.app.architecture.guilty.storage.minio.Adapter;

/** Creates what CDI should wire. */
public class NamesTheAdapter {
    Adapter adapter = new Adapter();
}
