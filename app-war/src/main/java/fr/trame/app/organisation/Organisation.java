package fr.trame.app.organisation;

import com.github.f4b6a3.uuid.UuidCreator;
import fr.trame.app.Text;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.UUID;

/** Who leads, funds or joins a fiche: a company, an authority, an operator, an association. */
@Entity
public class Organisation {

    /** What an organisation is, as the funding forms of the field tell them apart. */
    public enum Kind {
        COLLECTIVITE,
        ENTREPRISE,
        GROUPEMENT,
        ASSOCIATION,
        FEDERATION,
        ETABLISSEMENT_FORMATION,
        OPERATEUR,
        ETAT,
        REGION
    }

    @Id
    private UUID id;

    private String name;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    @Version
    private int version;

    protected Organisation() {}

    Organisation(String name, Kind kind) {
        Text.check("name", name.strip(), 1, 200);
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.name = name.strip();
        this.kind = kind;
    }

    public UUID getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public Kind getKind() {
        return kind;
    }
}
