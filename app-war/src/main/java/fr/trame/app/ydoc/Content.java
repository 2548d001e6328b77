package fr.trame.app.ydoc;

import fr.trame.app.ydoc.MalformedUpdateException.Reason;
import org.jspecify.annotations.Nullable;

/** What an item holds. Values are kept as they were written and read when somebody asks for them. */
sealed interface Content
        permits Content.Deleted, Content.Binary, Content.Embed, Content.Format, Content.Nested, Values, Letters {

    char REPLACEMENT = '\uFFFD';

    /** The number of a branch that is a piece of somebody's own page. */
    int HOOK = 5;

    /** The number by which the format knows it. */
    int kind();

    /** About the bytes it takes. */
    int weight();

    void write(WireWriter out, int offset);

    /** How many units it is. */
    default int length() {
        return 1;
    }

    /** Both halves; this one must not be used afterwards. */
    default Halves split(int units) {
        throw new IllegalStateException("One unit has no halves");
    }

    /** Both in one, null when they cannot be; neither must be used afterwards. */
    default @Nullable Content join(Content next) {
        return null;
    }

    /** One that does not change when this one is joined or split. */
    default Content copy() {
        return this;
    }

    /** Two parts of one content. */
    record Halves(Content left, Content right) {}

    static Content read(WireReader in, int kind) throws MalformedUpdateException {
        return switch (kind) {
            case 1 -> new Deleted(in.count());
            case Values.JSON -> Values.read(in, Values.JSON);
            case 3 -> new Binary(in.blob());
            case 4 -> new Letters(in.string());
            case 5 -> new Embed(Json.checked(in));
            case 6 -> new Format(in.name(), Json.checked(in));
            case 7 -> new Nested(readBranch(in));
            case Values.ANY -> Values.read(in, Values.ANY);
            case 9 -> throw new MalformedUpdateException(Reason.UNSUPPORTED, "The update has a document inside");
            default -> throw in.unreadable("has a content of kind " + kind);
        };
    }

    private static Branch readBranch(WireReader in) throws MalformedUpdateException {
        var number = in.uint();
        if (number == HOOK) {
            throw new MalformedUpdateException(Reason.UNSUPPORTED, "The update has a hook");
        }
        for (var kind : Branch.Kind.values()) {
            if (kind.number == number) {
                return new Branch(kind, kind == Branch.Kind.ELEMENT ? in.name() : "");
            }
        }
        throw in.unreadable("has a branch of kind " + number);
    }

    /** Content that is no more, at a place that still counts. */
    record Deleted(@Override int length) implements Content {

        @Override
        public int kind() {
            return 1;
        }

        @Override
        public int weight() {
            return 4;
        }

        @Override
        public Halves split(int units) {
            return new Halves(new Deleted(units), new Deleted(length - units));
        }

        @Override
        public @Nullable Content join(Content next) {
            return next instanceof Deleted other ? new Deleted(length + other.length) : null;
        }

        @Override
        public void write(WireWriter out, int offset) {
            out.uint(length - offset);
        }
    }

    /** Bytes. */
    final class Binary implements Content {

        private final byte[] bytes;

        Binary(byte[] bytes) {
            this.bytes = bytes;
        }

        byte[] bytes() {
            return bytes.clone();
        }

        @Override
        public int kind() {
            return 3;
        }

        @Override
        public int weight() {
            return bytes.length;
        }

        @Override
        public void write(WireWriter out, int offset) {
            out.blob(bytes);
        }
    }

    /** Something that stands in a text like a letter. */
    record Embed(String json) implements Content {

        @Override
        public int kind() {
            return 5;
        }

        @Override
        public int weight() {
            return json.length();
        }

        @Override
        public void write(WireWriter out, int offset) {
            out.string(json);
        }
    }

    /** From here on the text has this mark; a null ends it. */
    record Format(String mark, String json) implements Content {

        @Override
        public int kind() {
            return 6;
        }

        @Override
        public int weight() {
            return mark.length() + json.length();
        }

        @Override
        public void write(WireWriter out, int offset) {
            out.string(mark);
            out.string(json);
        }
    }

    /** An element, text, list or map. */
    record Nested(Branch branch) implements Content {

        @Override
        public int kind() {
            return 7;
        }

        @Override
        public int weight() {
            return 40 + branch.name.length();
        }

        @Override
        public Content copy() {
            return new Nested(new Branch(branch.kind, branch.name));
        }

        @Override
        public void write(WireWriter out, int offset) {
            out.uint(branch.kind.number);
            if (branch.kind == Branch.Kind.ELEMENT) {
                out.string(branch.name);
            }
        }
    }
}
