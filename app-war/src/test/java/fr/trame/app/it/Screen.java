package fr.trame.app.it;

import com.microsoft.playwright.Page;
import java.nio.file.Path;

/** A picture of a whole page. */
final class Screen {

    private Screen() {}

    static void keep(Page page, Path file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    }
}
