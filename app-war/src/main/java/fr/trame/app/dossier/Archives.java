package fr.trame.app.dossier;

import fr.trame.app.BusinessException;
import fr.trame.app.storage.ObjectStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A whole dossier as one ZIP file, written while it is read: no file of it is ever held in memory or on a disk. Large
 * files and many of them make it ZIP64; names are UTF-8. A list of digests comes last, as {@code sha256sum -c} reads it, and one of
 * what is not in it, if anything is.
 */
@ApplicationScoped
public class Archives {

    private static final System.Logger LOG = System.getLogger(Archives.class.getName());
    private static final String DIGESTS = "SHA256SUMS.txt";
    private static final String LOST = "MANQUANTS.txt";

    @Inject
    Dossiers dossiers;

    @Inject
    Documents documents;

    @Inject
    ObjectStore store;

    /**
     * Prepares a dossier to be taken along, and writes down who does.
     *
     * @throws BusinessException NOT_FOUND when there is none this person may read, UNAVAILABLE when the store is away
     */
    public Archive of(UUID dossierId) {
        var name = dossiers.get(dossierId).name();
        var load = documents.takeAlong(dossierId);
        try {
            load.files().stream().findFirst().ifPresent(file -> store.exists(file.objectKey()));
        } catch (ObjectStore.StoreUnavailable away) {
            throw BusinessException.unavailable("store.unavailable");
        }
        return new Archive(name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_") + ".zip", load.files(), load.held());
    }

    /** Writes the ZIP file; when the store goes away meanwhile it stays without its end, which no reader takes for whole. */
    public void write(Archive archive, OutputStream out) throws IOException {
        var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        zip.setLevel(Deflater.BEST_SPEED);
        var taken = new HashSet<>(Set.of(DIGESTS.toLowerCase(Locale.ROOT), LOST.toLowerCase(Locale.ROOT)));
        var digests = new ArrayList<String>();
        var lost = new ArrayList<String>();
        archive.held().forEach(file -> lost.add(distinct(file.folder(), file.name(), taken)));
        for (var file : archive.files()) {
            var path = distinct(file.folder(), file.name(), taken);
            try (var bytes = store.open(file.objectKey())) {
                zip.putNextEntry(new ZipEntry(path));
                bytes.transferTo(zip);
                zip.closeEntry();
                digests.add(file.sha256() + "  " + path);
            } catch (NoSuchElementException gone) {
                LOG.log(System.Logger.Level.ERROR, "{0} has no bytes in the store", file.objectKey());
                lost.add(path);
            }
        }
        list(zip, DIGESTS, digests);
        if (!lost.isEmpty()) {
            list(zip, LOST, lost);
        }
        zip.finish();
        zip.flush();
    }

    private static void list(ZipOutputStream zip, String name, List<String> lines) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        for (var line : lines) {
            zip.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        }
        zip.closeEntry();
    }

    /** Systems that know no capitals would write one file over the other. */
    private static String distinct(String folder, String file, Set<String> taken) {
        var name = folder.isEmpty() ? file : folder + "/" + file;
        var dot = FileName.extension(file).isEmpty() ? name.length() : name.lastIndexOf('.');
        var candidate = name;
        for (var number = 2; !taken.add(candidate.toLowerCase(Locale.ROOT)); number++) {
            candidate = name.substring(0, dot) + " (" + number + ")" + name.substring(dot);
        }
        return candidate;
    }

    /**
     * A dossier to be taken along.
     *
     * @param name of the ZIP file
     * @param held what stays behind; a list in the archive names it
     */
    public record Archive(String name, List<ReceivedFile> files, List<ReceivedFile> held) {}
}
