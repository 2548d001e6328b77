package fr.trame.app.transfer.web;

import fr.trame.app.BusinessException;
import fr.trame.app.dossier.SameName;
import fr.trame.app.transfer.Intake;
import fr.trame.app.transfer.Reached;
import fr.trame.app.transfer.Transfer;
import fr.trame.app.transfer.Transfers;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;
import java.util.UUID;
import me.desair.tus.server.upload.UploadId;
import me.desair.tus.server.upload.UploadIdFactory;
import me.desair.tus.server.upload.UploadInfo;
import me.desair.tus.server.upload.UploadLockingService;
import me.desair.tus.server.upload.UploadStorageService;
import me.desair.tus.server.upload.concatenation.UploadConcatenationService;
import org.jspecify.annotations.Nullable;

/** One request as the protocol's library sees it: a store with one upload in it, the one the address names. */
final class TusStore implements UploadStorageService {

    private final Intake intake;
    private final TusAddress address;
    private final @Nullable UUID claim;
    private final boolean checked;
    private long limit = Long.MAX_VALUE;
    private @Nullable Transfer transfer;
    private @Nullable Reached unverified;
    private long received;

    /**
     * @param claim to write, null when nothing is named
     * @param checked whether the request brings a checksum, so that its bytes count after it was compared only
     */
    TusStore(Transfers transfers, Intake intake, TusAddress address, @Nullable UUID claim, boolean checked) {
        this.intake = intake;
        this.address = address;
        this.claim = claim;
        this.checked = checked;
        address.id().flatMap(id -> transfers.find(address.dossier(), id)).ifPresent(this::known);
    }

    private void known(Transfer found) {
        transfer = found;
        received = found.received();
    }

    /** @return the upload of this request, null when there is none */
    @Nullable
    Transfer transfer() {
        return transfer;
    }

    /** @return whether all its bytes are here by now */
    boolean isWhole() {
        return transfer != null && received == transfer.size();
    }

    @Override
    public @Nullable UploadInfo getUploadInfo(String uri, @Nullable String owner) {
        return info();
    }

    @Override
    public @Nullable UploadInfo getUploadInfo(UploadId id) {
        return info();
    }

    private @Nullable UploadInfo info() {
        if (transfer == null) {
            return null;
        }
        var info = new UploadInfo();
        info.setId(new UploadId(transfer.id()));
        info.setLength(transfer.size());
        info.setOffset(received);
        return info;
    }

    @Override
    public UploadInfo create(UploadInfo asked, @Nullable String owner) {
        var length = asked.getLength();
        if (length == null) {
            throw BusinessException.invalid("size", "transfer.length");
        }
        var name = Objects.requireNonNullElse(asked.getMetadata().get("filename"), "");
        var same = SameName.of(asked.getMetadata().get("onSameName"));
        var folder = Objects.requireNonNullElse(asked.getMetadata().get("folder"), "");
        var begun = intake.begin(address.dossier(), folder, name, length, same);
        known(begun);
        asked.setId(new UploadId(begun.id()));
        return asked;
    }

    @Override
    public UploadInfo append(UploadInfo info, InputStream bytes) throws IOException {
        if (transfer == null || claim == null) {
            throw new IllegalStateException("nothing to append to");
        }
        var reached = intake.append(transfer, claim, bytes, !checked);
        unverified = checked ? reached : null;
        received = reached.received();
        info.setOffset(received);
        return info;
    }

    /** After a wrong checksum; the library asks for it after every refusal, though most leave nothing to take back. */
    @Override
    public void removeLastNumberOfBytes(UploadInfo info, long count) {
        if (transfer != null && unverified != null) {
            received = transfer.received();
            unverified = null;
        }
    }

    /** The library refused nothing: what a checksum vouched for counts from here on. */
    void keep() {
        if (transfer != null && claim != null && unverified != null) {
            intake.keep(transfer, claim, unverified);
            unverified = null;
        }
    }

    @Override
    public void terminateUpload(UploadInfo info) {
        if (transfer != null) {
            intake.abandon(transfer);
            transfer = null;
        }
    }

    /** The library counts the time anew with each request; the row does so with each byte that is kept. */
    @Override
    public void update(UploadInfo info) {}

    @Override
    public String getUploadUri() {
        return address.base();
    }

    @Override
    public void setMaxUploadSize(Long size) {
        limit = size;
    }

    /** The limit of the product is checked with the name, in the words of the product. */
    @Override
    public long getMaxUploadSize() {
        return limit == Long.MAX_VALUE ? 0 : limit;
    }

    @Override
    public Long getUploadExpirationPeriod() {
        return Transfers.PATIENCE.toMillis();
    }

    @Override
    public InputStream getUploadedBytes(String uri, @Nullable String owner) {
        throw notOffered();
    }

    @Override
    public InputStream getUploadedBytes(UploadId id) {
        throw notOffered();
    }

    @Override
    public void copyUploadTo(UploadInfo info, OutputStream target) {
        throw notOffered();
    }

    private static UnsupportedOperationException notOffered() {
        return new UnsupportedOperationException("documents are read at their own address");
    }

    /** A sweep of the product does it. */
    @Override
    public void cleanupExpiredUploads(UploadLockingService locks) {}

    @Override
    public void setUploadExpirationPeriod(Long period) {}

    @Override
    public void setUploadConcatenationService(UploadConcatenationService service) {}

    @Override
    public @Nullable UploadConcatenationService getUploadConcatenationService() {
        return null;
    }

    @Override
    public void setIdFactory(UploadIdFactory factory) {}
}
