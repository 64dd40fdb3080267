package kr.haetae.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** HAProxy with the configuration that is shipped. */
final class Balancer implements AutoCloseable {
    private static final Path SHIPPED = Path.of("ops", "proxy", "haproxy.cfg");
    private static final int PLACES = 3;

    private final Process process;
    private final int port;

    private Balancer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static Balancer before(List<NodeProcess> nodes, Path log) throws IOException, InterruptedException {
        int port = Ports.free();
        ProcessBuilder builder = new ProcessBuilder("haproxy", "-db", "-f", SHIPPED.toString())
                .redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("HAETAE_BIND", "127.0.0.1:" + port);
        for (int i = 0; i < PLACES; i++) {
            int http = i < nodes.size() ? nodes.get(i).place().port() : Ports.free();
            int management = i < nodes.size() ? nodes.get(i).managementPort() : Ports.free();
            builder.environment().put("HAETAE_NODE_" + (i + 1), "127.0.0.1:" + http);
            builder.environment().put("HAETAE_NODE_%d_HEALTH".formatted(i + 1), Integer.toString(management));
        }
        Balancer balancer = new Balancer(builder.start(), port);
        balancer.awaitListening(log);
        return balancer;
    }

    private void awaitListening(Path log) throws InterruptedException {
        Waiting.until("HAProxy listens, see " + log, Duration.ofSeconds(20), () -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("HAProxy ended, see " + log);
            }
            try {
                new Socket(InetAddress.getLoopbackAddress(), port).close();
                return true;
            } catch (IOException e) {
                return false;
            }
        });
    }

    Place place() {
        return new Place("balancer", port);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
