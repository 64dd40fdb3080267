package kr.haetae.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The network between a node and its database: either direction can be cut, as where packets vanish and nobody says so. */
final class Cable implements AutoCloseable {
    enum Direction {
        /** What the node says. */
        TO_DATABASE,
        /** What the database says. */
        TO_NODE
    }

    private static final int PIECE = 1 << 16;

    private final ServerSocket server;
    private final Set<Strand> strands = ConcurrentHashMap.newKeySet();
    private final Set<Direction> cut = ConcurrentHashMap.newKeySet();
    private volatile int target;
    private volatile boolean closed;

    private Cable(ServerSocket server, int target) {
        this.server = server;
        this.target = target;
    }

    static Cable to(int target) throws IOException {
        Cable cable = new Cable(new ServerSocket(Ports.free(), 1_000, InetAddress.getLoopbackAddress()), target);
        Thread.ofVirtual().start(cable::accept);
        return cable;
    }

    int port() {
        return server.getLocalPort();
    }

    /** What is under way is delivered when it is mended, as by a network that comes back. */
    void cut(Set<Direction> directions) {
        cut.addAll(directions);
    }

    synchronized void mend() {
        cut.clear();
        notifyAll();
    }

    /** The machine at the other end is gone without a word: connections to it stay as they are for ever, new ones reach another. */
    void moveTo(int port) {
        strands.forEach(strand -> strand.stranded = true);
        target = port;
    }

    private void accept() {
        while (!closed) {
            try {
                Socket near = server.accept();
                Thread.ofVirtual().start(() -> join(near));
            } catch (IOException e) {
                if (!closed) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    private void join(Socket near) {
        try {
            Strand strand = new Strand(near, new Socket(InetAddress.getLoopbackAddress(), target));
            strands.add(strand);
            Thread.ofVirtual().start(() -> strand.pump(strand.near, strand.far, Direction.TO_DATABASE));
            strand.pump(strand.far, strand.near, Direction.TO_NODE);
        } catch (IOException e) {
            close(near);
        }
    }

    private synchronized void await(Strand strand, Direction direction) throws InterruptedException {
        while (!closed && (strand.stranded || cut.contains(direction))) {
            wait();
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private final class Strand {
        final Socket near;
        final Socket far;
        volatile boolean stranded;

        Strand(Socket near, Socket far) {
            this.near = near;
            this.far = far;
        }

        void pump(Socket from, Socket to, Direction direction) {
            byte[] piece = new byte[PIECE];
            try {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                    await(this, direction);
                    out.write(piece, 0, read);
                }
                await(this, direction);
            } catch (IOException e) {
                // One side is gone; the other is told below.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            try {
                await(this, direction);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            Cable.close(near);
            Cable.close(far);
            strands.remove(this);
        }
    }

    @Override
    public void close() {
        closed = true;
        mend();
        try {
            server.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        strands.forEach(strand -> {
            close(strand.near);
            close(strand.far);
        });
    }
}
