package fr.trame.app.it;

import java.io.File;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The built product itself, never a list of classes, with the in-container tests beside it. */
final class TestWar {

    private TestWar() {}

    static Archive<?> withTests() {
        return ShrinkWrap.createFromZipFile(WebArchive.class, new File("target/app-war.war"))
                .addClasses(
                        TestWar.class,
                        TenantBindingIT.class,
                        TrashSweepIT.class,
                        RenewalIT.class,
                        OpenToArquillian.class);
    }
}
