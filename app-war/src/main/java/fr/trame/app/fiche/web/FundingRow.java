package fr.trame.app.fiche.web;

import fr.trame.app.fiche.FicheContent;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A row of funding while it is being written: texts as typed, so that nothing is lost while rows come and go. */
public class FundingRow implements Serializable {

    private static final long serialVersionUID = 1L;

    private @Nullable String funder;
    private @Nullable String year;
    private @Nullable String planned;
    private @Nullable String requested;
    private @Nullable String granted;
    private @Nullable String paid;

    /** A new row, for the year the action begins if that is known. */
    static FundingRow beginning(@Nullable LocalDate start) {
        var row = new FundingRow();
        row.year = start == null ? null : Integer.toString(start.getYear());
        return row;
    }

    static FundingRow of(FicheContent.Funding funding, Locale locale) {
        var row = new FundingRow();
        row.funder = funding.funder();
        row.year = Integer.toString(funding.year());
        row.planned = Amounts.typed(funding.planned(), locale);
        row.requested = Amounts.typed(funding.requested(), locale);
        row.granted = Amounts.typed(funding.granted(), locale);
        row.paid = Amounts.typed(funding.paid(), locale);
        return row;
    }

    /** @return the row as a whole; what is not a number counts as zero, the validators of the page see to it */
    FicheContent.Funding funding(Locale locale) {
        return new FicheContent.Funding(
                funder == null ? "" : funder,
                year == null || !year.strip().matches("\\d{1,4}") ? 0 : Integer.parseInt(year.strip()),
                amount(planned, locale),
                amount(requested, locale),
                amount(granted, locale),
                amount(paid, locale));
    }

    private static BigDecimal amount(@Nullable String typed, Locale locale) {
        return Amounts.parse(typed, locale).orElse(BigDecimal.ZERO);
    }

    public @Nullable String getFunder() {
        return funder;
    }

    public void setFunder(@Nullable String funder) {
        this.funder = funder;
    }

    public @Nullable String getYear() {
        return year;
    }

    public void setYear(@Nullable String year) {
        this.year = year;
    }

    public @Nullable String getPlanned() {
        return planned;
    }

    public void setPlanned(@Nullable String planned) {
        this.planned = planned;
    }

    public @Nullable String getRequested() {
        return requested;
    }

    public void setRequested(@Nullable String requested) {
        this.requested = requested;
    }

    public @Nullable String getGranted() {
        return granted;
    }

    public void setGranted(@Nullable String granted) {
        this.granted = granted;
    }

    public @Nullable String getPaid() {
        return paid;
    }

    public void setPaid(@Nullable String paid) {
        this.paid = paid;
    }
}
