package fr.trame.infra.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * Loads the demonstration into a running product: {@code TRAME_PUBLIC_URL} says where it is, {@code TRAME_OIDC_ISSUER}
 * who signs the accounts in. With {@code --files DIR} it only writes the documents into a folder, one for each tenant.
 * Ends with 0, or with 1 after saying what was refused.
 */
public final class DemoLoader {

    private DemoLoader() {}

    public static void main(String[] words) {
        System.exit(run(System.getenv(), words, System.out));
    }

    static int run(Map<String, String> environment, String[] words, PrintStream out) {
        var begun = System.nanoTime();
        try {
            if (words.length == 2 && words[0].equals("--files")) {
                writeFiles(Path.of(words[1]));
            } else if (words.length == 0) {
                var written = load(environment, out);
                out.printf("Demonstration: %s (%.1f s)%n", written, (System.nanoTime() - begun) / 1e9);
            } else {
                throw new Refused("Usage: DemoLoader [--files DIR]");
            }
            return 0;
        } catch (Refused no) {
            out.println("Demonstration not loaded. " + no.getMessage());
        } catch (IOException | InvalidPathException failure) {
            out.println("Demonstration not loaded. " + failure);
        }
        return 1;
    }

    private static Tally load(Map<String, String> environment, PrintStream out) throws IOException {
        var http = new Http();
        var tokens = new Tokens(http, setting(environment, "TRAME_OIDC_ISSUER"), Clock.systemUTC());
        var address = setting(environment, "TRAME_PUBLIC_URL");
        var all = new Tally();
        for (var tenant : DemoData.tenants()) {
            all.add(new TenantLoad(tenant, new Door(http, tokens, address, tenant.tenant()), out).run());
        }
        return all;
    }

    private static void writeFiles(Path folder) throws IOException {
        for (var tenant : DemoData.tenants()) {
            var own = Files.createDirectories(folder.resolve(tenant.tenant()));
            for (var workspace : tenant.workspaces()) {
                for (var dossier : workspace.dossiers()) {
                    for (var document : dossier.documents()) {
                        Files.write(
                                own.resolve(document.name()),
                                DemoFile.of(tenant, document).bytes());
                    }
                }
            }
        }
    }

    private static String setting(Map<String, String> environment, String name) {
        var value = environment.getOrDefault(name, "");
        if (!value.matches("https?://\\S+")) {
            throw new Refused(name + " must be an address like http://localhost:8080; it is '" + value + "'.");
        }
        return value;
    }
}
