package fr.trame.app.it;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Somebody's program at the network drive of a tenant.
 *
 * @param name the person's e-mail address
 */
record Drive(String tenant, String name, String password) {

    /** @return a program of that account, with a password of its own that is good for an hour */
    static Drive of(String account, String tenant) {
        var rows = Rows.of(tenant);
        var subject = subject(account);
        var password = UUID.randomUUID() + "-" + UUID.randomUUID();
        rows.text(
                "insert into app_password (id, subject, name, token_hash, ends_at) values (gen_random_uuid(), ?, 'Essai',"
                        + " encode(sha256(?::bytea), 'hex'), now() + interval '1 hour') returning id",
                subject,
                password);
        return new Drive(
                tenant, rows.text("select coalesce(email, 'x') from member where subject = ?", subject), password);
    }

    static String subject(String account) {
        var claims = Tokens.of(account).access().split("\\.")[1];
        var json = new String(Base64.getUrlDecoder().decode(claims), StandardCharsets.UTF_8);
        return json.replaceAll("(?s).*\"sub\" *: *\"([^\"]+)\".*", "$1");
    }

    /** @return the address of that place, each name of it encoded */
    String url(String... names) {
        var url = new StringBuilder(Product.url("/t/" + tenant + "/dav"));
        for (var each : names) {
            url.append('/').append(Caller.encoded(each));
        }
        return url.toString();
    }

    Answer send(String method, String url, String body, String... headers) {
        return send(method, url, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    Answer send(String method, String url, byte[] body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", authorization())
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        for (var index = 0; index < headers.length; index += 2) {
            request.header(headers[index], headers[index + 1]);
        }
        return Product.send(request);
    }

    private String authorization() {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** @return the token of a lock that is good for a minute */
    String lock(String url, String... headers) {
        var all = Stream.concat(Stream.of(headers), Stream.of("Timeout", "Second-60"))
                .toArray(String[]::new);
        var answer = send(
                "LOCK",
                url,
                "<lockinfo xmlns='DAV:'><lockscope><exclusive/></lockscope><locktype><write/></locktype>"
                        + "<owner>essai</owner></lockinfo>",
                all);
        if (answer.status() != 200 && answer.status() != 201) {
            throw new AssertionError("not locked: " + answer);
        }
        return answer.header("Lock-Token");
    }
}
