package fr.trame.infra.stack;

import fr.trame.infra.stack.console.Lane;
import fr.trame.infra.stack.console.StackFailure;
import fr.trame.infra.stack.part.Service;
import fr.trame.infra.stack.process.Identity;
import fr.trame.infra.stack.process.LogTail;
import fr.trame.infra.stack.process.ProcessRecord;
import fr.trame.infra.stack.process.Spawner;
import fr.trame.infra.stack.process.Stopper;
import fr.trame.infra.stack.setting.Home;
import fr.trame.infra.stack.setting.Ports;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** Starts single parts, waits until each is ready, and remembers which it started, to stop those and no others. */
final class Starter {

    private static final Duration USUAL_LIMIT = Duration.ofMinutes(3);
    private static final String LIMIT_VARIABLE = "TRAME_START_SECONDS";
    private static final long LOOK_MILLIS = 250;

    private final Home home;
    private final Spawner spawner;
    private final Ports ports;
    private final List<ProcessRecord> started = new CopyOnWriteArrayList<>();
    private final Duration limit = limit(System.getenv().getOrDefault(LIMIT_VARIABLE, ""));
    private volatile boolean stopping;

    Starter(Home home, Spawner spawner, Ports ports) {
        this.home = home;
        this.spawner = spawner;
        this.ports = ports;
    }

    /** Starts a prepared part. @throws StackFailure with the end of its log when it does not become ready */
    void start(Service service, Lane lane) {
        lane.doing("starting");
        Preflight.requirePorts(ports, service.part());
        var began = Instant.now();
        try {
            var process = spawner.server(service.part().id(), service.command());
            var record = remember(service, process);
            while (!service.isReady()) {
                requireGoingOn(service, process, began);
                Thread.sleep(LOOK_MILLIS);
            }
            follow(record, service.followed(process));
            service.settle();
            lane.done(service.greeting());
        } catch (IOException failure) {
            throw new StackFailure(service.part().beginning() + " cannot be started: " + failure, failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Stopped.", stop);
        }
    }

    private synchronized ProcessRecord remember(Service service, Process process) {
        var opened = Ports.openedBy(service.part()).stream()
                .map(port -> Integer.toString(ports.of(port)))
                .collect(Collectors.joining(" "));
        var mark = Identity.of(process.pid()).orElse("");
        var record = new ProcessRecord(service.part(), process.pid(), mark, opened, service.health());
        record.write(home);
        started.add(record);
        return record;
    }

    private synchronized void follow(ProcessRecord record, long pid) {
        if (pid != record.pid() && !stopping) {
            var followed = record.followedAs(pid);
            followed.write(home);
            started.set(started.indexOf(record), followed);
        }
    }

    private void requireGoingOn(Service service, Process process, Instant began) {
        if (stopping) {
            throw new StackFailure("Stopped.");
        }
        var log = home.log(service.part().id());
        if (!process.isAlive()) {
            throw new StackFailure(service.part().beginning() + " ended while starting, with exit code "
                    + process.exitValue() + LogTail.of(log));
        }
        if (Duration.between(began, Instant.now()).compareTo(limit) > 0) {
            throw new StackFailure(service.part().beginning() + " was not ready after " + limit.toSeconds()
                    + " seconds (" + LIMIT_VARIABLE + " allows more on a slow machine)" + LogTail.of(log));
        }
    }

    private static Duration limit(String seconds) {
        try {
            return seconds.isBlank() ? USUAL_LIMIT : Duration.ofSeconds(Long.parseLong(seconds.strip()));
        } catch (NumberFormatException notANumber) {
            throw new StackFailure(LIMIT_VARIABLE + " is '" + seconds + "': give a number of seconds.", notANumber);
        }
    }

    /** What this launcher started and nobody stopped since. */
    List<ProcessRecord> running() {
        return started.stream().filter(ProcessRecord::isRunning).toList();
    }

    boolean isStopping() {
        return stopping;
    }

    /** Stops what was started, last first, and lets nothing start any more. */
    void stop(Stopped told) {
        stopping = true;
        spawner.close();
        for (var record : started.stream()
                .sorted(Comparator.comparing(ProcessRecord::part).reversed())
                .toList()) {
            if (record.isRunning()) {
                told.stopped(record, Stopper.stop(record));
            }
            if (ProcessRecord.read(home, record.part()).filter(record::equals).isPresent()) {
                record.forget(home);
            }
        }
    }

    /** Hears of each part that was stopped. */
    @FunctionalInterface
    interface Stopped {
        /** @param inOrder false when it had to be killed */
        void stopped(ProcessRecord record, boolean inOrder);
    }
}
