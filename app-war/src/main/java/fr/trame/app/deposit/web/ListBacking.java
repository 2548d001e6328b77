package fr.trame.app.deposit.web;

import fr.trame.app.BusinessException;
import fr.trame.app.deposit.Deposit;
import fr.trame.app.deposit.DepositLink;
import fr.trame.app.deposit.DepositLinks;
import fr.trame.app.deposit.Deposits;
import fr.trame.app.dossier.DossierSummary;
import fr.trame.app.dossier.Dossiers;
import fr.trame.app.identity.Operation;
import fr.trame.app.tenancy.TenantContext;
import fr.trame.app.web.Notices;
import fr.trame.app.web.Shell;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The links of a dossier and what came by them: a member makes and ends links, accepts and refuses files. */
@Named("depositList")
@ViewScoped
public class ListBacking implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final ZoneId HERE = ZoneId.of("Europe/Paris");
    private static final long MEGABYTE = 1024L * 1024;

    @Inject
    transient DepositLinks links;

    @Inject
    transient Deposits deposits;

    @Inject
    transient Dossiers dossiers;

    @Inject
    transient TenantContext tenancy;

    @Inject
    transient Shell shell;

    @Inject
    @ConfigProperty(name = "trame.public.url")
    transient String publicUrl;

    private String id = "";
    private @Nullable String label;
    private LocalDate endsOn = LocalDate.now(HERE).plusDays(14);
    private int maxFiles = 20;
    private long maxMegabytes = 200;
    private @Nullable String address;
    private transient @Nullable DossierSummary dossier;
    private transient @Nullable List<DepositLink> list;
    private transient @Nullable List<Deposit> waiting;

    /** @throws BusinessException NOT_FOUND for those who may not make links */
    public void load() {
        if (!shell.may(
                Operation.DOCUMENT_UPLOAD.name(), getDossier().workspaceId().toString())) {
            throw BusinessException.notFound("dossier.unknown");
        }
    }

    /** Makes a link; its address is shown this once. */
    public void open() {
        var end = endsOn.plusDays(1).atStartOfDay(HERE).toOffsetDateTime();
        try {
            var token =
                    links.open(UUID.fromString(id), label == null ? "" : label, end, maxFiles, maxMegabytes * MEGABYTE);
            address = publicUrl + "/d/" + tenancy.tenant().alias() + "/" + token;
        } catch (BusinessException no) {
            throw "maxBytes".equals(no.field()) ? no.atField("maxMegabytes") : no;
        }
        label = null;
        list = null;
    }

    /** Ends a link. */
    public void revoke(DepositLink link) throws IOException {
        links.revoke(link.id());
        again("deposit.list.revoked", link.label());
    }

    /** Makes a deposit a document. */
    public void accept(Deposit deposit) throws IOException {
        deposits.accept(deposit.id());
        again("deposit.list.accepted", deposit.name());
    }

    /** Refuses a deposit. */
    public void refuse(Deposit deposit) throws IOException {
        deposits.refuse(deposit.id());
        again("deposit.list.refused", deposit.name());
    }

    private void again(String key, String what) throws IOException {
        Notices.keep(key, what);
        FacesContext.getCurrentInstance().getExternalContext().redirect(shell.url("/dossiers/" + id + "/deposits"));
    }

    public DossierSummary getDossier() {
        if (dossier == null) {
            dossier = dossiers.get(UUID.fromString(id));
        }
        return dossier;
    }

    public List<DepositLink> getLinks() {
        if (list == null) {
            list = links.list(UUID.fromString(id));
        }
        return list;
    }

    public List<Deposit> getWaiting() {
        if (waiting == null) {
            waiting = deposits.waiting(UUID.fromString(id));
        }
        return waiting;
    }

    /** @return the address of the link that was just made, or null */
    public @Nullable String getAddress() {
        return address;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public @Nullable String getLabel() {
        return label;
    }

    public void setLabel(@Nullable String label) {
        this.label = label;
    }

    public LocalDate getEndsOn() {
        return endsOn;
    }

    public void setEndsOn(LocalDate endsOn) {
        this.endsOn = endsOn;
    }

    public int getMaxFiles() {
        return maxFiles;
    }

    public void setMaxFiles(int maxFiles) {
        this.maxFiles = maxFiles;
    }

    public long getMaxMegabytes() {
        return maxMegabytes;
    }

    public void setMaxMegabytes(long maxMegabytes) {
        this.maxMegabytes = maxMegabytes;
    }
}
