package fr.trame.app.dossier;

import fr.trame.app.BusinessException;
import fr.trame.app.storage.ObjectStore;
import fr.trame.app.storage.StoredObjects;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.NoSuchElementException;

/**
 * Looks into a file that is wholly in the store, before a document is made of it: what would burst when it is opened, or
 * is another thing than its name says, is refused here, with nothing kept. Reads as a stream, in bounded memory, and
 * stops at the first limit. What is merely broken passes: reading it will say so.
 */
@ApplicationScoped
public class Inspection {

    /** A larger picture is kept as it is, and neither shown nor read: looking would cost more than it tells. */
    public static final long LARGEST_PICTURE = 200L << 20;

    @Inject
    ObjectStore store;

    @Inject
    StoredObjects objects;

    /**
     * Inspects an object; what is refused is not kept, and where it cannot be removed now, it is swept.
     *
     * @throws BusinessException UNSUPPORTED_TYPE or TOO_LARGE with the reason, UNAVAILABLE when the store is away
     */
    public void require(String name, String mediaType, long size, String key) {
        try {
            inspect(name, mediaType, size, key);
        } catch (BusinessException no) {
            if (no.kind() != BusinessException.Kind.UNAVAILABLE) {
                remove(key, no);
            }
            throw no;
        }
    }

    private void remove(String key, BusinessException no) {
        try {
            store.delete(key);
            objects.forget(key);
        } catch (ObjectStore.StoreUnavailable away) {
            no.addSuppressed(away);
        }
    }

    private void inspect(String name, String mediaType, long size, String key) {
        boolean picture = mediaType.startsWith("image/");
        if (picture ? size > LARGEST_PICTURE : !FileType.isPackage(mediaType)) {
            return;
        }
        try (var bytes = store.open(key)) {
            if (picture) {
                PictureSize.check(bytes);
            } else {
                new PackageInspection(FileName.extension(name)).check(bytes);
            }
        } catch (ObjectStore.StoreUnavailable | NoSuchElementException | IOException away) {
            throw BusinessException.unavailable("store.unavailable");
        }
    }
}
