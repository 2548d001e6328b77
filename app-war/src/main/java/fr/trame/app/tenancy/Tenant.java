package fr.trame.app.tenancy;

import java.util.UUID;

/**
 * A region or a federation, as the operator's side opened it.
 *
 * @param alias its name in addresses, immutable
 * @param kind {@code REGION} or {@code FEDERATION}
 * @param programme code of the programme it takes part in
 * @param currency {@code EUR} or {@code MAD}, of every amount in it
 * @param accent its colour, {@code #rrggbb}
 */
public record Tenant(
        UUID id, String alias, String name, String kind, String programme, String currency, String accent) {}
