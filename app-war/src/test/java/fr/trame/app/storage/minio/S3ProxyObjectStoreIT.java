package fr.trame.app.storage.minio;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The store of machines without MinIO. It has one identity and no policies: isolation is not its to prove. */
class S3ProxyObjectStoreIT extends S3StoreContract {

    @Override
    ServerProcess start(Path folder) throws Exception {
        var jar = Path.of(System.getProperty("trame.s3proxy.jar", "target/parts/s3proxy.jar"));
        if (!Files.exists(jar)) {
            throw new IllegalStateException(jar + " is missing: mvn verify copies it there");
        }
        int port = ServerProcess.freePort();
        var settings = Files.writeString(folder.resolve("s3proxy.properties"), settings(port, folder));
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = List.of(java, "-Xmx256m", "-jar", jar.toString(), "--properties", settings.toString());
        return ServerProcess.start(port, command, Map.of());
    }

    private static String settings(int port, Path folder) throws Exception {
        return String.join(
                "\n",
                "s3proxy.endpoint=http://127.0.0.1:" + port,
                "s3proxy.authorization=aws-v2-or-v4",
                "s3proxy.identity=" + ROOT,
                "s3proxy.credential=" + ROOT_SECRET,
                "jclouds.provider=filesystem-nio2",
                "jclouds.filesystem.basedir=" + Files.createDirectory(folder.resolve("data")));
    }
}
