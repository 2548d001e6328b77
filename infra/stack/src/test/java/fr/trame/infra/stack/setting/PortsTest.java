package fr.trame.infra.stack.setting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.trame.infra.stack.console.StackFailure;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void theOffsetMovesEveryPortThatNobodyNamed() {
        var ports = Ports.plan(Map.of("TRAME_PORT_APP", "9000"), 10_000);
        assertEquals(9000, ports.of(Port.APP));
        assertEquals(25_432, ports.of(Port.POSTGRES));
        assertEquals("http://127.0.0.1:29200", ports.url(Port.ELASTICSEARCH));
    }

    @Test
    void aWordIsNoPort() {
        assertTrue(refusal(Map.of("TRAME_PORT_STORE", "many"), 0).contains("TRAME_PORT_STORE is 'many'"));
    }

    @Test
    void anOffsetBeyondTheLastPortIsRefused() {
        assertTrue(refusal(Map.of(), 60_000).contains("ports go from 1 to 65535"));
    }

    @Test
    void twoPartsCannotHaveOnePort() {
        assertTrue(refusal(Map.of("TRAME_PORT_APP", "19000"), 0).contains("asked for twice"));
    }

    @Test
    void aPartKnowsAllItsPorts() {
        assertEquals(2, Ports.openedBy(Part.KEYCLOAK).size());
    }

    private static String refusal(Map<String, String> environment, int offset) {
        return String.valueOf(assertThrows(StackFailure.class, () -> Ports.plan(environment, offset))
                .getMessage());
    }
}
