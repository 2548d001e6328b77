package fr.trame.app.architecture.guilty.web;

/** Belongs to all pages. */
public class SharedFrame {}
