package fr.trame.app.coedit;

import jakarta.json.Json;
import java.io.StringReader;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who is here and where the caret stands. A line speaks for itself only, and says where, never who: the name is the one
 * of its session.
 */
final class Presences {

    private static final int MOST_BYTES = 4096;
    private static final String NOBODY = "null";

    /** Browsers draw numbers of 32 bits, and fail at those that are no numbers to them. */
    private static final long CLIENTS = 1L << 32;

    private final Map<Long, Presence> byClient = new LinkedHashMap<>();

    private record Presence(Peer peer, long clock, String state) {}

    private record Said(long client, long clock, String state) {}

    /** @return what the others are to hear, empty when it is nothing new */
    Optional<byte[]> take(Peer peer, byte[] states) throws Wire.Malformed {
        if (states.length > MOST_BYTES) {
            throw new Wire.Malformed("a presence of " + states.length + " bytes");
        }
        var in = new Wire.Reader(states);
        @Nullable Said last = null;
        for (var left = in.number(); left > 0; left--) {
            var said = new Said(in.number(), in.number(), in.text());
            if (said.client() >= CLIENTS) {
                throw new Wire.Malformed("a client that no browser draws");
            }
            last = isOwn(peer, said) ? said : last;
        }
        return last == null ? Optional.empty() : Optional.of(keep(peer, last));
    }

    /** A line has one client, which no other line has, and its time does not run backwards. */
    private boolean isOwn(Peer peer, Said said) {
        var known = byClient.get(said.client());
        if (known != null) {
            return known.peer() == peer && said.clock() >= known.clock();
        }
        return byClient.values().stream().noneMatch(each -> each.peer() == peer);
    }

    private byte[] keep(Peer peer, Said said) throws Wire.Malformed {
        var state = said.state().equals(NOBODY) ? NOBODY : signed(peer, said.state());
        byClient.put(said.client(), new Presence(peer, said.clock(), state));
        return written(List.of(new Said(said.client(), said.clock(), state)));
    }

    private static String signed(Peer peer, String state) throws Wire.Malformed {
        try (var reader = Json.createReader(new StringReader(state))) {
            var said = reader.readObject();
            var name = peer.visit().person().name();
            var kept = Json.createObjectBuilder()
                    .add("user", Json.createObjectBuilder().add("name", name).add("who", colour(name)));
            if (Carets.isOne(said.get("cursor"))) {
                kept.add("cursor", said.get("cursor"));
            }
            if (Carets.isSection(said.get("section"))) {
                kept.add("section", said.get("section"));
            }
            return kept.build().toString();
        } catch (RuntimeException broken) {
            // The reader of JSON has exceptions of its own for what is nested too deep, or a number too long.
            throw new Wire.Malformed("a presence that is no object");
        }
    }

    /** The colour a person has everywhere in the product. */
    private static int colour(String name) {
        return Math.floorMod(name.hashCode(), 6) + 1;
    }

    /** @return that the client of this line left, if it was seen at all */
    Optional<byte[]> gone(Peer peer) {
        var left = byClient.entrySet().stream()
                .filter(each -> each.getValue().peer() == peer)
                .map(each -> new Said(each.getKey(), each.getValue().clock() + 1, NOBODY))
                .toList();
        left.forEach(each -> byClient.remove(each.client()));
        return left.isEmpty() ? Optional.empty() : Optional.of(written(left));
    }

    /** @return everybody who is here, empty when nobody is */
    Optional<byte[]> all() {
        var said = byClient.entrySet().stream()
                .map(each -> new Said(
                        each.getKey(), each.getValue().clock(), each.getValue().state()))
                .toList();
        return said.isEmpty() ? Optional.empty() : Optional.of(written(said));
    }

    private static byte[] written(Collection<Said> states) {
        var out = new Wire.Writer().number(states.size());
        states.forEach(each -> out.number(each.client()).number(each.clock()).text(each.state()));
        return out.toBytes();
    }
}
