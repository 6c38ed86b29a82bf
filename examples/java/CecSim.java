import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * A server of one's own for a run of tests. The environment variable CECSIM_BINARY names the program; unless set, PATH
 * is searched.
 */
final class CecSim implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");

    private final Process process;
    private final Http http;

    CecSim() throws Exception {
        var binary = System.getenv().getOrDefault("CECSIM_BINARY", "cecsim");
        // Whatever ends this program closes the pipe, and that ends the server.
        process = new ProcessBuilder(binary, "serve", "--until-input-ends", "--urls", "http://127.0.0.1:0",
                "--https-port", "0", "--media-port", "0").redirectErrorStream(true).start();
        var address = new CompletableFuture<URI>();
        var reader = new Thread(() -> read(address), "cecsim's output");
        reader.setDaemon(true);
        reader.start();
        try {
            http = new Http(address.get(30, TimeUnit.SECONDS));
        } catch (Exception e) {
            process.destroyForcibly();
            throw e;
        }
    }

    /** A contact centre of its own whose time stands still, in the words of a scenario file; null for the demo. */
    Space space(String scenario) {
        var inline = scenario == null ? "" : ",\"inline\":" + Http.quote(scenario);
        return new Space(http, http.ask("POST", "/_cecsim/spaces",
                "{\"ownCredentials\":true,\"clock\":{\"mode\":\"frozen\"}" + inline + "}"));
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.onExit().completeOnTimeout(null, 10, TimeUnit.SECONDS).join();
        process.destroyForcibly();
    }

    private void read(CompletableFuture<URI> address) {
        List<String> said = new ArrayList<>();
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream()))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var found = ADDRESS.matcher(line);
                if (found.find()) {
                    address.complete(URI.create(found.group()));
                } else if (!address.isDone()) {
                    said.add(line);
                }
            }
        } catch (IOException e) {
            said.add(e.toString());
        }
        address.completeExceptionally(new IllegalStateException("cecsim did not start:\n" + String.join("\n", said)));
    }
}
