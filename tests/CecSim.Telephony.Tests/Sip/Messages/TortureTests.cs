using System.Text.RegularExpressions;
using CecSim.Telephony.Tests.Sip.Flows;

namespace CecSim.Telephony.Tests.Sip.Messages;

/// <summary>The messages of RFC 4475 and RFC 5118, each by each way that leads here.</summary>
public sealed partial class TortureTests : IAsyncDisposable
{
    private static readonly TimeSpan PatienceMax = TimeSpan.FromSeconds(20);

    private readonly SipTestServer _bench = new();

    public static TheoryData<string> Names => [.. Torture.All.Select(t => t.Name)];

    public ValueTask DisposeAsync() => _bench.Server.DisposeAsync();

    [Fact]
    public void None_is_missing() => Assert.Equal(
        (49, 12),
        (Torture.All.Count(t => t.Name[0] == '3'), Torture.All.Count(t => t.Name[0] == 'R')));

    [Theory]
    [MemberData(nameof(Names))]
    public async Task By_datagram(string name)
    {
        var torture = Torture.Of(name);
        using var phone = new SocketPhone(
            ProtocolType.Udp, _bench.Server.ListenUdp(new IPEndPoint(IPAddress.Loopback, 0)).LocalEndPoint);
        await phone.SendAsync(torture.WithSourcePort());

        // One loop reads datagrams in their order, so whatever the first brings comes before this one's answer.
        await phone.SendAsync(SipText.Text(
            "OPTIONS sip:cec.test SIP/2.0", "Via: SIP/2.0/UDP ping.test;rport;branch=z9hG4bKping", "Call-ID: ping"));
        var answers = new List<SipWireText>();
        do
        {
            answers.Add(await phone.TakeDatagramAsync());
        }
        while (answers[^1]["Call-ID"] != "ping");

        MustBe(torture.Answers, answers.SkipLast(1).Select(a => a.Status), torture);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task By_stream(string name)
    {
        var torture = Torture.Of(name);
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        using var patience = new CancellationTokenSource(PatienceMax, TimeProvider.System);
        await socket.ConnectAsync(
            _bench.Server.ListenTcp(new IPEndPoint(IPAddress.Loopback, 0)).LocalEndPoint, patience.Token);
        await socket.SendAsync(Encoding.UTF8.GetBytes(torture.Text), patience.Token);
        socket.Shutdown(SocketShutdown.Send);
        var (all, buffer) = ("", new byte[65_536]);
        while (await socket.ReceiveAsync(buffer, patience.Token) is var count and > 0)
        {
            all += Encoding.UTF8.GetString(buffer, 0, count);
        }

        MustBe(
            torture.OfStream ?? torture.Answers,
            StatusLine().Matches(all).Select(m => int.Parse(m.Groups[1].ValueSpan, null)),
            torture);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void By_websocket(string name)
    {
        var torture = Torture.Of(name);
        var phone = Phone.OnWebSocket(_bench.Server);

        phone.Send(torture.Text);

        MustBe(torture.OfWebSocket ?? torture.Answers, phone.TakeAll().Select(a => a.Status), torture);
    }

    private static void MustBe(int[] expected, IEnumerable<int> statuses, Torture torture)
    {
        var final = statuses.Where(s => s >= 200).ToList();
        Assert.True(expected.SequenceEqual(final), $"{torture.Name}: {string.Join(", ", final)}");
    }

    [GeneratedRegex(@"^SIP/2\.0 (\d{3}) ", RegexOptions.Multiline)]
    private static partial Regex StatusLine();
}
