package fr.trame.admin.cli;

import fr.trame.admin.Settings;
import java.io.PrintWriter;

/** What a command works with: the configuration it reads and the place it reports to. */
record Console(Settings settings, PrintWriter out) {}
