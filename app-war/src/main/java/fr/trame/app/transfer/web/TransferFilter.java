package fr.trame.app.transfer.web;

import fr.trame.app.BusinessException;
import fr.trame.app.transfer.Intake;
import fr.trame.app.transfer.Transfers;
import fr.trame.app.web.ProblemDocuments;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import me.desair.tus.server.TusFileUploadService;

/**
 * Uploads that can be resumed, by the tus protocol 1.0.0 with creation, checksum, expiration and termination, at
 * {@code /t/{alias}/dossiers/{id}/transfers} for pages and below {@code /api} with a token for programs:
 *
 * <ul>
 *   <li>{@code POST} with {@code Upload-Length} and {@code Upload-Metadata: filename …}: 201 with the {@code Location};
 *       422 for a name or an empty file, 413 over the limit, 409 when the dossier has a document of that name and the
 *       metadata {@code onSameName} does not say {@code version} (a new version of it) or {@code keep} (both); the metadata
 *       {@code folder} says where in the dossier
 *   <li>{@code HEAD} there: {@code Upload-Offset}, from where to go on
 *   <li>{@code PATCH} there: 204 once what came is safe, and the document made if it was the last of it; 415 for a type
 *       that is not taken, 409 for another offset, 460 for a wrong checksum, 423 while somebody else writes, 503 when
 *       the store is away
 *   <li>{@code DELETE} there: 204, given up
 * </ul>
 *
 * <p>Refusals are problem documents. A transfer waits for its next byte for a week. A filter, because neither servlets nor
 * REST resources let one door stand below both addresses and know {@code PATCH}.
 */
public class TransferFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    /** What is read of a refused request, because a browser hears no answer before it has sent everything. */
    private static final long DRAINED = 64L * 1024 * 1024;

    @Inject
    transient Transfers transfers;

    @Inject
    transient Intake intake;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var address = TusAddress.of(request);
        if (address.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        try {
            if (!address.get().isApi() && !fromOurPage(request)) {
                throw BusinessException.refused("error.refused");
            }
            if ("0".equals(request.getHeader("Upload-Length"))) { // the library takes it for a length not told
                throw BusinessException.invalid("file", "file.empty");
            }
            answer(address.get(), request, new TusAnswer(request, response));
        } catch (BusinessException no) {
            drain(request);
            ProblemDocuments.write(request, response, no);
        }
    }

    private void answer(TusAddress address, HttpServletRequest request, TusAnswer response) throws IOException {
        var id = address.id()
                .filter(each -> transfers.find(address.dossier(), each).isPresent());
        var claim = id.flatMap(transfers::claim);
        if (id.isPresent() && claim.isEmpty()) {
            drain(request);
            response.locked();
            return;
        }
        try {
            intake.within(() -> process(address, claim, request, response));
        } finally {
            claim.ifPresent(held -> transfers.release(id.orElseThrow(), held));
        }
    }

    private void process(TusAddress address, Optional<UUID> claim, HttpServletRequest request, TusAnswer response)
            throws IOException {
        var checked = request.getHeader("Upload-Checksum") != null;
        var store = new TusStore(transfers, intake, address, claim.orElse(null), checked);
        new TusFileUploadService()
                .withUploadUri(address.base())
                .withUploadStorageService(store)
                .withUploadLockingService(new Unlocked())
                .disableTusExtension("concatenation")
                .process(new TusRequest(request), response);
        store.keep();
        var transfer = store.transfer();
        // Also for a sender who only asks: the one who sent the last byte may not have heard that it arrived.
        if (transfer != null && claim.isPresent() && store.isWhole() && !transfer.isFinished()) {
            transfers
                    .find(address.dossier(), transfer.id())
                    .filter(each -> !each.isFinished())
                    .ifPresent(each -> intake.finish(each, claim.get()));
        }
    }

    /** A page of another site can send neither this protocol's header nor this mark of the browser. */
    private static boolean fromOurPage(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        return request.getHeader("Tus-Resumable") != null && (site == null || site.equals("same-origin"));
    }

    private static void drain(HttpServletRequest request) throws IOException {
        var bytes = request.getInputStream();
        var left = DRAINED;
        var buffer = new byte[1 << 16];
        for (var read = bytes.read(buffer); read >= 0 && left > 0; read = bytes.read(buffer)) {
            left -= read;
        }
    }
}
