package fr.trame.app.it;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What journeys share: one browser for all of them, and people who leave it when a journey ends. */
abstract class Journey {

    private static @Nullable Chromium chromium;

    /** The browser belongs to the whole run, which closes it. */
    @RegisterExtension
    static final BeforeAllCallback ONE_BROWSER = journey -> chromium = journey.getRoot()
            .getStore(Namespace.create(Journey.class))
            .getOrComputeIfAbsent(Chromium.class, key -> new Chromium(), Chromium.class);

    private final List<Visitor> visitors = new ArrayList<>();

    /** What the screen showed when a journey failed, for the one who has to find out why. */
    @RegisterExtension
    final AfterTestExecutionCallback onFailure = test -> {
        if (test.getExecutionException().isPresent()) {
            for (var index = 0; index < visitors.size(); index++) {
                var name =
                        getClass().getSimpleName() + "-" + test.getDisplayName().replaceAll("\\W+", "-");
                var file = Path.of("target", "failed-journeys", name + index + ".png");
                Screen.keep(visitors.get(index).page(), file);
            }
        }
    };

    @AfterEach
    void everybodyLeaves() {
        var complaints =
                visitors.stream().flatMap(visitor -> visitor.leave().stream()).toList();
        if (!complaints.isEmpty()) {
            throw new AssertionError("what is wrong with the pages:\n" + String.join("\n", complaints));
        }
    }

    /** Somebody new in front of the browser. */
    Visitor visitor() {
        if (chromium == null) {
            throw new IllegalStateException("the browser is not open");
        }
        var visitor = new Visitor(chromium);
        visitors.add(visitor);
        return visitor;
    }
}
