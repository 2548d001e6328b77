package fr.trame.app.it;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;

/** Files made to do harm, on the spot: none of them lies in the repository, where a scanner would find it. */
final class Hostile {

    private static final int MEBIBYTE = 1 << 20;

    private Hostile() {}

    /** What every virus scanner knows and nobody is harmed by; put together so that this class is not found either. */
    static byte[] eicar() {
        return bytes("X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*");
    }

    /** @param mebibytes that some kilobytes unpack to */
    static byte[] bomb(int mebibytes) {
        var zeros = new byte[mebibytes * MEBIBYTE];
        return office(Map.of("word/media/image1.bmp", zeros));
    }

    /** An archive in an archive in an office file. */
    static byte[] nested() {
        return office(Map.of("word/embeddings/a.docx", office(Map.of("word/embeddings/b.docx", office(Map.of())))));
    }

    static byte[] with(String entry) {
        return office(Map.of(entry, bytes("contenu")));
    }

    /** What an office program really does: a table inside a text. */
    static byte[] embedding(byte[] workbook) {
        var types = new String(Samples.docxParts("").get("[Content_Types].xml"), StandardCharsets.UTF_8)
                .replace("</Types>", "<Default Extension=\"xlsx\" ContentType=\"application/octet-stream\"/></Types>");
        return office(
                Map.of("[Content_Types].xml", bytes(types), "word/embeddings/Microsoft_Excel_Sheet1.xlsx", workbook));
    }

    static byte[] crowd(int entries) {
        var parts = new LinkedHashMap<String, byte[]>();
        for (int each = 0; each < entries; each++) {
            parts.put("word/media/" + each + ".txt", new byte[0]);
        }
        return office(parts);
    }

    /** An entry that unpackers turn into a link to another file. */
    static byte[] link() {
        var archive = office(Map.of("word/media/link", bytes("/etc/passwd")));
        var name = bytes("word/media/link");
        // In the directory at the end, the attributes stand eight bytes before the name.
        for (int at = archive.length - name.length; at > 0; at--) {
            if (Arrays.equals(Arrays.copyOfRange(archive, at, at + name.length), name)) {
                ByteBuffer.wrap(archive).order(java.nio.ByteOrder.LITTLE_ENDIAN).putInt(at - 8, 0xA1FF0000);
                return archive;
            }
        }
        throw new IllegalStateException("no directory");
    }

    /** @param address that a reader of external entities would fetch */
    static byte[] xxeDocx(String address, String word) {
        return office(Map.of(
                "word/document.xml",
                bytes("<?xml version=\"1.0\"?>" + entities(address)
                        + "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p>"
                        + "<w:r><w:t>" + word + " &file; &net;</w:t></w:r></w:p></w:body></w:document>")));
    }

    static byte[] xxeXlsx(String address) {
        var workbook = Samples.xlsx("tableau");
        return Samples.repacked(
                workbook, "xl/s.xml", sheet -> sheet.replace("<worksheet", entities(address) + "<worksheet")
                        .replace("tableau", "tableau &file; &net;"));
    }

    /** A form whose fields come as XML, with entities. */
    static byte[] xfa(String address) {
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            var form = new PDAcroForm(document);
            var xml = entities(address) + "<xdp:xdp xmlns:xdp=\"http://ns.adobe.com/xdp/\"><template><field name=\"a\">"
                    + "<value><text>&file; &net;</text></value></field></template></xdp:xdp>";
            var stream = new PDStream(document, new java.io.ByteArrayInputStream(bytes(xml)));
            form.getCOSObject().setItem(COSName.XFA, stream);
            document.getDocumentCatalog().setAcroForm(form);
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String entities(String address) {
        return "<!DOCTYPE x [<!ENTITY file SYSTEM \"file:///etc/hostname\"><!ENTITY net SYSTEM \"" + address + "\">]>";
    }

    /** A PNG of some bytes that says it has so many points on each side. */
    static byte[] flood(int side) {
        var picture = Scans.picture("png", new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY));
        var header = ByteBuffer.wrap(picture);
        header.putInt(16, side).putInt(20, side);
        var crc = new CRC32();
        crc.update(picture, 12, 17);
        header.putInt(29, (int) crc.getValue());
        return picture;
    }

    /** A real picture with a page behind it that runs a script where bytes decide the type. */
    static byte[] pictureAndPage() {
        var picture = Scans.picture("png", Scans.nothing());
        return joined(picture, bytes("<html><script>alert('trame')</script></html>"));
    }

    static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A small text with more parts. */
    private static byte[] office(Map<String, byte[]> more) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.BEST_COMPRESSION);
            var parts = new LinkedHashMap<>(Samples.docxParts("Un texte."));
            parts.putAll(more);
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toByteArray();
    }
}
