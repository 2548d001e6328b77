package fr.trame.infra.relevance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void onlyWhatFallsByMoreThanAHundredthIsALoss() throws IOException {
        var file = folder.resolve("baseline.properties");
        Baseline.write(file, List.of(measured(0.700)));
        assertEquals(List.of(), Baseline.losses(file, List.of(measured(0.691))));
        assertEquals(List.of(), Baseline.losses(file, List.of(measured(0.900))));
        assertEquals(
                List.of("guides.as-typed.mrr10 fell from 0.700 to 0.689"),
                Baseline.losses(file, List.of(measured(0.689))));
    }

    @Test
    void whatIsNotMeasuredAnyMoreIsALossToo() throws IOException {
        var file = folder.resolve("baseline.properties");
        Baseline.write(file, List.of(measured(0.7)));
        assertEquals(3, Baseline.losses(file, List.of()).size());
    }

    private static Measured measured(double mrr) {
        return new Measured("guides", "Trame", Typing.AS_TYPED, new Figures(0.5, mrr, 0.9));
    }
}
