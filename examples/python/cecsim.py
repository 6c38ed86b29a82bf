"""CecSim for tests in Python, with nothing but the standard library.

A server for the whole run, a space for each test. Spaces share nothing; their time stands still until it is moved.
"""

import collections
import json
import os
import re
import subprocess
import threading
import urllib.error
import urllib.request

START_SECONDS_MAX = 30
REQUEST_SECONDS_MAX = 30


class CecSim:
    """A server of its own. The environment variable CECSIM_BINARY names the program; unless set, PATH is searched."""

    def __init__(self, *options):
        command = [os.environ.get("CECSIM_BINARY", "cecsim"), "serve", "--until-input-ends",
                   "--urls", "http://127.0.0.1:0", "--https-port", "0", "--media-port", "0", *options]
        # Whatever ends this program closes the pipe, and that ends the server.
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        self._said = collections.deque(maxlen=200)
        self._address = None
        self._is_read = threading.Event()
        threading.Thread(target=self._read, daemon=True).start()
        if not self._is_read.wait(START_SECONDS_MAX) or self._address is None:
            self.close()
            raise RuntimeError("cecsim did not start:\n" + "".join(self._said))
        self._http = Http(self._address)

    def space(self, scenario=None):
        """A contact centre of one's own: a dictionary in the words of a scenario file, or none for the demo."""
        body = {"ownCredentials": True, "clock": {"mode": "frozen"}}
        if scenario is not None:
            body["inline"] = json.dumps(scenario)
        return Space(self._http, self._http.ask("POST", "/_cecsim/spaces", body))

    def close(self):
        self._process.stdin.close()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._process.stdout.close()

    def _read(self):
        for line in self._process.stdout:
            self._said.append(line)
            address = re.search(r"http://127\.0\.0\.1:\d+", line)
            if address and self._address is None:
                self._address = address[0]
                self._is_read.set()
        self._is_read.set()


class Space:
    def __init__(self, http, details):
        self._http = http
        self._path = "/_cecsim/spaces/" + details["name"]
        self.app_key = details["appKey"]
        self.app_secret = details["appSecret"]
        self.channel_id = details["channelIds"][0]
        self.address = http.address

    def advance(self, time):
        """Moves the space's time by so much, as in "10s" or "1h30m", at once."""
        self._http.ask("POST", self._path + "/clock", {"advance": time})

    def wait_for_polls(self, count):
        """Waits until so many long polls are held, ten seconds at most."""
        return self._http.ask("GET", f"{self._path}/polls?waiting={count}")["polls"]

    def arm(self, fault):
        self._http.ask("POST", self._path + "/faults", fault)

    def findings(self):
        """What the client did wrong, by its rule."""
        return [finding["code"] for finding in self._http.ask("GET", self._path + "/findings")["findings"]]

    def close(self):
        self._http.ask("DELETE", self._path)


class Http:
    def __init__(self, address):
        self.address = address

    def ask(self, method, path, body=None, headers=None):
        request = urllib.request.Request(
            self.address + path, method=method, data=None if body is None else json.dumps(body).encode(),
            headers={"Content-Type": "application/json", **(headers or {})})
        try:
            with urllib.request.urlopen(request, timeout=REQUEST_SECONDS_MAX) as answer:
                return json.loads(answer.read() or "null")
        except urllib.error.HTTPError as refused:
            with refused:
                raise Refused(refused.code, refused.read().decode(errors="replace")) from None


class Refused(Exception):
    def __init__(self, status, body):
        super().__init__(f"{status}: {body}")
        self.status = status
        self.body = body
