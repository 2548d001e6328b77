package fr.trame.app.architecture.guilty.fiche.web;

/** Belongs to the pages of fiche. */
public class FichePage {}
