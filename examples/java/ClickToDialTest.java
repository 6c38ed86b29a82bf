import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ClickToDialTest {
    private static final int QUEUED = 168102;
    private static final int CONNECTED = 168101;
    private static final int DISCONNECTED = 168110;

    private static CecSim cec;

    @BeforeAll
    static void start() throws Exception {
        cec = new CecSim();
    }

    @AfterAll
    static void stop() throws IOException {
        cec.close();
    }

    @Test
    void aCallWaitsInTheQueueIsConnectedAndEnds() {
        try (var space = cec.space("""
                name: java
                calls:
                  - script: [queued, wait: 3s, connected, wait: 5s, released: { causeId: 0 }]
                """)) {
            var customer = signedIn(space);
            customer.call();
            assertEquals(QUEUED, customer.nextEvent());

            var connected = CompletableFuture.supplyAsync(customer::nextEvent);
            space.waitForPolls(1);
            space.advance("3s");
            assertEquals(CONNECTED, connected.join());

            var disconnected = CompletableFuture.supplyAsync(customer::nextEvent);
            space.waitForPolls(1);
            space.advance("5s");
            assertEquals(DISCONNECTED, disconnected.join());
            assertEquals("[]", space.findings());
        }
    }

    @Test
    void aTokenThatExpiresInTheMiddleOfAPollIsRenewed() {
        try (var space = cec.space(null)) {
            var customer = signedIn(space);
            space.arm("{\"at\":\"getClickToCallEvents\",\"when\":{\"nth\":1},\"inject\":\"accessTokenExpired\"}");
            customer.call();

            assertEquals(CONNECTED, customer.nextEvent());
        }
    }

    @Test
    void aServerThatIsDownIsTold() {
        try (var space = cec.space(null)) {
            var customer = signedIn(space);
            space.arm("{\"at\":\"createClickToCall\",\"inject\":{\"status\":503}}");

            assertEquals(503, assertThrows(Http.Refused.class, customer::call).status);
        }
    }

    private static Customer signedIn(Space space) {
        var customer = new Customer(space, "ann");
        customer.signIn();
        return customer;
    }
}
