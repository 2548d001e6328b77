package fr.trame.app.it;

import com.microsoft.playwright.Locator;

/** Keycloak's two pages, in the product's theme: who it is, then the password. */
record SignInPage(Visitor visitor) {

    SignInPage {
        visitor.page().locator("#username").waitFor();
        visitor.arrive("sign-in, account");
    }

    /** Signs in as an account of the demonstration and waits to be back in the product. */
    void signIn(String account) {
        account().fill(account);
        visitor.page().locator("#kc-login").click();
        password().fill(Tokens.PASSWORD);
        visitor.page().locator("#kc-login").click();
        visitor.page().waitForURL(address -> address.startsWith(Product.url("/")));
    }

    Locator account() {
        return visitor.page().locator("#username");
    }

    /** @return the field of the second page, once that is there */
    Locator password() {
        visitor.page().locator("#password").waitFor();
        visitor.arrive("sign-in, password");
        return visitor.page().locator("#password");
    }
}
