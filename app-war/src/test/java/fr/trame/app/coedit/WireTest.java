package fr.trame.app.coedit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireTest {

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 127, 128, 300, 16_384, Integer.MAX_VALUE, 1_795_383_000_000L, (1L << 53) - 1})
    void aNumberComesBack(long number) throws Wire.Malformed {
        assertEquals(number, new Wire.Reader(new Wire.Writer().number(number).toBytes()).number());
    }

    @Test
    void aMessageComesBack() throws Wire.Malformed {
        var in = new Wire.Reader(new Wire.Writer()
                .number(300)
                .text("été 😀")
                .block(new byte[] {1, 2})
                .toBytes());
        assertEquals(300, in.number());
        assertEquals("été 😀", in.text());
        assertArrayEquals(new byte[] {1, 2}, in.block());
        assertTrue(in.ended());
    }

    @Test
    void whatIsCutOffIsRefusedWhereverTheCutIs() {
        var whole = new Wire.Writer()
                .number(300)
                .block("un bloc".getBytes(StandardCharsets.UTF_8))
                .toBytes();
        for (var length = 0; length < whole.length; length++) {
            var in = new Wire.Reader(Arrays.copyOf(whole, length));
            assertThrows(Wire.Malformed.class, () -> {
                in.number();
                in.block();
            });
        }
    }

    @Test
    void aBlockThatClaimsGigabytesReservesNone() {
        var in = new Wire.Reader(new Wire.Writer().number(1L << 40).toBytes());
        assertThrows(Wire.Malformed.class, in::block);
    }

    @Test
    void aNumberThatNeverEndsIsRefused() {
        var endless = new byte[64];
        Arrays.fill(endless, (byte) 0xff);
        assertThrows(Wire.Malformed.class, () -> new Wire.Reader(endless).number());
    }
}
