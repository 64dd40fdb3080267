package kr.haetae.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import kr.haetae.EmptyOperation;

/** What clients do that mean ill, or are broken; what the others notice is the quotient of their p99. */
final class ClientFaults {
    private static final Duration FLOOD = Duration.ofSeconds(12);
    private static final int UNREAD = 200;
    /** The feed lets one log-in have 12. */
    private static final int SOCKETS_OF_A_LOG_IN = 10;
    private static final int HALF_OPEN = 10_000;
    private static final int FLOODERS = 16;

    private ClientFaults() {}

    /** Sockets that say hello to the whole country and read nothing. */
    static void unread(Run run) throws IOException, InterruptedException {
        List<Socket> sockets = new ArrayList<>();
        try {
            String bearer = "";
            for (int i = 0; i < UNREAD; i++) {
                bearer = i % SOCKETS_OF_A_LOG_IN == 0 ? run.site().logIn("commander") : bearer;
                sockets.add(mute(run.site().node(i % run.site().nodes().size()).place(), bearer));
            }
            run.compare("p99 of an answer", () -> Thread.sleep(FLOOD));
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    private static Socket mute(Place place, String bearer) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), place.port()));
        String upgrade = """
                GET /api/v1/live HTTP/1.1\r
                Host: 127.0.0.1:%d\r
                Upgrade: websocket\r
                Connection: Upgrade\r
                Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
                Sec-WebSocket-Version: 13\r
                Authorization: %s\r
                \r
                """.formatted(place.port(), bearer);
        socket.getOutputStream().write(upgrade.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().write(frame("{\"type\":\"hello\",\"operation\":\"%s\",\"scope\":\"npa\"}"
                .formatted(EmptyOperation.ID)));
        return socket;
    }

    /** RFC 6455, 5.2: one text frame, masked with zeros. */
    private static byte[] frame(String text) {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(payload.length + 8).put((byte) 0x81).put((byte) (0x80 | 126))
                .putShort((short) payload.length).putInt(0).put(payload).array();
    }

    /** One address tries log-ins, wrong ones. */
    static void logIns(Run run) throws Exception {
        try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            flood(run, answers -> {
                HttpResponse<Void> answer = client.send(Installation.logIn(run.site().balancer(),
                        "nobody-" + UUID.randomUUID(), "guessed"), HttpResponse.BodyHandlers.discarding());
                answers.merge(Integer.toString(answer.statusCode()), 1, Integer::sum);
            });
        }
    }

    /** One address opens sockets and says hello as fast as it can. */
    static void hellos(Run run) throws Exception {
        String bearer = run.site().logIn("viewer");
        try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            flood(run, answers -> {
                try {
                    WebSocket socket = client.newWebSocketBuilder().header("Authorization", bearer)
                            .buildAsync(run.site().balancer().live(), new WebSocket.Listener() {}).join();
                    for (int i = 0; i < 20; i++) {
                        socket.sendText("{\"type\":\"hello\",\"operation\":\"%s\",\"scope\":\"npa\"}"
                                .formatted(EmptyOperation.ID), true).join();
                    }
                    socket.abort();
                    answers.merge("taken", 1, Integer::sum);
                } catch (CompletionException e) {
                    answers.merge("refused or cut", 1, Integer::sum);
                }
            });
        }
    }

    private interface Shot {
        void fire(Map<String, Integer> answers) throws IOException, InterruptedException;
    }

    private static void flood(Run run, Shot shot) throws InterruptedException {
        Map<String, Integer> answers = new ConcurrentHashMap<>();
        run.compare("p99 of an answer", () -> {
            long until = System.nanoTime() + FLOOD.toNanos();
            List<Thread> flooders = new ArrayList<>();
            for (int i = 0; i < FLOODERS; i++) {
                flooders.add(Thread.ofVirtual().start(() -> fire(shot, answers, until)));
            }
            for (Thread flooder : flooders) {
                flooder.join();
            }
        });
        run.note("flood: " + new TreeMap<>(answers));
    }

    private static void fire(Shot shot, Map<String, Integer> answers, long until) {
        while (System.nanoTime() < until) {
            try {
                shot.fire(answers);
            } catch (IOException e) {
                answers.merge(e.getClass().getSimpleName(), 1, Integer::sum);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Connections that send half a request and then nothing, at the balancer and past it at a node. */
    static void halfOpen(Run run) throws IOException, InterruptedException {
        List<SocketChannel> channels = new ArrayList<>();
        try {
            for (int i = 0; i < HALF_OPEN; i++) {
                Place place = i % 2 == 0 ? run.site().balancer() : run.site().node(0).place();
                SocketChannel channel = SocketChannel.open(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), place.port()));
                channel.write(ByteBuffer.wrap("POST /api/v1/operations HTTP/1.1\r\nHost: x\r\nX-".getBytes(
                        StandardCharsets.US_ASCII)));
                channels.add(channel);
            }
            run.compare("p99 of an answer", () -> Thread.sleep(FLOOD));
            run.note(channels.size() + " connections");
        } finally {
            for (SocketChannel channel : channels) {
                channel.close();
            }
        }
    }
}
