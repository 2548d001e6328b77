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
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One browser's end of a line: messages wait for each other, and not beyond measure for a browser that reads slowly. */
final class Line implements Peer {

    private static final System.Logger LOG = System.getLogger(Line.class.getName());
    private static final int MOST_WAITING_BYTES = 20 << 20;

    /** A quick typist makes twenty messages a second; after a pause there may be many at once. */
    private static final double PER_SECOND = 50;

    private static final double AT_ONCE = 300;
    private static final double NANOS = 1e9;

    /** So many bytes count like a message more. */
    private static final double BYTES_AS_MUCH = 8192;

    private final Session session;
    private final Visit visit;
    private final Consumer<Runnable> later;
    private final Deque<byte[]> waiting = new ArrayDeque<>();
    private int waitingBytes;
    private boolean sending;
    private boolean pumping;
    private boolean closed;
    private boolean told;
    private double allowed = AT_ONCE;
    private long lastNanos = System.nanoTime();

    /** @param later does something by another thread: the server tells of the end by the one that ends the line */
    Line(Session session, Visit visit, Consumer<Runnable> later) {
        this.session = session;
        this.visit = visit;
        this.later = later;
    }

    @Override
    public synchronized boolean isClosed() {
        return closed;
    }

    @Override
    public Visit visit() {
        return visit;
    }

    /** @return whether more came than people can type */
    synchronized boolean isFlooded(int bytes) {
        var now = System.nanoTime();
        allowed = Math.min(AT_ONCE, allowed + (now - lastNanos) / NANOS * PER_SECOND) - 1 - bytes / BYTES_AS_MUCH;
        lastNanos = now;
        return allowed < 0;
    }

    @Override
    public void send(byte[] message) {
        boolean tooMuch;
        synchronized (this) {
            if (closed) {
                return;
            }
            waiting.add(message);
            waitingBytes += message.length;
            tooMuch = waitingBytes > MOST_WAITING_BYTES;
        }
        if (tooMuch) {
            close(End.FLOOD);
        } else {
            next();
        }
    }

    /** One after the other, by whoever finds nobody at it: the server often says at once that a message is sent. */
    private void next() {
        synchronized (this) {
            if (pumping) {
                return;
            }
            pumping = true;
        }
        for (var message = take(); message != null; message = take()) {
            try {
                session.getAsyncRemote().sendBinary(ByteBuffer.wrap(message), this::sent);
            } catch (RuntimeException | Error gone) {
                LOG.log(System.Logger.Level.DEBUG, "a line ended while something was sent", gone);
                ended();
            }
        }
    }

    /** @return what is to be sent now, null when it is not the time or there is nothing: then nobody is at it */
    private synchronized byte @Nullable [] take() {
        if (closed || sending || waiting.isEmpty()) {
            pumping = false;
            return null;
        }
        sending = true;
        var message = waiting.remove();
        waitingBytes -= message.length;
        return message;
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
        synchronized (this) {
            if (told) {
                return;
            }
            told = true;
        }
        ended();
        later.accept(() -> end(why));
    }

    private void end(End why) {
        try {
            session.close(new CloseReason(CloseCodes.getCloseCode(why.code()), why.name()));
        } catch (IOException | RuntimeException gone) {
            LOG.log(System.Logger.Level.DEBUG, "a line was closed already", gone);
        }
    }
}
