package fr.trame.app.dossier;

import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * Somebody's word that nobody else writes there for a while.
 *
 * @param path folder and name in the dossier, "" for the dossier itself
 * @param deep whether it holds for everything below as well
 * @param exclusive whether it suffers no other
 * @param subject of the person whose it is
 * @param owner what the program says of its person, told as it came
 */
public record Lock(
        UUID token,
        UUID dossier,
        String path,
        boolean deep,
        boolean exclusive,
        String subject,
        String owner,
        OffsetDateTime endsAt) {}
