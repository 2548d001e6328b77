package fr.trame.app.transfer.web;

import me.desair.tus.server.upload.UploadId;
import me.desair.tus.server.upload.UploadIdFactory;
import me.desair.tus.server.upload.UploadLock;
import me.desair.tus.server.upload.UploadLockingService;
import org.jspecify.annotations.Nullable;

/** The library's locks are of one machine; ours is the claim in the row, taken before the library is asked. */
final class Unlocked implements UploadLockingService {

    @Override
    public @Nullable UploadLock lockUploadByUri(String uri) {
        return null;
    }

    @Override
    public void cleanupStaleLocks() {}

    @Override
    public boolean isLocked(UploadId id) {
        return false;
    }

    @Override
    public void setIdFactory(UploadIdFactory factory) {}
}
