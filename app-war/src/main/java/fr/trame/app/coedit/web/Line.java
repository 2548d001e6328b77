package fr.trame.app.coedit.web;

import fr.trame.app.coedit.Peer;
import fr.trame.app.coedit.Visit;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;

/** One browser's end of a line: messages wait for each other, and not beyond measure for a browser that reads slowly. */
final class Line implements Peer {

    private static final System.Logger LOG = System.getLogger(Line.class.getName());
    private static final int MOST_WAITING_BYTES = 20 << 20;

    /** A quick typist makes twenty messages a second; after a pause there may be many at once. */
    private static final double PER_SECOND = 50;

    private static final double AT_ONCE = 300;
    private static final double NANOS = 1e9;

    private final Session session;
    private final Visit visit;
    private final Deque<byte[]> waiting = new ArrayDeque<>();
    private int waitingBytes;
    private boolean sending;
    private boolean closed;
    private double allowed = AT_ONCE;
    private long lastNanos = System.nanoTime();

    Line(Session session, Visit visit) {
        this.session = session;
        this.visit = visit;
    }

    @Override
    public Visit visit() {
        return visit;
    }

    /** @return whether more came than people can type */
    synchronized boolean isFlooded() {
        var now = System.nanoTime();
        allowed = Math.min(AT_ONCE, allowed + (now - lastNanos) / NANOS * PER_SECOND) - 1;
        lastNanos = now;
        return allowed < 0;
    }

    @Override
    public void send(byte[] message) {
        synchronized (this) {
            if (closed) {
                return;
            }
            waiting.add(message);
            waitingBytes += message.length;
            if (sending && waitingBytes <= MOST_WAITING_BYTES) {
                return;
            }
        }
        if (waitingBytes > MOST_WAITING_BYTES) {
            close(End.FLOOD);
        } else {
            next();
        }
    }

    private void next() {
        byte[] message;
        synchronized (this) {
            if (closed || sending || waiting.isEmpty()) {
                return;
            }
            sending = true;
            message = waiting.remove();
            waitingBytes -= message.length;
        }
        try {
            session.getAsyncRemote().sendBinary(ByteBuffer.wrap(message), this::sent);
        } catch (RuntimeException gone) {
            LOG.log(System.Logger.Level.DEBUG, "a line ended while something was sent", gone);
            ended();
        }
    }

    private void sent(SendResult result) {
        synchronized (this) {
            sending = false;
        }
        if (result.isOK()) {
            next();
        } else {
            ended();
        }
    }

    /** Nothing is sent any more. */
    synchronized void ended() {
        closed = true;
        waiting.clear();
        waitingBytes = 0;
    }

    @Override
    public void close(End why) {
        ended();
        try {
            session.close(new CloseReason(CloseCodes.getCloseCode(why.code()), why.name()));
        } catch (IOException | RuntimeException gone) {
            LOG.log(System.Logger.Level.DEBUG, "a line was closed already", gone);
        }
    }
}
