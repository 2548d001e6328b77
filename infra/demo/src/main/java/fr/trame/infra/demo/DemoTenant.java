package fr.trame.infra.demo;

import java.time.LocalDate;
import java.util.List;

/**
 * What one tenant of the demonstration holds.
 *
 * @param tenant its alias
 * @param programme whose axes and measures the fiches use
 * @param currency of all amounts
 * @param asOf the day the data was written for: dates are moved by as many days as have passed since, so that what is
 *     late, due or done stays so
 * @param administrator the account that opens workspaces and makes organisations known
 */
record DemoTenant(
        String tenant,
        String programme,
        String currency,
        LocalDate asOf,
        String administrator,
        List<DemoOrganisation> organisations,
        List<DemoWorkspace> workspaces) {

    /** An organisation by its role, and its kind as the product names it. */
    record DemoOrganisation(String name, String kind) {}

    /** A territory or an ecosystem. */
    record DemoWorkspace(
            String code, String name, String description, List<DemoFiche> fiches, List<DemoDossier> dossiers) {}

    /** @param by the account that opens it */
    record DemoDossier(String name, String description, String by, List<DemoDocument> documents) {}

    /**
     * A file of a dossier.
     *
     * @param name of the file; its extension says the format
     * @param text the resource under {@code demo/texts} it is made from
     * @param by the account that uploads it
     * @param scanned whether the pages are pictures, without text
     */
    record DemoDocument(String name, String text, String by, boolean scanned) {}
}
