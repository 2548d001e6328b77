package fr.trame.app.extraction.tika;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Leaves out references to the character NUL. Tika writes one into every empty title, and no version of XML allows it:
 * a strict reader stops there. An ampersand of the text itself comes as an entity, so nothing else can look like it.
 */
final class NulReferenceFilter extends FilterInputStream {

    private static final byte[] REST = {'#', '0', ';'};

    NulReferenceFilter(InputStream source) {
        super(new BufferedInputStream(source, 1 << 14));
    }

    @Override
    public int read() throws IOException {
        int next = in.read();
        while (next == '&' && skipRest()) {
            next = in.read();
        }
        return next;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = 0;
        while (count < length) {
            // Hand over what is there rather than wait for more.
            int next = count > 0 && in.available() == 0 ? -1 : read();
            if (next < 0) {
                return count == 0 && length > 0 ? -1 : count;
            }
            target[offset + count++] = (byte) next;
        }
        return count;
    }

    private boolean skipRest() throws IOException {
        in.mark(REST.length);
        for (byte expected : REST) {
            if (in.read() != expected) {
                in.reset();
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
