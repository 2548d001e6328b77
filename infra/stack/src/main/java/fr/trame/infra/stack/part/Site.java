package fr.trame.infra.stack.part;

import fr.trame.infra.stack.artifact.Artifacts;
import fr.trame.infra.stack.process.Spawner;
import fr.trame.infra.stack.setting.Home;
import fr.trame.infra.stack.setting.Part;
import fr.trame.infra.stack.setting.Port;
import fr.trame.infra.stack.setting.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What every part needs to know of the stack it belongs to.
 *
 * @param variables what the product's environment says, operator's secrets included
 * @param secrets passwords inside the stack
 */
public record Site(Home home, Ports ports, Map<String, String> variables, Map<String, String> secrets, Tools tools) {

    /** The means by which parts get files and start programs. */
    public record Tools(Artifacts artifacts, Spawner spawner) {}

    /** The same stack with other variables. */
    public Site with(Map<String, String> others) {
        return new Site(home, ports, others, secrets, tools);
    }

    static final String LOOPBACK = "127.0.0.1";

    /** A Java program on the Java that runs the launcher, with its temporary files in the stack's folder. */
    List<String> java(Part part, List<String> options) {
        return Stream.concat(
                        Stream.of(javaBinary(), "-Djava.io.tmpdir=" + home.tmp(part), "-XX:+ExitOnOutOfMemoryError"),
                        options.stream())
                .toList();
    }

    static String javaBinary() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Empty folders for what is written again at each start, and the data folder as it is. */
    void makeFolders(Part part) throws IOException {
        Home.deleteTree(home.tmp(part));
        Files.createDirectories(home.tmp(part));
        Files.createDirectories(home.conf(part));
        Files.createDirectories(home.data(part));
    }

    String port(Port port) {
        return Integer.toString(ports.of(port));
    }

    String secret(String name) {
        return secrets.getOrDefault(name, "");
    }

    String variable(String name) {
        return variables.getOrDefault(name, "");
    }
}
