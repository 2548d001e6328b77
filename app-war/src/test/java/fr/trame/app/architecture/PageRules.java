package fr.trame.app.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Pages and the classes behind them find each other by name. */
final class PageRules {

    private static final String SUFFIX = "Backing";

    private final String root;
    private final Path webapp;

    PageRules(String root, Path webapp) {
        this.root = root;
        this.webapp = webapp;
    }

    Map<String, ArchRule> all() {
        return Map.of(
                "each backing has its mirror page",
                ArchRuleDefinition.classes()
                        .should(new ArchCondition<>("have a mirror page when they are a backing") {
                            @Override
                            public void check(JavaClass type, ConditionEvents events) {
                                checkMirror(type, events);
                            }
                        })
                        .because("who sees fiche/edit.xhtml must know without a search what is behind it"));
    }

    private void checkMirror(JavaClass type, ConditionEvents events) {
        if (!type.getSimpleName().endsWith(SUFFIX) || !type.isTopLevelClass()) {
            return;
        }
        var place = Place.of(root, type).orElse(new Place("", ""));
        var page = page(place, type.getSimpleName());
        if (!place.door().equals("web") || !Files.isRegularFile(webapp.resolve(page))) {
            events.add(SimpleConditionEvent.violated(type, type.getName() + " mirrors " + page + ", which is no page"));
        }
    }

    /** @return {@code fiche/edit.xhtml} for FicheEditBacking of fiche.web, {@code x.xhtml} for XBacking of web */
    static String page(Place place, String backing) {
        var words = backing.substring(0, backing.length() - SUFFIX.length())
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
        if (place.shared()) {
            return words + ".xhtml";
        }
        var own = place.capability() + "-";
        return place.capability() + "/" + (words.startsWith(own) ? words.substring(own.length()) : words) + ".xhtml";
    }
}
