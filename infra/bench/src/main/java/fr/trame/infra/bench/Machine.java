package fr.trame.infra.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What the figures were taken on. */
final class Machine {

    private static final double KIB_IN_GIB = 1024 * 1024;

    private Machine() {}

    /** How many processes wanted a core at once, over the last minute. */
    static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    static String description() {
        return String.format(
                Locale.ROOT,
                "%d cores, %.0f GiB of memory, %s %s, JDK %s",
                Runtime.getRuntime().availableProcessors(),
                memory() / KIB_IN_GIB,
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                System.getProperty("java.version"));
    }

    private static double memory() {
        try (var lines = Files.lines(Path.of("/proc/meminfo"))) {
            return lines.filter(line -> line.startsWith("MemTotal:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
