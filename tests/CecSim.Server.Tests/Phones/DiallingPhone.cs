using System.Buffers.Binary;
using System.Text.RegularExpressions;
using CecSim.Telephony.Media.Clips;

namespace CecSim.Server.Tests.Phones;

/// <summary>A customer's phone by UDP with PCMU, whose every message the test reads.</summary>
internal sealed class DiallingPhone : IDisposable
{
    private const int FrameSamples = 160;
    private const byte Pcmu = 0;
    private const byte TelephoneEvent = 101;
    private const string Keys = "0123456789*#";

    private static readonly int[] Low = [697, 770, 852, 941];
    private static readonly int[] High = [1209, 1336, 1477];

    private readonly UdpClient _sip;
    private readonly string _account;
    private readonly string _callId = Guid.NewGuid().ToString("n");
    private string _number = "";
    private string _to = "";
    private int _sequence;
    private ushort _packet;

    public DiallingPhone(TestCec cec, string account = "13800000000")
    {
        _account = account;
        _sip = new UdpClient("127.0.0.1", cec.Softphones.Port);
    }

    /// <summary>Its media.</summary>
    public UdpClient Media { get; } = new(new IPEndPoint(IPAddress.Loopback, 0));

    /// <summary>Where its media go; null before it was answered.</summary>
    public IPEndPoint? MediaAt { get; private set; }

    public void Dispose()
    {
        _sip.Dispose();
        Media.Dispose();
    }

    /// <returns>The final answer, which it acknowledges.</returns>
    public async Task<string> DialAsync(string number, string formats = "0")
    {
        await InviteAsync(number, formats);
        return await FinalAnswerAsync();
    }

    public Task InviteAsync(string number, string formats = "0")
    {
        _number = number;
        _to = $"<sip:{number}@127.0.0.1>";
        var digits = formats.Contains("101", StringComparison.Ordinal) ? "a=rtpmap:101 telephone-event/8000\r\n" : "";
        return SendAsync(
            "INVITE",
            "application/sdp",
            $"v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\n" +
            $"m=audio {((IPEndPoint)Media.Client.LocalEndPoint!).Port} RTP/AVP {formats}\r\n{digits}");
    }

    public async Task<string> FinalAnswerAsync()
    {
        var answer = await AnswerAsync();
        while (answer.StartsWith("SIP/2.0 1", StringComparison.Ordinal))
        {
            answer = await AnswerAsync();
        }

        _to = Regex.Match(answer, @"(?m)^To: (.+?)\r?$").Groups[1].Value;
        if (Regex.Match(answer, @"m=audio (\d+) ") is { Success: true } media)
        {
            MediaAt = new IPEndPoint(IPAddress.Loopback, int.Parse(media.Groups[1].ValueSpan));
            await SendAsync("ACK");
        }

        return answer;
    }

    /// <summary>The next thing that comes to it.</summary>
    public async Task<string> AnswerAsync() =>
        Encoding.UTF8.GetString((await _sip.ReceiveAsync(TestCec.TestEnds)).Buffer);

    /// <summary>The request of that method, once it has come, which it answers.</summary>
    public async Task<string> RequestAsync(string method)
    {
        var request = await AnswerAsync();
        while (!request.StartsWith($"{method} ", StringComparison.Ordinal))
        {
            request = await AnswerAsync();
        }

        var copied = request.Split("\r\n").Where(l => Regex.IsMatch(l, "^(Via|From|To|Call-ID|CSeq):"));
        await _sip.SendAsync(
            Encoding.UTF8.GetBytes($"SIP/2.0 200 OK\r\n{string.Join("\r\n", copied)}\r\nContent-Length: 0\r\n\r\n"),
            TestCec.TestEnds);
        return request;
    }

    public Task HangUpAsync() => SendAsync("BYE");

