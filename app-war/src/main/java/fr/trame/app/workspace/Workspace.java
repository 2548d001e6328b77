package fr.trame.app.workspace;

import com.github.f4b6a3.uuid.UuidCreator;
import fr.trame.app.BusinessException;
import fr.trame.app.Text;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.UUID;

/**
 * Where the people of a territory or an ecosystem write fiches and keep dossiers together. Its short code begins the
 * reference of each of its fiches, which are numbered without gaps being reused.
 */
@Entity
public class Workspace {

    @Id
    private UUID id;

    private String code;
    private String name;
    private String description;
    private boolean restricted;

    @Column(name = "last_fiche_number")
    private int lastFicheNumber;

    @Version
    private int version;

    protected Workspace() {}

    Workspace(String code, String name, String description, boolean restricted) {
        if (!code.matches("[A-Z0-9]{2,12}")) {
            throw BusinessException.invalid("code", "workspace.code.pattern");
        }
        Text.check("name", name.strip(), 1, 200);
        Text.check("description", description, 0, 2000);
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.code = code;
        this.name = name.strip();
        this.description = description;
        this.restricted = restricted;
    }

    /** @return the number of the next fiche; two writers at once conflict and one of them tries again */
    public int takeFicheNumber() {
        return ++lastFicheNumber;
    }

    public UUID id() {
        return id;
    }

    public String code() {
        return code;
    }

    public String name() {
        return name;
    }

    public String description() {
        return description;
    }

    /** @return whether only its own members, the president's team and administrators see it */
    public boolean restricted() {
        return restricted;
    }
}
