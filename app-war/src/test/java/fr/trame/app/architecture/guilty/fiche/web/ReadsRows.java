package fr.trame.app.architecture.guilty.fiche.web;

import javax.sql.DataSource;

/** Reads rows past every boundary. */
public class ReadsRows {
    DataSource database;
}
