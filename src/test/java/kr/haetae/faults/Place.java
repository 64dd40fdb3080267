package kr.haetae.faults;

import java.net.URI;

/** Where a client finds the product: a node, the balancer, or something that lies in between. */
record Place(String name, int port) {
    URI api(String path) {
        return URI.create("http://127.0.0.1:%d/api/v1%s".formatted(port, path));
    }

    URI live() {
        return URI.create("ws://127.0.0.1:%d/api/v1/live".formatted(port));
    }
}
