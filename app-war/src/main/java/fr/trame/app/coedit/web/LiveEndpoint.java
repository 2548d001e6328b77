package fr.trame.app.coedit.web;

import fr.trame.app.coedit.Peer;
import fr.trame.app.coedit.Rooms;
import fr.trame.app.coedit.Visit;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The line of one page. Whoever did not come through {@link LiveFilter} has no visit, and is sent away. */
@ServerEndpoint("/t/{alias}/fiches/{id}/live")
public class LiveEndpoint {

    private static final System.Logger LOG = System.getLogger(LiveEndpoint.class.getName());

    /** Pages say every 15 seconds that they are here. */
    private static final long SILENCE_MILLIS = 60_000;

    /** A long absence comes back as one message; less than the server's buffer (web.xml). */
    private static final int MOST_BYTES = 1 << 20;

    @Inject
    Rooms rooms;

    private @Nullable Line line;

    @OnOpen
    public void open(Session session) throws IOException {
        if (!(session.getUserPrincipal() instanceof Visit visit)) {
            session.close(new CloseReason(CloseReason.CloseCodes.VIOLATED_POLICY, "no visit"));
            return;
        }
        session.setMaxIdleTimeout(SILENCE_MILLIS);
        session.setMaxBinaryMessageBufferSize(MOST_BYTES);
        session.setMaxTextMessageBufferSize(1);
        var opened = new Line(session, visit, rooms::later);
        line = opened;
        try {
            rooms.join(opened);
        } catch (RuntimeException away) {
            LOG.log(System.Logger.Level.WARNING, "a fiche written together cannot be opened", away);
            opened.close(Peer.End.TRY_LATER);
        }
    }

    @OnMessage(maxMessageSize = MOST_BYTES)
    public void take(byte[] message) {
        var open = line;
        if (open == null) {
            return;
        }
        if (open.isFlooded(message.length)) {
            open.close(Peer.End.FLOOD);
            return;
        }
        rooms.take(open, message);
    }

    @OnMessage
    public void refuse(@SuppressWarnings("unused") String text) {
        if (line != null) {
            line.close(Peer.End.BROKEN);
        }
    }

    @OnClose
    public void close() {
        var ended = line;
        if (ended != null) {
            ended.ended();
            // The thread that closed it may be one that is busy with the document.
            rooms.later(() -> rooms.leave(ended));
        }
    }

    @OnError
    public void fail(Throwable failure) {
        LOG.log(System.Logger.Level.DEBUG, "a line failed", failure);
    }
}
