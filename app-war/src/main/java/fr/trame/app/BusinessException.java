package fr.trame.app;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The business says no, in words the user can act on: a message key of the bundle with its arguments and, when one field
 * is to blame, its name. Unchecked, so that the transaction rolls back and nothing is half-saved.
 */
public class BusinessException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What kind of no: it decides the HTTP status and the page. */
    public enum Kind {
        INVALID(422),
        NOT_FOUND(404),
        CONFLICT(409),
        REFUSED(403),
        UNAVAILABLE(503),
        LOCKED(423),
        TOO_LARGE(413),
        UNSUPPORTED_TYPE(415);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        /** @return the HTTP status of the answer */
        public int status() {
            return status;
        }
    }

    private final Kind kind;
    private final String key;
    private final transient List<Object> arguments;
    private final @Nullable String field;

    private BusinessException(Kind kind, @Nullable String field, String key, List<Object> arguments) {
        super(key + arguments);
        this.kind = kind;
        this.field = field;
        this.key = key;
        this.arguments = arguments;
    }

    /** The thing does not exist in this tenant, or this person may not know that it does. */
    public static BusinessException notFound(String key) {
        return new BusinessException(Kind.NOT_FOUND, null, key, List.of());
    }

    /** Somebody else changed the thing first. */
    public static BusinessException conflict(String key, Object... arguments) {
        return new BusinessException(Kind.CONFLICT, null, key, List.of(arguments));
    }

    /** The person's role does not allow the operation. */
    public static BusinessException refused(String key, Object... arguments) {
        return new BusinessException(Kind.REFUSED, null, key, List.of(arguments));
    }

    /** Somebody else holds the thing for a while. */
    public static BusinessException locked(String key, Object... arguments) {
        return new BusinessException(Kind.LOCKED, null, key, List.of(arguments));
    }

    /** One field holds what the rule forbids. */
    public static BusinessException invalid(String field, String key, Object... arguments) {
        return new BusinessException(Kind.INVALID, field, key, List.of(arguments));
    }

    /** The bytes break a limit or are of a type that is not taken. */
    public static BusinessException file(Kind kind, String key, Object... arguments) {
        return new BusinessException(kind, "file", key, List.of(arguments));
    }

    /** A service behind the product does not answer; the user can try again later. */
    public static BusinessException unavailable(String key, Object... arguments) {
        return new BusinessException(Kind.UNAVAILABLE, null, key, List.of(arguments));
    }

    /** @return the same refusal, with the field named as that door names it */
    public BusinessException atField(String name) {
        return new BusinessException(kind, name, key, arguments);
    }

    public Kind kind() {
        return kind;
    }

    /** @return the key in the bundle of messages */
    public String key() {
        return key;
    }

    /** @return the arguments of the message */
    public List<Object> arguments() {
        return arguments;
    }

    /** @return the field to blame, or null */
    public @Nullable String field() {
        return field;
    }
}
