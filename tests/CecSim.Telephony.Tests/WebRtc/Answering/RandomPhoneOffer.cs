using CecSim.Telephony.Tests.Media.Bridging;
using FsCheck;
using FsCheck.Fluent;

namespace CecSim.Telephony.Tests.WebRtc.Answering;

/// <summary>An offer of a phone of any shape: profiles, holds, several lines, keys, addresses.</summary>
internal static class RandomPhoneOffer
{
    private const string Key = "inline:WVNfX19zZW1jdGwgKCkgewkyMjA7fQp9CnVubGVz";

    private static readonly string Fingerprint = string.Join(':', Enumerable.Repeat("AB", 32));

    private static readonly string[] Attributes =
    [
        "rtcp-mux", "rtcp:4001", "rtcp:x", "ptime:30", "maxptime:20", "silenceSupp:off - - - -", "mid:a",
        $"crypto:1 AES_CM_128_HMAC_SHA1_80 {Key}", $"crypto:2 AES_CM_128_HMAC_SHA1_32 {Key}|2^20",
        $"crypto:3 AES_256_CM_HMAC_SHA1_80 {Key}", "extmap:1 urn:ietf:params:rtp-hdrext:ssrc-audio-level",
        "rtcp-fb:* nack", $"fingerprint:sha-256 {Fingerprint}", "setup:actpass",
    ];

    private static readonly string[] Others =
    [
        "", "m=video 6000 RTP/AVP 96\r\na=rtpmap:96 VP8/90000\r\n",
        $"m=video 6000 UDP/TLS/RTP/SAVP 96\r\na=rtpmap:96 VP8/90000\r\na=fingerprint:sha-256 {Fingerprint}\r\n",
        "m=audio 6000 RTP/AVP 8\r\na=sendonly\r\n",
        "m=image 6000 udptl t38\r\n", "m=audio 0 RTP/AVP 0\r\n",
        $"m=audio 6000 RTP/SAVP 0 8\r\na=crypto:5 AES_CM_128_HMAC_SHA1_80 {Key}\r\n",
    ];

    public static Arbitrary<string> Any() => (
        from protocol in Gen.Elements("RTP/AVP", "RTP/SAVP", "RTP/AVPF", "RTP/SAVPF", "UDP/TLS/RTP/SAVP", "TCP/RTP/AVP")
        from address in Gen.Elements("127.0.0.1", "0.0.0.0", "198.51.100.7", "host.test")
        from port in Gen.Elements(4000, 0, 65535)
        from direction in Gen.Elements(null, "sendrecv", "sendonly", "recvonly", "inactive")
        from codecs in Gen.SubListOf(
            "0 PCMU/8000", "8 PCMA/8000", "111 opus/48000/2", "9 G722/8000", "13 CN/8000", "101 telephone-event/8000")
        from attributes in Gen.SubListOf(Attributes)
        from before in Gen.Elements(Others)
        from behind in Gen.Elements(Others)
        where codecs.Count > 0
        select new PhoneText
        {
            Protocol = protocol,
            Address = address,
            Port = port,
            Direction = direction,
            Codecs = [.. codecs],
            Attributes = [.. attributes],
            Before = before,
            Behind = behind,
        }.ToString()).ToArbitrary();
}
