using System.Buffers.Binary;
using System.Globalization;
using System.Text.RegularExpressions;
using CecSim.Server.Tests.Gateway;
using CecSim.Telephony.Media.Clips;

namespace CecSim.Server.Tests.Phones;

/// <summary>
/// A phone that is heard while it rings, as those behind a network are: 183 with an answer, and PCMU. None that is
/// packaged sends anything before it is picked up.
/// </summary>
internal sealed class SingingPhone : IDisposable
{
    private const int FrameSamples = 160;
    private static readonly TimeSpan FrameTime = TimeSpan.FromMilliseconds(20);

    private readonly UdpClient _sip;
    private readonly UdpClient _media = new(new IPEndPoint(IPAddress.Loopback, 0));

    private SingingPhone(UdpClient sip) => _sip = sip;

    public static async Task<SingingPhone> RegisterAsync(TestCec cec, string account, string password)
    {
        var phone = new SingingPhone(new UdpClient("127.0.0.1", cec.Softphones.Port));
        await SoftphoneTests.RegisterAsync(phone._sip, account, password);
        return phone;
    }

    public void Dispose()
    {
        _sip.Dispose();
        _media.Dispose();
    }

    /// <summary>Takes the INVITE that comes next, rings, and sends a tone.</summary>
    public async Task SingAsync(int hertz, Task until)
    {
        var invite = Encoding.UTF8.GetString((await _sip.ReceiveAsync(TestCec.TestEnds)).Buffer);
        var answer =
            $"v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\n" +
            $"m=audio {((IPEndPoint)_media.Client.LocalEndPoint!).Port} RTP/AVP 0\r\n";
        var copied = invite.Split("\r\n")
            .Where(l => Regex.IsMatch(l, "^(Via|From|To|Call-ID|CSeq):"))
            .Select(l => l.StartsWith("To:", StringComparison.Ordinal) ? $"{l};tag=singing" : l);
        await _sip.SendAsync(
            Encoding.UTF8.GetBytes(
                $"SIP/2.0 183 Session Progress\r\n{string.Join("\r\n", copied)}\r\n" +
                $"Contact: <sip:singing@{_sip.Client.LocalEndPoint}>\r\nContent-Type: application/sdp\r\n" +
                $"Content-Length: {answer.Length}\r\n\r\n{answer}"),
            TestCec.TestEnds);

        var to = new IPEndPoint(
            IPAddress.Loopback,
            int.Parse(Regex.Match(invite, @"m=audio (\d+) ").Groups[1].Value, CultureInfo.InvariantCulture));
        using var pace = new PeriodicTimer(FrameTime, TimeProvider.System);
        for (var number = 0; !until.IsCompleted; number++)
        {
            var packet = new byte[12 + FrameSamples];
            packet[0] = 0x80;
            BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(2), (ushort)number);
            BinaryPrimitives.WriteInt32BigEndian(packet.AsSpan(4), number * FrameSamples);
            for (var i = 0; i < FrameSamples; i++)
            {
                var at = (number * FrameSamples) + i;
                packet[12 + i] = G711.Encode((short)(12_000 * Math.Sin(2 * Math.PI * hertz * at / 8_000)), isA: false);
            }

            await _media.SendAsync(packet, to, TestCec.TestEnds);
            await pace.WaitForNextTickAsync(TestCec.TestEnds);
        }

        await until;
    }
}
