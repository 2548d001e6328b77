package fr.trame.app.web;

import fr.trame.app.BusinessException;
import fr.trame.app.Words;
import jakarta.faces.FacesException;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIInput;
import jakarta.faces.component.visit.VisitCallback;
import jakarta.faces.component.visit.VisitContext;
import jakarta.faces.component.visit.VisitResult;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Turns a business error into words on the page the person is on, at the field to blame; on a page that is only being
 * opened, into the page for that kind of error. Other exceptions go their usual way.
 */
public class BusinessMessages extends ExceptionHandlerFactory {

    public BusinessMessages(ExceptionHandlerFactory wrapped) {
        super(wrapped);
    }

    @Override
    public ExceptionHandler getExceptionHandler() {
        return new Handler(getWrapped().getExceptionHandler());
    }

    private static final class Handler extends ExceptionHandlerWrapper {

        Handler(ExceptionHandler wrapped) {
            super(wrapped);
        }

        @Override
        public void handle() {
            var faces = FacesContext.getCurrentInstance();
            var unhandled = getUnhandledExceptionQueuedEvents().iterator();
            while (unhandled.hasNext()) {
                var no = business(unhandled.next().getContext().getException());
                if (no != null) {
                    unhandled.remove();
                    tell(faces, no);
                }
            }
            super.handle();
        }

        private static void tell(FacesContext faces, BusinessException no) {
            if (faces.isPostback() && faces.getCurrentPhaseId() != PhaseId.RENDER_RESPONSE) {
                var words = Words.of(no, faces.getViewRoot().getLocale());
                var id = no.field() == null ? null : clientId(faces, no.field());
                faces.addMessage(id, new FacesMessage(FacesMessage.SEVERITY_ERROR, words, null));
                faces.validationFailed();
                faces.renderResponse();
                return;
            }
            try {
                if (!faces.getExternalContext().isResponseCommitted()) {
                    faces.getExternalContext().responseSendError(no.kind().status(), no.key());
                }
                faces.responseComplete();
            } catch (IOException gone) {
                throw new FacesException(gone);
            }
        }

        private static @Nullable BusinessException business(@Nullable Throwable thrown) {
            for (var cause = thrown; cause != null; cause = cause.getCause()) {
                if (cause instanceof BusinessException no) {
                    return no;
                }
            }
            return null;
        }

        /** Finds the input whose id is the field's name. */
        private static @Nullable String clientId(FacesContext faces, String field) {
            var found = new AtomicReference<@Nullable String>();
            VisitCallback look = (VisitContext visit, UIComponent component) -> {
                if (component instanceof UIInput input && field.equals(component.getId())) {
                    input.setValid(false);
                    found.set(component.getClientId(faces));
                    return VisitResult.COMPLETE;
                }
                return VisitResult.ACCEPT;
            };
            faces.getViewRoot().visitTree(VisitContext.createVisitContext(faces), look);
            return found.get();
        }
    }
}
