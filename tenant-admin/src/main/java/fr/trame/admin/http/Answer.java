package fr.trame.admin.http;

import com.fasterxml.jackson.databind.JsonNode;
import fr.trame.admin.ServiceFailure;
import java.util.Arrays;

/**
 * What a service answered.
 *
 * @param call what was asked of whom, for the message of a failure
 * @param location the address of what was created, or nothing
 */
public record Answer(String call, int status, JsonNode body, String location) {

    private static final int LONGEST_EXCERPT = 400;

    public boolean is(int expected) {
        return status == expected;
    }

    /** @throws ServiceFailure when the status is none of these */
    public Answer expect(int... expected) {
        if (Arrays.stream(expected).anyMatch(this::is)) {
            return this;
        }
        throw new ServiceFailure(call + " answered " + status + ": " + excerpt());
    }

    private String excerpt() {
        var text = body.toString();
        return text.length() <= LONGEST_EXCERPT ? text : text.substring(0, LONGEST_EXCERPT) + "…";
    }
}
