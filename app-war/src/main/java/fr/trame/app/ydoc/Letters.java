package fr.trame.app.ydoc;

import org.jspecify.annotations.Nullable;

/** Text, counted as browsers do: in UTF-16 units. While somebody types, letters gather in a buffer. */
final class Letters implements Content {

    private String text;
    private @Nullable StringBuilder typed;

    Letters(String text) {
        this.text = text;
    }

    String text() {
        if (typed != null) {
            text = typed.toString();
            typed = null;
        }
        return text;
    }

    @Override
    public int kind() {
        return 4;
    }

    @Override
    public int length() {
        return typed == null ? text.length() : typed.length();
    }

    @Override
    public int weight() {
        return 2 * length();
    }

    /** A pair of surrogates that is cut is lost: each half becomes the replacement character, as in the editor. */
    @Override
    public Halves split(int units) {
        var whole = text();
        var left = whole.substring(0, units);
        var right = whole.substring(units);
        if (Character.isHighSurrogate(whole.charAt(units - 1))) {
            left = left.substring(0, units - 1) + REPLACEMENT;
            right = REPLACEMENT + right.substring(1);
        }
        return new Halves(new Letters(left), new Letters(right));
    }

    @Override
    public @Nullable Content join(Content next) {
        if (next instanceof Letters other) {
            if (typed == null) {
                typed = new StringBuilder(text.length() + 16).append(text);
                text = "";
            }
            typed.append(other.text());
            return this;
        }
        return null;
    }

    @Override
    public Content copy() {
        return new Letters(text());
    }

    @Override
    public void write(WireWriter out, int offset) {
        out.string(text().substring(offset));
    }
}
