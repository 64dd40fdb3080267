package kr.haetae.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.WebSocketRoute;
import java.util.ArrayList;
import java.util.List;

/** A page's way to its server: cut, it is as if the server were away, for what is open and for what comes. */
final class Line {
    private static final String API = "**/api/**";

    private final Page page;
    private final List<WebSocketRoute> sockets = new ArrayList<>();
    private boolean cut;

    /** To be laid before the page is navigated to. */
    Line(Page page) {
        this.page = page;
        page.routeWebSocket(API, socket -> {
            if (cut) {
                socket.close();
                return;
            }
            socket.connectToServer();
            sockets.add(socket);
        });
    }

    void cut() {
        cut = true;
        page.route(API, Route::abort);
        sockets.forEach(WebSocketRoute::close);
        sockets.clear();
    }

    void mend() {
        cut = false;
        page.unroute(API);
    }
}
