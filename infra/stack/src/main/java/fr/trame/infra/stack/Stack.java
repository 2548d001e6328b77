package fr.trame.infra.stack;

import fr.trame.infra.stack.console.Board;
import fr.trame.infra.stack.console.Lane;
import fr.trame.infra.stack.console.StackFailure;
import fr.trame.infra.stack.part.App;
import fr.trame.infra.stack.part.Clamd;
import fr.trame.infra.stack.part.Databases;
import fr.trame.infra.stack.part.Elasticsearch;
import fr.trame.infra.stack.part.Extractor;
import fr.trame.infra.stack.part.Keycloak;
import fr.trame.infra.stack.part.Mail;
import fr.trame.infra.stack.part.MinIO;
import fr.trame.infra.stack.part.Painter;
import fr.trame.infra.stack.part.Postgres;
import fr.trame.infra.stack.part.Recogniser;
import fr.trame.infra.stack.part.S3Proxy;
import fr.trame.infra.stack.part.Service;
import fr.trame.infra.stack.part.Site;
import fr.trame.infra.stack.part.StoreChoice;
import fr.trame.infra.stack.process.ProcessRecord;
import fr.trame.infra.stack.setting.EnvFile;
import fr.trame.infra.stack.setting.Part;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * All parts together, in the order of their needs: the databases before Keycloak and the schema, the schema before the
 * application, everything before the demonstration. What needs nothing starts at once.
 */
final class Stack {

    private final Plan plan;
    private final Board board;
    private final Starter starter;
    private final Operator operator;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        var thread = new Thread(work, "stack");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<Part, CompletableFuture<Void>> preparations = new EnumMap<>(Part.class);
    private final CompletableFuture<Void> firstFailure = new CompletableFuture<>();

    Stack(Plan plan, Board board) {
        this.plan = plan;
        this.board = board;
        this.starter = new Starter(
                plan.home(), plan.site().tools().spawner(), plan.site().ports());
        this.operator = new Operator(plan);
    }

    Starter starter() {
        return starter;
    }

    /** Returns when everything is ready. @throws StackFailure for the first part that failed */
    void start() {
        for (var part : plan.wanted()) {
            board.lane(part.title()).doing("waiting");
        }
        var store = store();
        var site = store.site();
        EnvFile.write(plan.home().appEnv(), site.variables());
        try {
            CompletableFuture.anyOf(order(site, store.service()), firstFailure).join();
        } catch (CompletionException failure) {
            throw new StackFailure(StackFailure.sentence(failure), failure);
        }
    }

    /** @return the last step, for which all others are needed */
    private CompletableFuture<Void> order(Site site, Service store) {
        var nothing = CompletableFuture.<Void>completedFuture(null);
        var keycloak = new Keycloak(site, plan.withDemo());
        var postgres = new Postgres(site);
        var application = new App(site, plan.wishes().war());
        var independent = List.of(
                new Elasticsearch(site),
                store,
                new Extractor(site),
                new Recogniser(site, plan.wishes().installed().tesseract()),
                new Painter(site),
                new Clamd(site, plan.wishes().installed().clamd()),
                new Mail(site));
        bringFiles(List.of(List.of(keycloak, postgres, application), independent));
        var keycloakFiles = prepared(keycloak);
        var databases = step(part(postgres, nothing), () -> makeDatabases(postgres, site));
        var schema = step(databases, () -> operator.migrate(site.variables(), board));
        var services = Stream.concat(
                Stream.of(part(keycloak, CompletableFuture.allOf(keycloakFiles, databases))),
                independent.stream().map(service -> part(service, nothing)));
        var app = part(application, schema);
        var everything = CompletableFuture.allOf(services.toArray(CompletableFuture[]::new));
        var tenants =
                step(CompletableFuture.allOf(everything, schema), () -> operator.tenants(site.variables(), board));
        return step(CompletableFuture.allOf(tenants, app), () -> operator.documents(site.variables(), board));
    }

    /** The parts with most to do afterwards get their files first. */
    private void bringFiles(List<List<Service>> services) {
        plan.site()
                .tools()
                .artifacts()
                .order(services.stream()
                        .flatMap(List::stream)
                        .filter(this::isToStart)
                        .flatMap(service -> service.artifacts().stream())
                        .toList());
    }

    private void makeDatabases(Postgres postgres, Site site) {
        if (plan.wanted().contains(Part.POSTGRES)) {
            new Databases(postgres, site).make();
        }
    }

    /** Prepares and starts. A part that runs already is left alone. */
    private CompletableFuture<Void> part(Service service, CompletableFuture<Void> needs) {
        if (!isToStart(service)) {
            return needs;
        }
        var lane = board.lane(service.part().title());
        return step(CompletableFuture.allOf(prepared(service), needs), () -> starter.start(service, lane));
    }

    /** The preparation, begun at the first call; the parts are asked in the order of how long theirs takes. */
    private CompletableFuture<Void> prepared(Service service) {
        if (!isToStart(service)) {
            return CompletableFuture.completedFuture(null);
        }
        var lane = board.lane(service.part().title());
        return preparations.computeIfAbsent(
                service.part(), part -> step(CompletableFuture.completedFuture(null), () -> prepare(service, lane)));
    }

    private boolean isToStart(Service service) {
        var running = ProcessRecord.running(plan.home(), service.part());
        running.ifPresent(
                record -> board.lane(service.part().title()).done("already running, process " + record.pid()));
        return running.isEmpty() && plan.wanted().contains(service.part());
    }

    private static void prepare(Service service, Lane lane) {
        try {
            lane.doing("preparing");
            service.prepare(lane);
            lane.doing("prepared, waiting for what it needs");
        } catch (IOException failure) {
            throw new StackFailure(service.part().beginning() + " cannot be prepared: " + failure, failure);
        }
    }

    private CompletableFuture<Void> step(CompletableFuture<Void> after, Runnable work) {
        return after.thenRunAsync(work, threads).whenComplete((nothing, failure) -> {
            if (failure != null) {
                firstFailure.completeExceptionally(failure);
            }
        });
    }

    /** The store's kind must be known before anybody reads the environment. */
    private Store store() {
        var site = plan.site();
        if (!plan.wanted().contains(Part.STORE)) {
            return new Store(site, new S3Proxy(site, ""));
        }
        var choice = new StoreChoice(
                site.tools().artifacts().cache().bin(), plan.wishes().minioAsked());
        var binary = choice.minio(plan.home(), site.tools().spawner()::run, board.lane(Part.STORE.title()));
        var known = site.with(plan.withStoreKind(binary.isPresent() ? MinIO.KIND : S3Proxy.KIND));
        Service service = binary.isPresent() ? new MinIO(known, binary.get()) : new S3Proxy(known, choice.why());
        return new Store(known, service);
    }

    private record Store(Site site, Service service) {}
}
