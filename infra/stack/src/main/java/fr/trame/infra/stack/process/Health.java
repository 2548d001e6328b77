package fr.trame.infra.stack.process;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks a part whether it is well, over the network as its clients do. */
public final class Health {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int SERVER_ERROR = 500;
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    private Health() {}

    /** @param address {@code http://…}: well unless a server error comes; {@code tcp://…}: well when it connects */
    public static boolean isWell(String address) {
        var where = URI.create(address);
        return "tcp".equals(where.getScheme()) ? connects(where) : status(address, "") / SERVER_ERROR == 0;
    }

    /** @return the status of the answer, or 599 when there was none */
    public static int status(String address, String authorization) {
        var request = HttpRequest.newBuilder(URI.create(address)).timeout(PATIENCE);
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        try {
            return CLIENT.send(request.build(), BodyHandlers.discarding()).statusCode();
        } catch (IOException noAnswer) {
            return SERVER_ERROR + 99;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return SERVER_ERROR + 99;
        }
    }

    private static boolean connects(URI where) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(where.getHost(), where.getPort()), (int) PATIENCE.toMillis());
            return true;
        } catch (IOException refused) {
            return false;
        }
    }
}