    public Task PressByInfoAsync(char key) =>
        SendAsync("INFO", "application/dtmf-relay", $"Signal={key}\r\nDuration=160\r\n");

    /// <summary>RFC 4733: an event that goes on, and its end three times.</summary>
    public async Task PressByEventAsync(char key)
    {
        var payload = new byte[4];
        payload[0] = (byte)Keys.IndexOf(key, StringComparison.Ordinal);
        for (var i = 1; i <= 6; i++)
        {
            payload[1] = (byte)(i > 3 ? 0x8A : 0x0A);
            BinaryPrimitives.WriteUInt16BigEndian(payload.AsSpan(2), (ushort)(Math.Min(i, 4) * FrameSamples));
            await SendRtpAsync(TelephoneEvent, payload, timestamp: 0, marker: i == 1);
        }
    }

    /// <summary>ITU-T Q.23: two pitches for a tenth of a second, then silence.</summary>
    public async Task PressByToneAsync(char key)
    {
        var place = "123456789*0#".IndexOf(key, StringComparison.Ordinal);
        var (low, high) = (Low[place / 3], High[place % 3]);
        for (var frame = 0; frame < 20; frame++)
        {
            var payload = new byte[FrameSamples];
            for (var i = 0; i < FrameSamples; i++)
            {
                var at = 2 * Math.PI * ((frame * FrameSamples) + i) / 8_000;
                var sample = frame < 8 ? 6_000 * (Math.Sin(at * low) + Math.Sin(at * high)) : 0;
                payload[i] = G711.Encode((short)sample, isA: false);
            }

            await SendRtpAsync(Pcmu, payload, frame * FrameSamples, marker: frame == 0);
        }
    }

    /// <summary>Goes on once the last half second that came was of that pitch.</summary>
    public async Task HearAsync(int hertz)
    {
        const int Window = 4_000;
        var heard = new List<short>();
        while (heard.Count < Window || Pitch.ShareOf([.. heard[^Window..]], hertz) < 0.8)
        {
            var packet = (await Media.ReceiveAsync(TestCec.TestEnds)).Buffer;
            if ((packet[1] & 0x7F) == Pcmu)
            {
                heard.AddRange(packet[12..].Select(code => G711.Decode(code, isA: false)));
            }
        }
    }

    private ValueTask<int> SendRtpAsync(byte type, byte[] payload, int timestamp, bool marker)
    {
        var packet = new byte[12 + payload.Length];
        packet[0] = 0x80;
        packet[1] = (byte)(type | (marker ? 0x80 : 0));
        BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(2), ++_packet);
        BinaryPrimitives.WriteInt32BigEndian(packet.AsSpan(4), timestamp);
        BinaryPrimitives.WriteInt32BigEndian(packet.AsSpan(8), 7);
        payload.CopyTo(packet, 12);
        return Media.SendAsync(packet, MediaAt, TestCec.TestEnds);
    }

    private Task<int> SendAsync(string method, string? type = null, string body = "")
    {
        _sequence += method is "ACK" ? 0 : 1;
        var own = _sip.Client.LocalEndPoint;
        return _sip.SendAsync(
            Encoding.UTF8.GetBytes(
                $"{method} sip:{_number}@127.0.0.1 SIP/2.0\r\n" +
                $"Via: SIP/2.0/UDP {own};branch=z9hG4bK-{method}-{_callId}-{_sequence};rport\r\n" +
                "Max-Forwards: 70\r\n" +
                $"From: <sip:{_account}@{own}>;tag=dialling\r\n" +
                $"To: {_to}\r\n" +
                $"Call-ID: {_callId}\r\n" +
                $"CSeq: {_sequence} {method}\r\n" +
                $"Contact: <sip:{_account}@{own}>\r\n" +
                (type is null ? "" : $"Content-Type: {type}\r\n") +
                $"Content-Length: {body.Length}\r\n\r\n{body}"),
            TestCec.TestEnds).AsTask();
    }
}
