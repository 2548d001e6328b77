package fr.trame.app.architecture.guilty.fiche.web;

import jakarta.ws.rs.Path;

/** A page that answers like a REST resource. */
@Path("guilty")
public class SpeaksRest {}
