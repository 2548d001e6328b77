package fr.trame.app.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;

/** Somebody signed in to the pages, without a browser: with the cookie of the session and nothing else. */
record PageSession(HttpClient http) {

    private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");

    /** @param account of the demonstration; empty for nobody */
    static PageSession of(String account) {
        var session = new PageSession(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(new Jar())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build());
        if (!account.isEmpty()) {
            session.signIn(account);
        }
        return session;
    }

    private void signIn(String account) {
        var page =
                send(HttpRequest.newBuilder(URI.create(Product.url("/choose"))).GET());
        var arrived = answered(answered(page, "username=" + account), "password=" + Tokens.PASSWORD);
        if (!arrived.uri().toString().startsWith(Product.url("/"))) {
            throw new AssertionError(account + " is not signed in: " + arrived.uri());
        }
    }

    private HttpResponse<String> answered(HttpResponse<String> page, String field) {
        var form = FORM.matcher(page.body());
        if (!form.find()) {
            throw new AssertionError("no form to sign in: " + page.statusCode() + " " + page.uri());
        }
        return send(HttpRequest.newBuilder(URI.create(form.group(1).replace("&amp;", "&")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(field)));
    }

    /** Ends the session. */
    void signOut() {
        send(HttpRequest.newBuilder(URI.create(Product.url("/auth/logout")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(BodyPublishers.noBody()));
    }

    int status(String path) {
        return send(HttpRequest.newBuilder(URI.create(Product.url(path))).GET()).statusCode();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }
}
