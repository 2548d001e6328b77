package fr.trame.app.ydoc;

import java.util.Arrays;
import java.util.Random;

/** Changes bytes here and there, as somebody would who looks for a way in. */
final class Tampering {

    private Tampering() {}

    static byte[] tampered(Random random, byte[] update) {
        var bytes = update.clone();
        for (var left = 1 + random.nextInt(3); left > 0 && bytes.length > 0; left--) {
            var at = random.nextInt(bytes.length);
            switch (random.nextInt(5)) {
                case 0 -> bytes = Arrays.copyOf(bytes, at);
                case 1 -> bytes[at] = (byte) random.nextInt(256);
                case 2 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 3 -> bytes = moved(bytes, at, random.nextInt(bytes.length), random.nextInt(6));
                default -> bytes[at] = (byte) random.nextInt(16);
            }
        }
        return bytes;
    }

    /** With a piece of it at another place. */
    private static byte[] moved(byte[] bytes, int from, int to, int most) {
        var length = Math.min(most, bytes.length - Math.max(from, to));
        System.arraycopy(bytes.clone(), from, bytes, to, length);
        return bytes;
    }
}
