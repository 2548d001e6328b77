package fr.trame.app.fiche;

/** The texts of a fiche, the part of it that is written together. */
public record FicheText(String context, String objectives, String description) {

    /** Texts as long as a fiche holds them: what goes beyond is left out here, as the page says while it is written. */
    public static FicheText shortened(String context, String objectives, String description) {
        return new FicheText(
                shortened(context, FicheRules.SHORT_TEXT),
                shortened(objectives, FicheRules.SHORT_TEXT),
                shortened(description, FicheRules.LONG_TEXT));
    }

    /** The database counts code points, so this is on the safe side of its limit; no pair is cut. */
    private static String shortened(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }

    public static FicheText of(FicheContent content) {
        return new FicheText(content.context(), content.objectives(), content.description());
    }
}
