package fr.trame.app.dossier;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Stops reading when more bytes come than are allowed, whatever size was announced. */
final class Limited extends FilterInputStream {

    private long left;

    Limited(InputStream bytes, long limit) {
        super(bytes);
        this.left = limit;
    }

    @Override
    public int read() throws IOException {
        var read = super.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        var read = super.read(buffer, from, length);
        count(Math.max(read, 0));
        return read;
    }

    private void count(int read) throws Exceeded {
        left -= read;
        if (left < 0) {
            throw new Exceeded();
        }
    }

    /** More bytes than allowed. */
    static final class Exceeded extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
