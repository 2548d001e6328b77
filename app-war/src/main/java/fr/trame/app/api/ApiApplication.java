package fr.trame.app.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The REST door: bearer tokens only, JSON only, problems as RFC 9457 documents, the tenant in each address. */
@ApplicationPath("/api")
public class ApiApplication extends Application {}
