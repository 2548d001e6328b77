package fr.trame.app.ydoc;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Writes updates as an editor would: elements, texts, marks, attributes, maps, deletions. */
final class Typist {

    private final Random random;
    private final int[] clocks = new int[3];
    private final List<Id> texts = new ArrayList<>();
    private final List<Id> letters = new ArrayList<>();

    Typist(Random random) {
        this.random = random;
    }

    List<byte[]> log(int updates) {
        var log = new ArrayList<byte[]>();
        for (var i = 0; i < updates; i++) {
            log.add(next());
        }
        return log;
    }

    private byte[] next() {
        var client = random.nextInt(3);
        var clock = clocks[client];
        switch (texts.isEmpty() ? 0 : letters.isEmpty() ? 1 : random.nextInt(7)) {
            case 0 -> {
                clocks[client] += 3;
                texts.add(new Id(client, clock + 1));
                return Bytes.of(client, clock, 3)
                        .first(Bytes.BRANCH, "corps")
                        .raw(3)
                        .string("paragraph")
                        .inside(Bytes.BRANCH, client, clock)
                        .raw(6)
                        .info(Bytes.ANY | Bytes.KEYED)
                        .uint(0)
                        .id(client, clock)
                        .string("level")
                        .raw(1, 125, 2)
                        .end();
            }
            case 1 -> {
                var text = texts.get(random.nextInt(texts.size()));
                clocks[client] += 5;
                letters.add(new Id(client, clock));
                return Bytes.of(client, clock, 1)
                        .inside(Bytes.TEXT, text.client(), text.clock())
                        .text("abcd€")
                        .end();
            }
            case 2, 3 -> {
                var letter = letters.get(random.nextInt(letters.size()));
                clocks[client] += 4;
                letters.add(new Id(client, clock + 1));
                return Bytes.of(client, clock, 2)
                        .after(Bytes.FORMAT, letter.client(), letter.clock() + 2)
                        .string("strong")
                        .string("{}")
                        .after(Bytes.TEXT, client, clock)
                        .text("é😀")
                        .end();
            }
            case 4 -> {
                clocks[client] += 1;
                return Bytes.of(client, clock, 1)
                        .entry(Bytes.ANY, "fields", "k" + random.nextInt(3))
                        .raw(1, 118, 1, 1, 'a', 117, 2, 126, 120)
                        .end();
            }
            case 5 -> {
                clocks[client] += 2;
                return Bytes.of(client, clock, 2)
                        .first(Bytes.JSON, "liste")
                        .uint(1)
                        .string("{\"a\":[1,null]}")
                        .after(Bytes.BINARY, client, clock)
                        .raw(2, 8, 9)
                        .end();
            }
            default -> {
                var letter = letters.get(random.nextInt(letters.size()));
                return new Bytes().uint(0).deleting(letter.client(), letter.clock(), 1 + random.nextInt(3));
            }
        }
    }
}
