package fr.trame.app.architecture.guilty.fiche;

import fr.trame.app.architecture.guilty.workspace.HalfOfACircle;

/** Begins a circle. */
public class OtherHalf {
    public void comeBack(HalfOfACircle half) {
        half.go(this);
    }
}
