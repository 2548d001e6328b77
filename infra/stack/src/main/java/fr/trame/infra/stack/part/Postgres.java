package fr.trame.infra.stack.part;

import fr.trame.infra.stack.artifact.Archives;
import fr.trame.infra.stack.artifact.Artifact;
import fr.trame.infra.stack.console.Lane;
import fr.trame.infra.stack.process.Command;
import fr.trame.infra.stack.setting.EnvFile;
import fr.trame.infra.stack.setting.Home;
import fr.trame.infra.stack.setting.Part;
import fr.trame.infra.stack.setting.Port;
import fr.trame.infra.stack.setting.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;

/** A real PostgreSQL server, sorted in French, reached over the loopback interface only. */
public final class Postgres implements Service {

    private static final String SUPERUSER = "postgres";

    private final Artifact artifact =
            Artifact.pinned("aarch64".equals(System.getProperty("os.arch")) ? "postgres-arm64" : "postgres-amd64");
    private final Site site;
    private Path programs = Path.of("");

    public Postgres(Site site) {
        this.site = site;
    }

    @Override
    public Part part() {
        return Part.POSTGRES;
    }

    private String key() {
        return "postgres-" + artifact.mark();
    }

    @Override
    public List<Artifact> artifacts() {
        return site.tools().artifacts().cache().has(key()) ? List.of() : List.of(artifact);
    }

    @Override
    public void prepare(Lane lane) throws IOException {
        programs = site.tools().artifacts().cache().tree(key(), folder -> {
            var jar = site.tools().artifacts().file(artifact, lane);
            lane.doing("unpacking");
            Archives.untarFromJar(jar, folder);
        });
        var privileges = site.tools().spawner().privileges();
        privileges.requireReadable(programs.resolve("bin/postgres"));
        site.makeFolders(part());
        privileges.own(site.home().data(part()));
        if (!Files.exists(cluster())) {
            lane.doing("making the database cluster");
            makeCluster();
        }
    }

    private Path cluster() {
        return site.home().data(part()).resolve("cluster");
    }

    /** Made under another name first: a cluster that was interrupted in the making must not be taken for one. */
    private void makeCluster() throws IOException {
        var fresh = site.home().data(part()).resolve("fresh");
        var password = site.home().data(part()).resolve("password");
        Home.deleteTree(fresh);
        EnvFile.writeSecret(password, site.secret(Secrets.POSTGRES_PASSWORD));
        site.tools().spawner().privileges().ownFile(password);
        var words = List.of(
                programs.resolve("bin/initdb").toString(),
                "--pgdata=" + fresh,
                "--username=" + SUPERUSER,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C.UTF-8",
                "--locale-provider=icu",
                "--icu-locale=fr");
        site.tools()
                .spawner()
                .run(
                        "postgres-init",
                        Command.of(site.home().data(part()), words).asUnprivileged());
        Files.delete(password);
        Files.move(fresh, cluster());
    }

    @Override
    public Command command() {
        var words = List.of(
                programs.resolve("bin/postgres").toString(),
                "-D",
                cluster().toString(),
                "-p",
                site.port(Port.POSTGRES),
                "-c",
                "listen_addresses=" + Site.LOOPBACK,
                "-c",
                "unix_socket_directories=");
        return Command.of(site.home().data(part()), words).asUnprivileged();
    }

    /** A session of the superuser, in the given database. */
    public Connection connect(String database) throws SQLException {
        var login = new Properties();
        login.setProperty("user", SUPERUSER);
        login.setProperty("password", site.secret(Secrets.POSTGRES_PASSWORD));
        login.setProperty("connectTimeout", "3");
        login.setProperty("socketTimeout", "30");
        var address = "jdbc:postgresql://" + Site.LOOPBACK + ":" + site.port(Port.POSTGRES) + "/" + database;
        return DriverManager.getConnection(address, login);
    }

    @Override
    public boolean isReady() {
        try (var connection = connect(SUPERUSER)) {
            return connection.isValid(2);
        } catch (SQLException notYet) {
            return false;
        }
    }

    @Override
    public String health() {
        return "tcp://" + Site.LOOPBACK + ":" + site.port(Port.POSTGRES);
    }
}
