package fr.trame.app.transfer;

/** How far a transfer is with what a request brought. */
public final class Reached {

    private final Progress progress;

    Reached(Progress progress) {
        this.progress = progress;
    }

    Progress progress() {
        return progress;
    }

    /** @return bytes */
    public long received() {
        return progress.received();
    }
}
