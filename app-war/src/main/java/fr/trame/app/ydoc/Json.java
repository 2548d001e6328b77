package fr.trame.app.ydoc;

import fr.trame.app.ydoc.MalformedUpdateException.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the JSON inside updates, as strictly as browsers do: what they cannot read must not reach them. */
final class Json {

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");
    private static final String UNDEFINED = "undefined";

    private final String text;
    private final int deepest;
    private int at;

    private Json(String text, int deepest) {
        this.text = text;
        this.deepest = deepest;
    }

    /** The next text of an update, which must be JSON. */
    static String checked(WireReader in) throws MalformedUpdateException {
        var text = in.string();
        parse(text, in.limits().depth());
        return text;
    }

    /** The next value of a list of old, which has a word of its own for what is not there. */
    static @Nullable Object checkedOrUndefined(WireReader in) throws MalformedUpdateException {
        var text = in.string();
        return text.equals(UNDEFINED) ? null : parse(text, in.limits().depth());
    }

    /** A text that was checked when it came. */
    static @Nullable Object known(String text) {
        try {
            return parse(text, Integer.MAX_VALUE);
        } catch (MalformedUpdateException changed) {
            throw new IllegalStateException(changed);
        }
    }

    private static @Nullable Object parse(String text, int deepest) throws MalformedUpdateException {
        var json = new Json(text, deepest);
        var value = json.value(0);
        json.blanks();
        if (json.at < text.length()) {
            throw json.broken();
        }
        return value;
    }

    private @Nullable Object value(int depth) throws MalformedUpdateException {
        if (depth > deepest) {
            throw new MalformedUpdateException(Reason.TOO_DEEP, "The update has JSON too deep inside one another");
        }
        blanks();
        return switch (peek()) {
            case '{' -> object(depth + 1);
            case '[' -> array(depth + 1);
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Object object(int depth) throws MalformedUpdateException {
        var map = new LinkedHashMap<String, @Nullable Object>();
        at++;
        if (!ends('}')) {
            do {
                blanks();
                var key = string();
                blanks();
                expect(':');
                map.put(key, value(depth));
            } while (more('}'));
        }
        return map;
    }

    private Object array(int depth) throws MalformedUpdateException {
        var list = new ArrayList<@Nullable Object>();
        at++;
        if (!ends(']')) {
            do {
                list.add(value(depth));
            } while (more(']'));
        }
        return list;
    }

    private boolean ends(char close) throws MalformedUpdateException {
        blanks();
        if (peek() == close) {
            at++;
            return true;
        }
        return false;
    }

    private boolean more(char close) throws MalformedUpdateException {
        if (ends(close)) {
            return false;
        }
        expect(',');
        return true;
    }

    private String string() throws MalformedUpdateException {
        expect('"');
        var out = new StringBuilder();
        while (peek() != '"') {
            var next = text.charAt(at++);
            if (next < ' ') {
                throw broken();
            }
            out.append(next == '\\' ? escaped() : next);
        }
        at++;
        return out.toString();
    }

    private char escaped() throws MalformedUpdateException {
        var next = peek();
        at++;
        return switch (next) {
            case '"', '\\', '/' -> next;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unit();
            default -> throw broken();
        };
    }

    private char unit() throws MalformedUpdateException {
        var unit = 0;
        for (var i = 0; i < 4; i++) {
            var next = peek();
            var digit = next < 128 ? Character.digit(next, 16) : -1;
            if (digit < 0) {
                throw broken();
            }
            unit = unit * 16 + digit;
            at++;
        }
        return (char) unit;
    }

    private @Nullable Object word(String word, @Nullable Object value) throws MalformedUpdateException {
        if (!text.startsWith(word, at)) {
            throw broken();
        }
        at += word.length();
        return value;
    }

    private Object number() throws MalformedUpdateException {
        var matcher = NUMBER.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            throw broken();
        }
        at = matcher.end();
        var whole = matcher.group(2) == null && matcher.group(3) == null && matcher.end() - matcher.start() < 17;
        if (whole) {
            return Long.parseLong(matcher.group());
        }
        return Double.parseDouble(matcher.group());
    }

    private void expect(char what) throws MalformedUpdateException {
        if (peek() != what) {
            throw broken();
        }
        at++;
    }

    private char peek() throws MalformedUpdateException {
        if (at >= text.length()) {
            throw broken();
        }
        return text.charAt(at);
    }

    private void blanks() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private MalformedUpdateException broken() {
        return new MalformedUpdateException(Reason.UNREADABLE, "The update has broken JSON at character " + at);
    }
}
