/** A contact centre of a test's own. */
final class Space implements AutoCloseable {
    private final Http http;
    private final String path;
    final String appKey;
    final String appSecret;
    final String channelId;

    Space(Http http, String details) {
        this.http = http;
        path = "/_cecsim/spaces/" + Http.field(details, "name");
        appKey = Http.field(details, "appKey");
        appSecret = Http.field(details, "appSecret");
        channelId = Http.field(details, "channelIds");
    }

    Http http() {
        return http;
    }

    /** Moves the space's time by so much, as in 10s or 1h30m, at once. */
    void advance(String time) {
        http.ask("POST", path + "/clock", "{\"advance\":\"" + time + "\"}");
    }

    /** Waits until so many long polls are held, ten seconds at most. */
    void waitForPolls(int count) {
        http.ask("GET", path + "/polls?waiting=" + count, null);
    }

    /** In the words of a scenario file. */
    void arm(String fault) {
        http.ask("POST", path + "/faults", fault);
    }

    /** What the client did wrong: a list in JSON. */
    String findings() {
        var answer = http.ask("GET", path + "/findings", null);
        return answer.substring(answer.indexOf("\"findings\":") + "\"findings\":".length(), answer.length() - 1);
    }

    @Override
    public void close() {
        http.ask("DELETE", path, null);
    }
}
