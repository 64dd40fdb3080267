package kr.haetae.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import kr.haetae.RunningNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every path finds its router: 401 is the answer of a route, to somebody who is not logged in. */
class PathIndexTest {
    private static final String ID = "0192f0c4-8f7e-7cc1-9d6b-0c2f3a4b5c6d";

    private final RunningNode node = RunningNode.shared();

    @ParameterizedTest
    @CsvSource({"GET,/operations,401", "GET,/operations/,401", "GET,/operations/{id},401", "GET,/operations/{id}/,401",
        "GET,/operations/{id}/incidents,401", "GET,/operations/{id}/incidents/,401",
        "POST,/operations/{id}/incidents/{id}/closure/request,401", "GET,/codes/,401", "GET,/%63odes,401",
        "DELETE,/operations/{id}/incidents,405", "GET,/operations/{id}/nothing,404", "GET,/nothing,404",
        "GET,/,404", "GET,'',404"})
    void aPathIsAnsweredAsOneRouterForAllWould(String method, String path, int status) throws Exception {
        HttpResponse<Void> answer;
        try (HttpClient http = HttpClient.newHttpClient()) {
            answer = http.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + node.port() + "/api/v1"
                    + path.replace("{id}", ID))).method(method, HttpRequest.BodyPublishers.noBody()).build(),
                    HttpResponse.BodyHandlers.discarding());
        }

        assertThat(answer.statusCode()).isEqualTo(status);
    }
}
