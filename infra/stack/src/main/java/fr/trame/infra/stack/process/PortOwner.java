package fr.trame.infra.stack.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether a port is free, and who has it when it is not. */
public final class PortOwner {

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final int LOCAL = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;
    private static final String LISTENING = "0A";

    private PortOwner() {}

    public static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    /** The listening process as far as we may see it: other users' processes stay hidden from an ordinary user. */
    public static Optional<String> describe(int port) {
        var sockets = new HashSet<String>();
        sockets.addAll(inodes(Path.of("/proc/net/tcp"), port));
        sockets.addAll(inodes(Path.of("/proc/net/tcp6"), port));
        return ProcessHandle.allProcesses()
                .filter(process -> holdsOne(process.pid(), sockets))
                .findFirst()
                .map(process -> "process " + process.pid()
                        + process.info()
                                .command()
                                .map(command -> ", " + command)
                                .orElse(""));
    }

    static Set<String> inodes(Path table, int port) {
        var end = String.format(Locale.ROOT, ":%04X", port);
        var inodes = new HashSet<String>();
        try (var lines = Files.lines(table)) {
            lines.skip(1)
                    .map(line -> BLANKS.splitAsStream(line.strip()).toList())
                    .filter(columns ->
                            columns.size() > INODE && columns.get(LOCAL).endsWith(end))
                    .filter(columns -> columns.get(STATE).equals(LISTENING))
                    .forEach(columns -> inodes.add("socket:[" + columns.get(INODE) + "]"));
        } catch (IOException notOnThisKernel) {
            return Set.of();
        }
        return inodes;
    }

    private static boolean holdsOne(long pid, Set<String> sockets) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of("/proc", Long.toString(pid), "fd"))) {
            for (var file : files) {
                if (sockets.contains(Files.readSymbolicLink(file).toString())) {
                    return true;
                }
            }
        } catch (IOException hiddenOrGone) {
            return false;
        }
        return false;
    }
}
