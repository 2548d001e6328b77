package fr.trame.app.web;

import fr.trame.app.Words;
import fr.trame.app.tenancy.TenantContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Amounts, dates, sizes as the language of the page writes them. Every method answers a dash for null. */
@Named
@ApplicationScoped
public class Format {

    private static final String NONE = "–";
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final long[] UNITS = {1_000_000_000L, 1_000_000L, 1_000L};
    private static final String[] UNIT_KEYS = {"format.gigabytes", "format.megabytes", "format.kilobytes"};

    @Inject
    TenantContext tenancy;

    @Inject
    @ConfigProperty(name = "trame.zone")
    String zone;

    /** @return « 1 180 000 € », with cents only when there are some */
    public String money(@Nullable BigDecimal amount) {
        return amount == null ? NONE : money(amount, Money.hasCents(Stream.of(amount)));
    }

    /** @return the amount with or without cents, as all those beside it */
    public String money(@Nullable BigDecimal amount, boolean cents) {
        return amount == null ? NONE : Money.words(amount, tenancy.tenant().currency(), locale(), cents);
    }

    /** @return « 312,4 M€ », in full below a million */
    public String compact(@Nullable BigDecimal amount) {
        return amount == null || amount.abs().compareTo(MILLION) < 0
                ? money(amount)
                : text("format.millions." + tenancy.tenant().currency(), millions(amount));
    }

    /** @return « 0,8 » for 800 000, for columns that have their unit in the head */
    public String millions(BigDecimal amount) {
        var number = NumberFormat.getNumberInstance(locale());
        number.setMinimumFractionDigits(1);
        number.setMaximumFractionDigits(1);
        return number.format(amount.divide(MILLION));
    }

    /** @return « M€ » */
    public String getMillionsUnit() {
        return text("format.unit." + tenancy.tenant().currency());
    }

    /** @return the number with its groups of three */
    public String number(@Nullable Number number) {
        return number == null ? NONE : NumberFormat.getNumberInstance(locale()).format(number);
    }

    /** @return « 66 % », of nothing « 0 % » */
    public String percent(Number part, Number whole) {
        var share = whole.doubleValue() == 0 ? 0 : part.doubleValue() / whole.doubleValue();
        return NumberFormat.getPercentInstance(locale()).format(share).replace('\u00a0', '\u202f');
    }

    /** @return « 1,8 Mo » */
    public String size(long bytes) {
        for (var i = 0; i < UNITS.length; i++) {
            if (bytes >= UNITS[i]) {
                var value = BigDecimal.valueOf(bytes).divide(BigDecimal.valueOf(UNITS[i]), 1, RoundingMode.HALF_UP);
                return text(UNIT_KEYS[i], number(value));
            }
        }
        return text("format.bytes", number(bytes));
    }

    /**
     * @param when a date or an instant
     * @return « 3 oct. 2026 »
     */
    public String date(@Nullable Object when) {
        if (when == null) {
            return NONE;
        }
        var day = when instanceof LocalDate date ? date : zoned(when).toLocalDate();
        var first = day.getDayOfMonth() == 1 ? text("format.first") : Integer.toString(day.getDayOfMonth());
        return (first + day.format(DateTimeFormatter.ofPattern(" MMM yyyy", locale()))).replace(' ', '\u00a0');
    }

    /** @return « 3 oct. 2026 à 14 h 32 » */
    public String dateTime(@Nullable Object when) {
        return when == null || when instanceof LocalDate
                ? date(when)
                : text("format.dateTime", date(when), zoned(when).format(time()));
    }

    /** @return « il y a 2 h », « hier »; the date beyond a week */
    public String ago(@Nullable Object when) {
        if (when == null) {
            return NONE;
        }
        var then = zoned(when);
        var now = ZonedDateTime.now(then.getZone());
        var days = ChronoUnit.DAYS.between(then.toLocalDate(), now.toLocalDate());
        if (days == 0) {
            return today(Duration.between(then, now).toMinutes());
        }
        return days == 1
                ? text("format.yesterday", then.format(time()))
                : days > 1 && days < 7 ? text("format.days", days) : date(when);
    }

    private static String today(long minutes) {
        if (minutes < 1) {
            return text("format.now");
        }
        return minutes < 60 ? text("format.minutes", minutes) : text("format.hours", minutes / 60);
    }

    /** @return the value for machines, in the {@code datetime} attribute */
    public String iso(@Nullable Object when) {
        return when == null ? "" : when.toString();
    }

    /** @return 1 to 6, the same for the same person: their colour */
    public int who(String name) {
        return Math.floorMod(name.hashCode(), 6) + 1;
    }

    /** @return two letters that stand for a name */
    public String initials(String name) {
        return Shell.initials(name);
    }

    private static DateTimeFormatter time() {
        return DateTimeFormatter.ofPattern(text("format.time"), locale());
    }

    private ZonedDateTime zoned(Object when) {
        var place = ZoneId.of(zone);
        if (when instanceof OffsetDateTime offset) {
            return offset.atZoneSameInstant(place);
        }
        return when instanceof Instant instant ? instant.atZone(place) : ((LocalDate) when).atStartOfDay(place);
    }

    private static String text(String key, Object... arguments) {
        return Words.of(key, locale(), arguments);
    }

    private static Locale locale() {
        return FacesContext.getCurrentInstance().getViewRoot().getLocale();
    }
}
