package fr.trame.app.fiche.web;

import fr.trame.app.Words;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.validator.FacesValidator;
import jakarta.faces.validator.Validator;
import jakarta.faces.validator.ValidatorException;
import org.jspecify.annotations.Nullable;

/** What is typed for an amount must be one. */
@FacesValidator("trame.amount")
public class AmountValidator implements Validator<Object> {

    @Override
    public void validate(FacesContext faces, UIComponent field, @Nullable Object typed) {
        var locale = faces.getViewRoot().getLocale();
        if (typed != null && Amounts.parse(typed.toString(), locale).isEmpty()) {
            var words = Words.of("fiche.edit.amount.invalid", locale);
            throw new ValidatorException(new FacesMessage(FacesMessage.SEVERITY_ERROR, words, null));
        }
    }
}
