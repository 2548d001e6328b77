package fr.trame.app.ydoc;

/** Units an update does not carry, although it carries later ones. */
final class Gap extends Struct {

    Gap(long client, int clock, int length) {
        super(client, clock, length);
    }

    @Override
    boolean deleted() {
        return true;
    }

    @Override
    Gap after(int units) {
        return new Gap(client, clock + units, length - units);
    }

    @Override
    int weight() {
        return 8;
    }

    @Override
    void write(WireWriter out, int offset) {
        out.u8(IS_GAP);
        out.uint(length - offset);
    }
}
