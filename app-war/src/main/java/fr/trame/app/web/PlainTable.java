package fr.trame.app.web;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import jakarta.faces.context.ResponseWriterWrapper;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.primefaces.component.api.UIColumn;
import org.primefaces.component.datatable.DataTable;
import org.primefaces.component.datatable.DataTableRenderer;

/**
 * Renders data tables as tables for those who do not see them: without the roles of a grid, whose arrow keys are not
 * there, and with the cell of a column of class {@code t-rowhead} as the header of its row.
 */
public class PlainTable extends DataTableRenderer {

    private static final String ROW_HEADER = "t-rowhead";
    private static final List<String> GRID = List.of("grid", "row", "gridcell", "columnheader");

    @Override
    public void encodeEnd(FacesContext faces, UIComponent component) throws IOException {
        with(faces, new WithoutGrid(faces.getResponseWriter()), () -> super.encodeEnd(faces, component));
    }

    // The parameters are those of the method overridden.
    @Override
    protected void encodeCell(
            FacesContext faces, DataTable table, UIColumn column, boolean selected, boolean selectable, int row)
            throws IOException {
        if (Objects.toString(column.getStyleClass(), "").contains(ROW_HEADER)) {
            with(
                    faces,
                    new RowHeader(faces.getResponseWriter()),
                    () -> super.encodeCell(faces, table, column, selected, selectable, row));
        } else {
            super.encodeCell(faces, table, column, selected, selectable, row);
        }
    }

    private static void with(FacesContext faces, ResponseWriter writer, Encoding encoding) throws IOException {
        var usual = faces.getResponseWriter();
        faces.setResponseWriter(writer);
        try {
            encoding.encode();
        } finally {
            faces.setResponseWriter(usual);
        }
    }

    private interface Encoding {
        void encode() throws IOException;
    }

    private static final class WithoutGrid extends ResponseWriterWrapper {

        WithoutGrid(ResponseWriter wrapped) {
            super(wrapped);
        }

        @Override
        public void writeAttribute(String name, @Nullable Object value, @Nullable String property) throws IOException {
            if (!name.equals("role") || !GRID.contains(Objects.toString(value, ""))) {
                super.writeAttribute(name, value, property);
            }
        }
    }

    private static final class RowHeader extends ResponseWriterWrapper {

        private int depth;

        RowHeader(ResponseWriter wrapped) {
            super(wrapped);
        }

        @Override
        public void startElement(String name, @Nullable UIComponent component) throws IOException {
            super.startElement(depth == 0 ? "th" : name, component);
            if (depth++ == 0) {
                super.writeAttribute("scope", "row", null);
            }
        }

        @Override
        public void endElement(String name) throws IOException {
            super.endElement(--depth == 0 ? "th" : name);
        }
    }
}
