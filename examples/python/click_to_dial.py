"""A small client of CEC's click-to-dial, as a website's back end would have it: what the tests are about."""

from cecsim import Http, Refused


class Customer:
    def __init__(self, address, app_key, app_secret, channel_id, user_id):
        self._http = Http(address)
        self._app_key, self._app_secret = app_key, app_secret
        self._channel_id, self._user_id = channel_id, user_id
        self._headers = {}

    def sign_in(self):
        fabric = self._http.ask("POST", "/apigovernance/api/oauth/tokenByAkSk",
                                {"app_key": self._app_key, "app_secret": self._app_secret})
        self._headers = {"x-app-key": self._app_key, "Authorization": "Bearer " + fabric["AccessToken"]}
        messaging = self._http.ask("POST", "/apiaccess/ccmessaging/applyToken", {
            "userId": self._user_id, "userName": self._user_id, "channelId": self._channel_id, "locale": "en",
        }, self._headers)
        self._headers["ccmessaging-token"] = messaging["token"]

    def call(self):
        self._signed_in("POST", "createClickToCall", {"channel": "WEB", "mediaAbility": "0"})

    def next_event(self):
        """The next event's number, or None where the poll was empty."""
        return self._signed_in("GET", "getClickToCallEvents?channel=WEB").get("eventId")

    def hang_up(self):
        self._signed_in("POST", "dropClickToCall", {"channel": "WEB"})

    # Tokens are renewed once: a second refusal is about something else.
    def _signed_in(self, method, path, body=None):
        try:
            return self._http.ask(method, "/apiaccess/ccmessaging/v1/" + path, body, self._headers)
        except Refused as refused:
            if refused.status not in (401, 403):
                raise
        self.sign_in()
        return self._http.ask(method, "/apiaccess/ccmessaging/v1/" + path, body, self._headers)
