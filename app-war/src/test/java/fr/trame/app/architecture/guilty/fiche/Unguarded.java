package fr.trame.app.architecture.guilty.fiche;

import fr.trame.app.Boundary;
import jakarta.enterprise.event.Observes;

/** Lets everybody in. */
@Boundary
public class Unguarded {

    public void open() {}

    void ajar() {}

    public void observed(@Observes String event) {}

    void allowed(@Observes String event) {}
}
