package fr.trame.infra.relevance;

import java.util.List;

/** A search that is measured. */
interface Engine {

    String name();

    /** Takes a collection in the place of the one before. */
    void load(Judged judged) throws Exception;

    /** @return the texts found, best first, {@link Figures#DEPTH} at most */
    List<String> ask(String words) throws Exception;

    /** @return 1 to be asked every question, 6 for every sixth: one that is slow is asked some only */
    default int oneIn() {
        return 1;
    }

    /** Leaves nothing behind. */
    void leave() throws Exception;
}
