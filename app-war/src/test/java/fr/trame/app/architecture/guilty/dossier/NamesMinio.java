package fr.trame.app.architecture.guilty.dossier;

import io.minio.MinioClient;

/** Binds the core to one store. */
public class NamesMinio {
    MinioClient client() {
        return MinioClient.builder().endpoint("http://localhost").build();
    }
}
