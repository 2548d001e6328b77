package fr.trame.app.architecture.guilty.api;

import fr.trame.app.architecture.guilty.web.SharedFrame;

/** The REST door leans on the pages. */
public class KnowsFrame {
    SharedFrame frame = new SharedFrame();
}
