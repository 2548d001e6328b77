package fr.trame.infra.stack.setting;

/** Every port the stack listens on, with the part that opens it. */
public enum Port {
    APP(Part.APP, 8080),
    KEYCLOAK(Part.KEYCLOAK, 8180),
    KEYCLOAK_MANAGEMENT(Part.KEYCLOAK, 8190),
    POSTGRES(Part.POSTGRES, 15432),
    ELASTICSEARCH(Part.ELASTICSEARCH, 19200),
    ELASTICSEARCH_TRANSPORT(Part.ELASTICSEARCH, 19300),
    STORE(Part.STORE, 19000),
    SMTP(Part.MAIL, 13025),
    MAIL(Part.MAIL, 18025),
    EXTRACTOR(Part.EXTRACTOR, 19998),
    RECOGNISER(Part.RECOGNISER, 19997),
    PAINTER(Part.PAINTER, 19996),
    ANTIVIRUS(Part.ANTIVIRUS, 13310);

    private final Part part;
    private final int usual;

    Port(Part part, int usual) {
        this.part = part;
        this.usual = usual;
    }

    public Part part() {
        return part;
    }

    int usual() {
        return usual;
    }

    /** The environment variable that changes it. */
    public String variable() {
        return "TRAME_PORT_" + name();
    }
}
