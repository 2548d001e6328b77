package fr.trame.app.coedit;

/** One open line: a page of somebody. Calls return at once; what cannot be sent soon closes the line. */
public interface Peer {

    /** Why a line is closed, as the page understands it. */
    enum End {
        /** What came is not of the protocol. */
        BROKEN(4400),
        /** The session is over. */
        SIGNED_OUT(4401),
        /** No longer, or never, allowed. */
        REFUSED(4403),
        /** The rights are other ones now: connect again. */
        RIGHTS_CHANGED(4409),
        /** Too much at once. */
        FLOOD(1008),
        /** The server cannot save now: keep it and come back. */
        TRY_LATER(1013);

        private final int code;

        End(int code) {
            this.code = code;
        }

        public int code() {
            return code;
        }
    }

    Visit visit();

    /** @return whether nothing comes or goes on it any more */
    boolean isClosed();

    void send(byte[] message);

    void close(End why);
}
