package fr.trame.infra.stack.console;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * One line for each part. On a terminal the lines are redrawn in place with running seconds; elsewhere each change is
 * a line of its own, so that a log reads well.
 */
public final class Board implements AutoCloseable {

    private static final Duration SELDOM = Duration.ofSeconds(10);
    private static final long REDRAW_MILLIS = 250;
    private static final int NAME_WIDTH = 14;

    private final Map<String, Row> rows = new LinkedHashMap<>();
    private final PrintStream out;
    private final boolean live;
    private final int width;
    private int drawn;
    private boolean closed;

    /**
     * @param live whether the output is a terminal that understands cursor movements
     * @param width columns of the terminal; a line that wrapped could not be redrawn
     */
    public Board(PrintStream out, boolean live, int width) {
        this.out = out;
        this.live = live;
        this.width = width;
        if (live) {
            var painter = new Thread(this::paint, "board");
            painter.setDaemon(true);
            painter.start();
        }
    }

    /** The line of this name, created at its first use; lines keep the order of creation. */
    public synchronized Lane lane(String name) {
        return rows.computeIfAbsent(name, Row::new);
    }

    /** Whole lines under or between the others: results, warnings. */
    public synchronized void print(String text) {
        clear();
        out.println(text);
        draw();
    }

    /** Draws the lines a last time, where they stay. */
    @Override
    public synchronized void close() {
        if (!closed && live) {
            clear();
            draw();
        }
        closed = true;
        drawn = 0;
    }

    private void paint() {
        while (redraw()) {
            try {
                Thread.sleep(REDRAW_MILLIS);
            } catch (InterruptedException stop) {
                return;
            }
        }
    }

    private synchronized boolean redraw() {
        if (!closed) {
            clear();
            draw();
        }
        return !closed;
    }

    private void clear() {
        if (drawn > 0) {
            out.print(String.format(Locale.ROOT, "\u001b[%dA\u001b[J", drawn));
            drawn = 0;
        }
    }

    private void draw() {
        if (live && !closed) {
            rows.values().forEach(row -> out.println(row.text()));
            out.flush();
            drawn = rows.size();
        }
    }

    private final class Row implements Lane {

        private final String name;
        private final Instant since = Instant.now();
        private String what = "";
        private String mark = "…";
        private Duration took = Duration.ZERO;
        private Instant said = since;

        private Row(String name) {
            this.name = name;
        }

        @Override
        public void doing(String now) {
            change("…", now);
        }

        @Override
        public void progress(String howFar) {
            synchronized (Board.this) {
                if (live || Duration.between(said, Instant.now()).compareTo(SELDOM) > 0) {
                    change("…", howFar);
                }
            }
        }

        @Override
        public void done(String how) {
            change("✓", how);
        }

        private void change(String sign, String text) {
            synchronized (Board.this) {
                if (sign.equals(mark) && text.equals(what)) {
                    return;
                }
                mark = sign;
                what = text;
                said = Instant.now();
                took = Duration.between(since, said);
                if (!live) {
                    out.println(text());
                    out.flush();
                }
            }
        }

        private String text() {
            var elapsed = mark.equals("✓") || !live ? took : Duration.between(since, Instant.now());
            var padded = name + " ".repeat(Math.max(1, NAME_WIDTH - name.length()));
            var line = String.format(Locale.ROOT, "%s %s%5.1f s  %s", mark, padded, seconds(elapsed), what);
            return !live || line.length() <= width ? line : line.substring(0, width - 1) + "…";
        }

        private static double seconds(Duration elapsed) {
            return elapsed.toMillis() / 1000.0;
        }
    }
}
