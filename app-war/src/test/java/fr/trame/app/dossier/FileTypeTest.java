package fr.trame.app.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.trame.app.BusinessException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FileTypeTest {

    @Test
    void aPdfMayComeAfterAPrintersCommands() {
        assertEquals("application/pdf", check("a.pdf", "\u001b%-12345X@PJL\r\n%PDF-1.4"));
        refused("a.pdf", "PK\u0003\u0004 %PDF-1.4");
        refused("a.pdf", "<html><script>1</script>%PDF-1.4");
        refused("a.pdf", "GIF89a%PDF-1.4");
        refused("a.pdf", "un texte");
    }

    @Test
    void aTextMayBeOfTwoBytesALetterWhenItSaysSo() {
        assertEquals("text/plain", FileType.check("a.txt", "été".getBytes(StandardCharsets.UTF_16)));
        assertThrows(
                BusinessException.class, () -> FileType.check("a.txt", "été".getBytes(Charset.forName("UTF-16BE"))));
    }

    @Test
    void aMessageBeginsWithItsHeader() {
        assertEquals("message/rfc822", check("a.eml", "Received: from x\r\n by y\r\nFrom: a@example.org\r\n\r\nb"));
        assertEquals("message/rfc822", check("a.eml", "X-Mailer: m\nSubject: s\n\nb"));
        refused("a.eml", "Bonjour,\nDate: demain");
        refused("a.eml", "<html>");
    }

    @Test
    void aLockedOfficeFileIsToldFromADisguisedOne() {
        assertEquals("file.locked", refused("a.docx", "\u00d0\u00cf\u0011\u00e0\u00a1"));
        assertEquals("file.type.mismatch", refused("a.docx", "MZ"));
    }

    @Test
    void aDrawingThatPassesForAPictureIsRefused() {
        refused("a.png", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>");
        refused("a.svg", "<svg/>");
        refused("facture.pdf.exe", "MZ");
    }

    @Test
    void aNameWithoutAnExtensionIsThatOfAPlainText() {
        assertEquals("text/plain", check("LISEZMOI", "Un texte,\n\tavec sa marge.\r\n"));
        assertEquals("text/plain", check("compte rendu v1.2", "Un texte."));
        refused("programme", "MZ\u0001");
        refused("script", "#!/bin/sh\n");
        refused("plan", "%PDF-1.7");
        refused("donnees", "a\u0000b");
    }

    private static String check(String name, String head) {
        return FileType.check(name, head.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String refused(String name, String head) {
        var no = assertThrows(BusinessException.class, () -> check(name, head));
        assertTrue(no.getMessage() != null);
        return no.key();
    }
}
