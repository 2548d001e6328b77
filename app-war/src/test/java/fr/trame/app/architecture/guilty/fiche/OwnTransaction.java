package fr.trame.app.architecture.guilty.fiche;

import jakarta.transaction.Transactional;

/** Opens a transaction that is bound to no tenant. */
@Transactional
public class OwnTransaction {}
