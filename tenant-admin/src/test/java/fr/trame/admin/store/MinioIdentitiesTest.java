package fr.trame.admin.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fr.trame.admin.ServiceFailure;
import fr.trame.admin.http.JsonHttp;
import io.minio.admin.Crypto;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is sent to MinIO's administration, read the way MinIO reads it. A real MinIO is the stack's to test. */
class MinioIdentitiesTest {

    private static final UUID TENANT = UUID.fromString("01234567-89ab-7def-8123-456789abcdef");
    private static final StoreKey ROOT = new StoreKey("root", "rootsecret");
    private static final int LONGEST_POLICY = 2048;

    private final List<HttpExchange> calls = new ArrayList<>();
    private final List<byte[]> bodies = new ArrayList<>();
    private final HttpServer server;
    private int answer = 200;

    MinioIdentitiesTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() {
        server.createContext("/", exchange -> {
            calls.add(exchange);
            bodies.add(exchange.getRequestBody().readAllBytes());
            var missing = exchange.getRequestMethod().equals("DELETE");
            exchange.sendResponseHeaders(missing ? 404 : answer, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void anAccountLeftBehindIsRemovedBeforeTheNewOneIsMade() throws Exception {
        var key = identities().issue(TENANT);
        assertEquals("DELETE /minio/admin/v3/delete-service-account?accessKey=" + key.access(), call(0));
        assertEquals("PUT /minio/admin/v3/add-service-account", call(1));
        for (var call : calls) {
            assertTrue(
                    call.getRequestHeaders().getFirst("Authorization").startsWith("AWS4-HMAC-SHA256 Credential=root/"));
        }
        var account = account();
        assertEquals(key.access(), account.path("accessKey").asText());
        assertEquals(key.secret(), account.path("secretKey").asText());
        assertEquals("t-" + TENANT, account.path("description").asText());
    }

    @Test
    void theAccountOpensOneBucketAndNoAdministration() throws Exception {
        identities().issue(TENANT);
        var policy = account().path("policy");
        assertTrue(policy.toString().length() <= LONGEST_POLICY);
        for (var statement : policy.path("Statement")) {
            for (var resource : statement.path("Resource")) {
                assertTrue(resource.asText().matches("arn:aws:s3:::t-" + TENANT + "(/\\*)?"), resource.asText());
            }
            var denies = statement.path("Effect").asText().equals("Deny");
            assertEquals(denies, statement.path("Action").toString().contains("admin:"));
            assertFalse(statement.path("Action").toString().contains("s3:*"));
        }
    }

    @Test
    void aKeyIsOfTheLengthMinioTakesAndNeverTheSameSecret() {
        var one = identities().issue(TENANT);
        var other = identities().issue(TENANT);
        assertEquals(20, one.access().length());
        assertEquals(40, one.secret().length());
        assertEquals(one.access(), other.access());
        assertFalse(one.secret().equals(other.secret()));
    }

    @Test
    void onlyTheTenantsOwnAccountCountsAsItsKey() {
        assertTrue(identities().belongsTo(TENANT, identities().issue(TENANT)));
        assertFalse(identities().belongsTo(TENANT, ROOT));
        assertFalse(identities().belongsTo(UUID.randomUUID(), identities().issue(TENANT)));
    }

    @Test
    void aRefusalIsAFailureThatSaysWhatWasAskedAndNoSecret() {
        answer = 403;
        var failure = assertThrows(ServiceFailure.class, () -> identities().issue(TENANT));
        assertTrue(failure.toString().contains("PUT /minio/admin/v3/add-service-account answered 403"));
        assertFalse(failure.toString().contains(ROOT.secret()));
    }

    @Test
    void aKeyPrintsWithoutItsSecret() {
        assertEquals("root", ROOT.toString());
    }

    private MinioIdentities identities() {
        return new MinioIdentities("http://127.0.0.1:" + server.getAddress().getPort(), ROOT, new OkHttpClient());
    }

    private String call(int number) {
        return calls.get(number).getRequestMethod() + " " + calls.get(number).getRequestURI();
    }

    private JsonNode account() throws Exception {
        var encrypted = new ByteArrayInputStream(bodies.get(1));
        return JsonHttp.JSON.readTree(Crypto.decrypt(encrypted, ROOT.secret()));
    }
}
