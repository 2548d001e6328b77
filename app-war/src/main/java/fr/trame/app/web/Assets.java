package fr.trame.app.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedSet;
import java.util.TreeSet;

/** The styles, scripts, fonts and pictures of the pages, as one version made from their content. */
@Named
@ApplicationScoped
public class Assets {

    private static final String FOLDER = "/WEB-INF/resources/";
    private static final int LENGTH = 12;

    @Inject
    ServletContext context;

    private String version = "";

    @PostConstruct
    void read() {
        try {
            version = version(below(FOLDER, new TreeSet<>()), context::getResourceAsStream);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private SortedSet<String> below(String folder, SortedSet<String> files) {
        var paths = context.getResourcePaths(folder);
        if (paths != null) {
            for (var path : paths) {
                if (path.endsWith("/")) {
                    below(path, files);
                } else {
                    files.add(path);
                }
            }
        }
        return files;
    }

    /** @return the version, the same as long as no file changes */
    static String version(SortedSet<String> files, Opening opening) throws IOException {
        try (var digest =
                new DigestOutputStream(OutputStream.nullOutputStream(), MessageDigest.getInstance("SHA-256"))) {
            for (var file : files) {
                digest.write(file.getBytes(StandardCharsets.UTF_8));
                try (var content = opening.open(file)) {
                    content.transferTo(digest);
                }
            }
            return HexFormat.of().formatHex(digest.getMessageDigest().digest()).substring(0, LENGTH);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }

    public String getVersion() {
        return version;
    }

    /** Opens a file by its path. */
    interface Opening {
        InputStream open(String file) throws IOException;
    }
}
