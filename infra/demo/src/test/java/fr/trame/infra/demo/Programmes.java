package fr.trame.infra.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The reference data as the product's own migration writes it: the demonstration may use nothing else. */
final class Programmes {

    private static final Path MIGRATIONS = Path.of("../../tenant-admin/src/main/resources/db/migration");
    private static final Pattern ROW = Pattern.compile("\\('([A-Z0-9_]+)', '([A-Z0-9_]+)', '");

    private final Map<String, String> programmeOfAxis = new HashMap<>();
    private final Map<String, String> axisOfMeasure = new HashMap<>();

    private Programmes() {}

    static Programmes read() throws IOException {
        var programmes = new Programmes();
        try (var files = Files.list(MIGRATIONS)) {
            for (var file : files.sorted().toList()) {
                programmes.read(Files.readString(file));
            }
        }
        return programmes;
    }

    Set<String> axesOf(String programme) {
        return programmeOfAxis.entrySet().stream()
                .filter(each -> each.getValue().equals(programme))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    Set<String> measuresOf(Set<String> axes) {
        return axisOfMeasure.entrySet().stream()
                .filter(each -> axes.contains(each.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private void read(String sql) {
        for (var statement : sql.split(";")) {
            if (statement.contains("insert into axis ")) {
                rows(statement, programmeOfAxis);
            } else if (statement.contains("insert into measure ")) {
                rows(statement, axisOfMeasure);
            }
        }
    }

    private static void rows(String statement, Map<String, String> into) {
        ROW.matcher(statement).results().forEach(row -> into.put(row.group(1), row.group(2)));
    }
}
