"""GStreamer's webrtcbin with libnice: the stack of many gateways and robots. The commands are those of commands.mjs."""

import base64
import json
import os
import queue
import re
import socket
import struct
import sys
import threading
import traceback
import uuid

import gi

gi.require_version("Gst", "1.0")
gi.require_version("GstSdp", "1.0")
gi.require_version("GstWebRTC", "1.0")
from gi.repository import GLib, Gst, GstSdp, GstWebRTC  # noqa: E402

Gst.init(None)

PIPELINE = (
    "webrtcbin name=peer bundle-policy=max-bundle "
    "audiotestsrc is-live=true freq=440 volume=0.5 ! audioconvert ! audioresample ! opusenc ! rtpopuspay pt=96 "
    "! application/x-rtp,media=audio,encoding-name=OPUS,payload=96 ! peer."
)
SAMPLES_PER_SECOND = 48_000
BANDS = 2_400
LISTEN = (
    "queue ! rtpopusdepay ! opusdec ! audioconvert ! level interval=100000000 "
    f"! spectrum interval=200000000 bands={BANDS} threshold=-80 ! fakesink sync=false"
)
LOUD_DB = -40.0
SAME_PITCHES = 3


class WebSocket:
    """As much of RFC 6455 as SIP needs, on a blocking socket."""

    def __init__(self, url):
        host, port, path = re.match(r"ws://([^:/]+):(\d+)(/.*)", url).groups()
        self._socket = socket.create_connection((host, int(port)))
        self._bytes = b""
        self._lock = threading.Lock()
        key = base64.b64encode(os.urandom(16)).decode()
        self._socket.sendall(
            f"GET {path} HTTP/1.1\r\nHost: {host}:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: sip\r\n\r\n".encode())
        while b"\r\n\r\n" not in self._bytes:
            self._fill()
        self._bytes = self._bytes.split(b"\r\n\r\n", 1)[1]

    def send(self, text):
        self._send(0x81, text.encode())

    def receive(self):
        """The next text; pings are answered on the way. None when the other side is gone."""
        while True:
            head = self._take(2)
            length = head[1] & 0x7F
            if length == 126:
                length = struct.unpack(">H", self._take(2))[0]
            payload = self._take(length)
            kind = head[0] & 0x0F
            if kind == 1:
                return payload.decode()
            if kind == 9:
                self._send(0x8A, payload)
            if kind == 8:
                return None

    def _send(self, head, payload):
        mask = os.urandom(4)
        length = len(payload)
        size = bytes([0x80 | length]) if length < 126 else bytes([0x80 | 126]) + struct.pack(">H", length)
        masked = bytes(byte ^ mask[i & 3] for i, byte in enumerate(payload))
        with self._lock:
            self._socket.sendall(bytes([head]) + size + mask + masked)

    def _take(self, count):
        while len(self._bytes) < count:
            self._fill()
        taken, self._bytes = self._bytes[:count], self._bytes[count:]
        return taken

    def _fill(self):
        more = self._socket.recv(65536)
        if not more:
            raise EOFError("the gateway closed the WebSocket")
        self._bytes += more


class SipCall:
    """A dialog that this side began (RFC 3261, 12 to 15)."""

    def __init__(self, content):
        self._content = content
        self._socket = WebSocket(content["gwAddresses"][0])
        self._uri = f"sip:{content['accessCode']}@{content['domain']}"
        self._target = self._uri
        self._to = f"<{self._uri}>"
        self._from = f"<sip:{content['clickToCallCaller']}@{content['domain']}>;tag={uuid.uuid4().hex}"
        self._id = uuid.uuid4().hex
        self._cseq = 0
        self._answers = {}
        self._news = threading.Condition()
        self.ended = threading.Event()
        threading.Thread(target=self._receive, daemon=True).start()

    def offer(self, sdp):
        """INVITE, or re-INVITE. Gives the SDP of the answer."""
        status, head, body, branch = self._ask("INVITE", sdp)
        if status >= 300:
            self._send("ACK", self._cseq, branch, "", to=self._header(head, "To"))
            raise RuntimeError(f"INVITE: {head}")
        self._to = self._header(head, "To")
        self._target = re.search(r"<([^>]+)>", self._header(head, "Contact")).group(1)
        self._send("ACK", self._cseq, self._branch(), "")
        return body

    def bye(self):
        status, head, _, _ = self._ask("BYE", "")
        if status != 200:
            raise RuntimeError(f"BYE: {head}")

    def _ask(self, method, body):
        self._cseq += 1
        branch = self._branch()
        self._send(method, self._cseq, branch, body)
        with self._news:
            self._news.wait_for(lambda: branch in self._answers)
            return *self._answers.pop(branch), branch

    def _send(self, method, cseq, branch, body, to=None):
        lines = [
            f"{method} {self._target} SIP/2.0",
            f"Via: SIP/2.0/WS peer.invalid;branch={branch}",
            "Max-Forwards: 70",
            f"From: {self._from}",
            f"To: {to or self._to}",
            f"Call-ID: {self._id}",
            f"CSeq: {cseq} {method}",
            "Contact: <sip:peer@peer.invalid;transport=ws>",
            *(["Content-Type: application/sdp"] if body else []),
            f"Content-Length: {len(body.encode())}",
            "",
            body,
        ]
        self._socket.send("\r\n".join(lines))

    def _receive(self):
        while (text := self._socket.receive()) is not None:
            head, _, body = text.partition("\r\n\r\n")
            if head.startswith("SIP/2.0 "):
                status = int(head.split(" ", 2)[1])
                branch = re.search(r"branch=([^;,\s]+)", self._header(head, "Via")).group(1)
                if status >= 200:
                    with self._news:
                        self._answers[branch] = (status, head, body)
                        self._news.notify_all()
            elif head and not head.startswith("ACK "):
                echoed = [
                    line for line in head.split("\r\n")
                    if re.match(r"(Via|From|To|Call-ID|CSeq):", line, re.IGNORECASE)
                ]
                self._socket.send("\r\n".join(["SIP/2.0 200 OK", *echoed, "Content-Length: 0", "", ""]))
                if head.startswith("BYE "):
                    self.ended.set()

    @staticmethod
    def _branch():
        return f"z9hG4bK{uuid.uuid4().hex}"

    @staticmethod
    def _header(head, name):
        return re.search(rf"^{name}:\s*(.*?)\s*$", head, re.IGNORECASE | re.MULTILINE).group(1)


