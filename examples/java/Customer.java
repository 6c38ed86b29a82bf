import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** A small client of CEC's click-to-dial, as a website's back end would have it: what the tests are about. */
final class Customer {
    private static final String CALLS = "/apiaccess/ccmessaging/v1/";
    private static final Pattern EVENT = Pattern.compile("\"eventId\":(\\d+)");

    private final Space space;
    private final String userId;
    private Map<String, String> headers = Map.of();

    Customer(Space space, String userId) {
        this.space = space;
        this.userId = userId;
    }

    void signIn() {
        var fabric = space.http().ask("POST", "/apigovernance/api/oauth/tokenByAkSk",
                "{\"app_key\":\"" + space.appKey + "\",\"app_secret\":\"" + space.appSecret + "\"}");
        var known = new HashMap<>(Map.of("x-app-key", space.appKey,
                "Authorization", "Bearer " + Http.field(fabric, "AccessToken")));
        var messaging = space.http().ask("POST", "/apiaccess/ccmessaging/applyToken",
                "{\"userId\":\"" + userId + "\",\"userName\":\"" + userId + "\",\"channelId\":\"" + space.channelId
                        + "\",\"locale\":\"en\"}", known);
        known.put("ccmessaging-token", Http.field(messaging, "token"));
        headers = known;
    }

    void call() {
        signedIn("POST", "createClickToCall", "{\"channel\":\"WEB\",\"mediaAbility\":\"0\"}");
    }

    /** The next event's number, or 0 where the poll was empty. */
    int nextEvent() {
        var found = EVENT.matcher(signedIn("GET", "getClickToCallEvents?channel=WEB", null));
        return found.find() ? Integer.parseInt(found.group(1)) : 0;
    }

    // Tokens are renewed once: a second refusal is about something else.
    private String signedIn(String method, String path, String body) {
        try {
            return space.http().ask(method, CALLS + path, body, headers);
        } catch (Http.Refused refused) {
            if (refused.status != 401 && refused.status != 403) {
                throw refused;
            }
        }
        signIn();
        return space.http().ask(method, CALLS + path, body, headers);
    }
}
