package fr.trame.app.webdav.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import org.apache.jackrabbit.webdav.DavException;
import org.junit.jupiter.api.Test;

/** Addresses of the network drive and parts of files, as programs write them. */
class AddressTest {

    private static final Address HERE = new Address("sud", List.of("Espace", "Dossier", "a b.txt"));

    @Test
    void aPathIsOneOfTheDriveOrNone() {
        assertEquals(
                List.of("A", "b c"),
                Address.of("/t/sud/dav/A//b c/").orElseThrow().names());
        assertEquals(List.of(), Address.of("/t/sud/dav").orElseThrow().names());
        assertTrue(Address.of("/t/sud/david").isEmpty());
        assertTrue(Address.of("/api/t/sud/dav/").isEmpty());
    }

    @Test
    void aDestinationIsReadAndOneElsewhereIsNot() throws DavException {
        assertEquals(
                List.of("Espace", "été + 1;2.txt"),
                HERE.destination("http://ici:8080/t/sud/dav/Espace/%C3%A9t%C3%A9%20+%201%3B2.txt", "ici:8080")
                        .names());
        assertEquals(502, refused("http://ailleurs/t/sud/dav/x"));
        assertEquals(502, refused("http://ici:8080/t/nord/dav/x"));
        assertEquals(502, refused("/api/t/sud"));
        assertEquals(400, refused("/t/sud/dav/"));
        assertEquals(400, refused("/t/sud/dav/a/%2e%2e/b"));
        assertEquals(400, refused("/t/sud/dav/a%2Fb"));
        assertEquals(400, refused("/t/sud/dav/a%0D%0Ab"));
        assertEquals(400, refused("http://ici:8080/t/sud/dav/a b"));
    }

    @Test
    void anAddressIsWrittenAsItIsRead() {
        assertEquals("/t/sud/dav/Espace/Dossier/a%20b.txt", HERE.href(false));
        assertEquals("/t/sud/dav/%C3%A9%25%23%3F/", new Address("sud", List.of("é%#?")).href(true));
    }

    @Test
    void whatMachinesKeepForThemselvesIsKnown() {
        assertTrue(HERE.child("._note.txt").isJunk());
        assertTrue(HERE.child("THUMBS.DB").isJunk());
        assertFalse(HERE.child("note._txt").isJunk());
    }

    @Test
    void aPartLiesInsideOfTheFile() {
        assertEquals(new Range(0, 10, 10), Range.of("", 10));
        assertEquals(new Range(0, 10, 10), Range.of("bytes=0-1,3-4", 10), "several are answered with the whole");
        assertEquals(new Range(2, 3, 10), Range.of("bytes=2-4", 10));
        assertEquals(new Range(7, 3, 10), Range.of("bytes=-3", 10));
        assertEquals(new Range(0, 10, 10), Range.of("bytes=-30", 10));
        assertEquals(
                "bytes 5-9/10",
                Objects.requireNonNull(Range.of("bytes=5-99", 10)).header());
        assertNull(Range.of("bytes=10-", 10));
        assertNull(Range.of("bytes=-0", 10));
        assertNull(Range.of("bytes=4-2", 10));
    }

    private static int refused(String destination) {
        return assertThrows(DavException.class, () -> HERE.destination(destination, "ici:8080"))
                .getErrorCode();
    }
}
