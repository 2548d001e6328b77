package fr.trame.infra.stack.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortOwnerTest {

    @Test
    void aTakenPortNamesItsProcess() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertFalse(PortOwner.isFree(socket.getLocalPort()));
            var owner = PortOwner.describe(socket.getLocalPort()).orElse("");
            assertTrue(owner.contains("process " + ProcessHandle.current().pid()), owner);
        }
    }

    @Test
    void onlyListenersCount(@TempDir Path folder) throws IOException {
        var table = Files.writeString(
                folder.resolve("tcp"),
                """
                  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
                   0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 111 1
                   1: 0100007F:1F90 0100007F:9999 01 00000000:00000000 00:00000000 00000000     0        0 222 1
                """);
        assertEquals(Set.of("socket:[111]"), PortOwner.inodes(table, 8080));
    }
}
