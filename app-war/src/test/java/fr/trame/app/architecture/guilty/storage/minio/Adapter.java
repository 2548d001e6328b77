package fr.trame.app.architecture.guilty.storage.minio;

/** Belongs to CDI. */
public class Adapter {}
