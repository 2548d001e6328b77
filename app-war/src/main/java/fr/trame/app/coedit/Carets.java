package fr.trame.app.coedit;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody says the caret stands. Other browsers draw it without looking, and an editor that fails at it falls behind
 * its document and then takes out what others wrote: so what is no place is not passed on.
 */
final class Carets {

    private static final Set<String> PLACE = Set.of("type", "tname", "item", "assoc");
    private static final long CLIENTS = 1L << 32;

    private Carets() {}

    /** @return whether it is two places, from where to where, or nothing */
    static boolean isOne(@Nullable JsonValue caret) {
        if (caret == JsonValue.NULL) {
            return true;
        }
        return caret instanceof JsonObject both
                && both.keySet().equals(Set.of("anchor", "head"))
                && isPlace(both.get("anchor"))
                && isPlace(both.get("head"));
    }

    /** @return whether it is one of the sections, or nothing */
    static boolean isSection(@Nullable JsonValue section) {
        return section == JsonValue.NULL
                || (section instanceof JsonString name && Sections.NAMES.contains(name.getString()));
    }

    private static boolean isPlace(@Nullable JsonValue value) {
        return value instanceof JsonObject place
                && PLACE.containsAll(place.keySet())
                && isUnit(place.get("type"))
                && isUnit(place.get("item"))
                && isSectionOrNone(place.get("tname"))
                && (place.get("assoc") == null || isNumber(place.get("assoc"), -1, 1))
                && place.keySet().stream().anyMatch(key -> !key.equals("assoc"));
    }

    private static boolean isSectionOrNone(@Nullable JsonValue name) {
        return name == null || isSection(name);
    }

    private static boolean isUnit(@Nullable JsonValue value) {
        if (value == null || value == JsonValue.NULL) {
            return true;
        }
        return value instanceof JsonObject unit
                && unit.keySet().equals(Set.of("client", "clock"))
                && isNumber(unit.get("client"), 0, CLIENTS - 1)
                && isNumber(unit.get("clock"), 0, Integer.MAX_VALUE);
    }

    private static boolean isNumber(@Nullable JsonValue value, long least, long greatest) {
        return value instanceof JsonNumber number
                && number.isIntegral()
                && number.bigIntegerValue().bitLength() < Long.SIZE
                && number.longValue() >= least
                && number.longValue() <= greatest;
    }
}
