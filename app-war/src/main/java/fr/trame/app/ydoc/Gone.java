package fr.trame.app.ydoc;

/** Units whose content and place nobody needs any more. */
final class Gone extends Struct {

    Gone(long client, int clock, int length) {
        super(client, clock, length);
    }

    @Override
    boolean deleted() {
        return true;
    }

    @Override
    Gone after(int units) {
        return new Gone(client, clock + units, length - units);
    }

    @Override
    int weight() {
        return 8;
    }

    @Override
    void write(WireWriter out, int offset) {
        out.u8(IS_GONE);
        out.uint(length - offset);
    }
}