class GStreamerPhone:
    def __init__(self):
        self._pipeline = Gst.parse_launch(PIPELINE)
        self._peer = self._pipeline.get_by_name("peer")
        self._sip = None
        self._loud = threading.Event()
        self._pitches = queue.SimpleQueue()
        self._gathered = threading.Event()
        self._connected = threading.Event()
        self._peer.connect("pad-added", self._listen)
        self._peer.connect("notify::ice-gathering-state", self._look)
        self._peer.connect("notify::connection-state", self._look)
        bus = self._pipeline.get_bus()
        bus.add_signal_watch()
        bus.connect("message::element", self._measure)

    def call(self, content):
        self._sip = SipCall(content)
        negotiated = threading.Event()
        self._peer.connect("on-negotiation-needed", lambda _: negotiated.set())
        self._pipeline.set_state(Gst.State.PLAYING)
        negotiated.wait()
        self._offer(lambda: self._gathered.wait())
        self._connected.wait()

    def hears(self, _):
        self._loud.clear()
        self._loud.wait()

    def pitch(self, _):
        """In hertz, once some windows in a row have the same."""
        last, same = 0, 0
        while same < SAME_PITCHES:
            heard = self._pitches.get()
            same = same + 1 if heard == last and heard > 0 else 1
            last = heard
        return last

    def hold(self, _):
        self._turn(GstWebRTC.WebRTCRTPTransceiverDirection.SENDONLY)

    def resume(self, _):
        self._turn(GstWebRTC.WebRTCRTPTransceiverDirection.SENDRECV)

    def hang_up(self, _):
        self._sip.bye()

    def ended(self, _):
        self._sip.ended.wait()
        return "remote"

    def _turn(self, direction):
        self._peer.emit("get-transceiver", 0).set_property("direction", direction)
        self._offer(lambda: None)

    def _offer(self, gather):
        promise = Gst.Promise.new()
        self._peer.emit("create-offer", None, promise)
        promise.wait()

        # The offer is gone with the reply that it stands in.
        reply = promise.get_reply()
        self._set("set-local-description", reply.get_value("offer"))
        gather()
        answer = self._sip.offer(self._peer.get_property("local-description").sdp.as_text())
        _, message = GstSdp.SDPMessage.new()
        GstSdp.sdp_message_parse_buffer(answer.encode(), message)
        remote = GstWebRTC.WebRTCSessionDescription.new(GstWebRTC.WebRTCSDPType.ANSWER, message)
        self._set("set-remote-description", remote)

    def _set(self, what, description):
        promise = Gst.Promise.new()
        self._peer.emit(what, description, promise)
        promise.wait()

    def _look(self, *_):
        if self._peer.get_property("ice-gathering-state") == GstWebRTC.WebRTCICEGatheringState.COMPLETE:
            self._gathered.set()
        if self._peer.get_property("connection-state") == GstWebRTC.WebRTCPeerConnectionState.CONNECTED:
            self._connected.set()

    def _listen(self, _, pad):
        if pad.direction == Gst.PadDirection.SRC:
            listener = Gst.parse_bin_from_description(LISTEN, True)
            self._pipeline.add(listener)
            listener.sync_state_with_parent()
            pad.link(listener.get_static_pad("sink"))

    def _measure(self, _, message):
        structure = message.get_structure()
        if structure.get_name() == "spectrum":
            _, bands = structure.get_list("magnitude")
            loudest = max(range(bands.n_values), key=bands.get_nth)
            is_loud = bands.get_nth(loudest) >= LOUD_DB
            self._pitches.put((loudest + 0.5) * SAMPLES_PER_SECOND / 2 / BANDS if is_loud else 0)
        if structure.get_name() == "level" and max(structure.get_value("peak")) >= LOUD_DB:
            self._loud.set()


COMMANDS = {
    "call": "call", "hears": "hears", "pitch": "pitch", "hold": "hold", "resume": "resume", "hangUp": "hang_up",
    "ended": "ended",
}


def main():
    loop = GLib.MainLoop()
    threading.Thread(target=loop.run, daemon=True).start()
    phone = GStreamerPhone()
    for line in sys.stdin:
        asked = json.loads(line)
        try:
            done = getattr(phone, COMMANDS[asked["command"]])(asked.get("argument"))
            answer = {"done": done}
        except Exception:
            answer = {"failed": traceback.format_exc()}
        print(json.dumps(answer), flush=True)
    os._exit(0)


main()
