package fr.trame.app.webdav.web;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jackrabbit.webdav.DavException;

/**
 * An address of the drive: {@code /t/{alias}/dav/{workspace}/{dossier}/{folders…}/{file}}.
 *
 * @param names decoded, after {@code dav}
 */
record Address(String alias, List<String> names) {

    private static final Pattern DRIVE = Pattern.compile("(?s)/t/([^/]+)/dav(?:/(.*))?");
    private static final String PLAIN = "-._~!$&'()*+,=:@";
    private static final int LONGEST = 4000;

    /**
     * @param path decoded
     * @return empty when it is no address of the drive
     */
    static Optional<Address> of(String path) {
        var drive = DRIVE.matcher(path);
        if (!drive.matches()) {
            return Optional.empty();
        }
        var rest = drive.group(2) == null ? "" : drive.group(2);
        return Optional.of(new Address(drive.group(1), names(rest)));
    }

    /**
     * @param header {@code Destination}
     * @param host by which this server is called
     * @throws DavException 400 when it is none, 502 when it is on another server or outside of the drive
     */
    Address destination(String header, String host) throws DavException {
        try {
            var uri = URI.create(header);
            var elsewhere =
                    uri.getRawAuthority() != null && !uri.getRawAuthority().equalsIgnoreCase(host);
            var raw = uri.getRawPath() == null ? "" : uri.getRawPath();
            var beginning = "/t/" + alias + "/dav/";
            if (elsewhere || !raw.startsWith(beginning)) {
                throw new DavException(502);
            }
            var decoded = Stream.of(raw.substring(beginning.length()).split("/"))
                    .map(Address::decoded)
                    .filter(each -> !each.isEmpty())
                    .toList();
            var address = new Address(alias, decoded);
            if (decoded.isEmpty() || decoded.stream().anyMatch(each -> each.contains("/")) || !address.isClean()) {
                throw new DavException(400);
            }
            return address;
        } catch (IllegalArgumentException none) {
            throw new DavException(400, none);
        }
    }

    /** @return whether no name climbs, hides or breaks a line */
    boolean isClean() {
        return names.stream().mapToInt(String::length).sum() <= LONGEST
                && names.stream()
                        .noneMatch(each -> each.equals(".")
                                || each.equals("..")
                                || each.contains("\\")
                                || each.codePoints().anyMatch(Character::isISOControl));
    }

    /** @return whether it is what a machine keeps for itself beside the files of its person */
    boolean isJunk() {
        if (names.isEmpty()) {
            return false;
        }
        var last = names.get(names.size() - 1).toLowerCase(Locale.ROOT);
        return last.startsWith("._")
                || List.of(".ds_store", "thumbs.db", "desktop.ini").contains(last);
    }

    /** @return the address as it stands in an answer */
    String href(boolean collection) {
        var href = new StringBuilder("/t/").append(alias).append("/dav");
        names.forEach(each -> href.append('/').append(encoded(each)));
        return href.append(collection ? "/" : "").toString();
    }

    Address child(String name) {
        return new Address(alias, Stream.concat(names.stream(), Stream.of(name)).toList());
    }

    private static List<String> names(String path) {
        return Stream.of(path.split("/")).filter(each -> !each.isEmpty()).toList();
    }

    private static String decoded(String name) {
        return URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    static String encoded(String name) {
        var encoded = new StringBuilder();
        for (var octet : name.getBytes(StandardCharsets.UTF_8)) {
            var letter = (char) (octet & 0xff);
            var plain = letter < 128 && (Character.isLetterOrDigit(letter) || PLAIN.indexOf(letter) >= 0);
            encoded.append(plain ? String.valueOf(letter) : String.format(Locale.ROOT, "%%%02X", (int) letter));
        }
        return encoded.toString();
    }
}
