package fr.trame.app.architecture.guilty.workspace;

import fr.trame.app.architecture.guilty.fiche.OtherHalf;

/** Closes a circle. */
public class HalfOfACircle {
    public void go(OtherHalf other) {
        other.comeBack(this);
    }
}
