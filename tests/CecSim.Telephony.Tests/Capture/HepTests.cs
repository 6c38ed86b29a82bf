using System.Buffers.Binary;
using System.Net.Sockets;
using CecSim.Telephony.Tests.Sip;

namespace CecSim.Telephony.Tests.Capture;

/// <summary>What a capture server gets, byte by byte.</summary>
public sealed class HepTests : IAsyncDisposable
{
    private readonly UdpClient _server = new(new IPEndPoint(IPAddress.Loopback, 0));

    public ValueTask DisposeAsync()
    {
        _server.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_request_and_its_answer_come_as_HEP_with_both_addresses_the_time_and_the_Call_ID()
    {
        var bench = Bench();
        var sip = bench.Server.ListenUdp(new IPEndPoint(IPAddress.Loopback, 0)).LocalEndPoint;
        using var phone = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        var own = (IPEndPoint)phone.Client.LocalEndPoint!;
        var request = Options(own);

        await phone.SendAsync(request, sip, TestContext.Current.CancellationToken);

        var first = await ReceiveAsync();
        Assert.Equal("HEP3"u8, first.AsSpan(0, 4));
        Assert.Equal(first.Length, BinaryPrimitives.ReadUInt16BigEndian(first.AsSpan(4)));
        var chunks = ChunksOf(first);
        Assert.Equal([2], chunks[0x01]);
        Assert.Equal([17], chunks[0x02]);
        Assert.Equal([127, 0, 0, 1], chunks[0x03]);
        Assert.Equal([127, 0, 0, 1], chunks[0x04]);
        Assert.Equal([(byte)(own.Port >> 8), (byte)own.Port], chunks[0x07]);
        Assert.Equal([(byte)(sip.Port >> 8), (byte)sip.Port], chunks[0x08]);
        Assert.Equal(bench.Time.GetUtcNow(), TimeOf(chunks));
        Assert.Equal([1], chunks[0x0B]);
        Assert.Equal([0, 0, 0x0C, 0xEC], chunks[0x0C]);
        Assert.Equal("hep-1"u8, chunks[0x11]);
        Assert.Equal(request, chunks[0x0F]);

        var answer = ChunksOf(await ReceiveAsync());
        Assert.Equal((chunks[0x08], chunks[0x07]), (answer[0x07], answer[0x08]), (a, b) =>
            a.Item1.SequenceEqual(b.Item1) && a.Item2.SequenceEqual(b.Item2));
        Assert.StartsWith("SIP/2.0 200 OK\r\n", Encoding.UTF8.GetString(answer[0x0F]), StringComparison.Ordinal);
        await bench.Server.DisposeAsync();
    }

    [Fact]
    public async Task What_is_not_kept_is_sent_all_the_same_and_a_WebSocket_is_told_as_TCP_from_nowhere()
    {
        var bench = Bench(new SipServerSettings { Trace = SipTraceSettings.Off });
        var phone = Phone.OnWebSocket(bench.Server);

        phone.Send(new Caller(phone, "hep-2").Request("OPTIONS"));

        var chunks = ChunksOf(await ReceiveAsync());
        Assert.Equal([6], chunks[0x02]);
        Assert.Equal([0, 0, 0, 0], chunks[0x03]);
        Assert.Equal("hep-2"u8, chunks[0x11]);
        Assert.Empty(bench.Server.Trace.MessagesOf("hep-2"));
    }

    [Fact]
    public async Task A_server_that_is_not_there_holds_nothing_up_and_is_counted()
    {
        var at = (IPEndPoint)_server.Client.LocalEndPoint!;
        _server.Dispose();
        var bench = new SipTestServer(new SipServerSettings { Hep = at });
        var phone = Phone.OnWebSocket(bench.Server);

        await Eventually.IsTrueAsync("the machine has said that nobody is there", () =>
        {
            Assert.Equal(200, phone.Ask(new Caller(phone, $"hep-{bench.Time.TimersCount}").Request("OPTIONS")).Status);
            bench.Time.Advance(TimeSpan.FromMinutes(1));
            return bench.Guard.Nuisances.Any(n => n.Name == "sip.hepUnsent" && n.Count > 0);
        });
    }

    // Whatever passes, a reader of HEP finds its way through.
    [Fact]
    public async Task Broken_messages_come_whole()
    {
        var bench = Bench();
        var phone = Phone.OnDatagrams(bench.Server);
        var seeds = Sip.Messages.Mutations.Seeds(phone);
        var draws = new Random(20_261_201);
        for (var number = 0; number < MutationRuns.Or(5_000); number++)
        {
            var text = Sip.Messages.Mutations.Mutate(seeds[draws.Next(seeds.Length)], draws);
            phone.Send(text);
            phone.TakeAll();
            while (_server.Available > 0)
            {
                Assert.True(ChunksOf(await ReceiveAsync()).ContainsKey(0x0F));
            }
        }
    }

    private SipTestServer Bench(SipServerSettings? settings = null) => new((settings ?? new SipServerSettings()) with
    {
        Hep = (IPEndPoint)_server.Client.LocalEndPoint!,
    });

    private async Task<byte[]> ReceiveAsync() =>
        (await _server.ReceiveAsync(TestContext.Current.CancellationToken)).Buffer;

    private static Dictionary<int, byte[]> ChunksOf(byte[] datagram)
    {
        var chunks = new Dictionary<int, byte[]>();
        for (var rest = datagram.AsSpan(6); !rest.IsEmpty;)
        {
            Assert.Equal(0, BinaryPrimitives.ReadUInt16BigEndian(rest));
            var length = BinaryPrimitives.ReadUInt16BigEndian(rest[4..]);
            chunks.Add(BinaryPrimitives.ReadUInt16BigEndian(rest[2..]), rest[6..length].ToArray());
            rest = rest[length..];
        }

        return chunks;
    }

    private static DateTimeOffset TimeOf(Dictionary<int, byte[]> chunks) => DateTimeOffset.UnixEpoch
        .AddSeconds(BinaryPrimitives.ReadUInt32BigEndian(chunks[0x09]))
        .AddMicroseconds(BinaryPrimitives.ReadUInt32BigEndian(chunks[0x0A]));

    private static byte[] Options(IPEndPoint own) => Encoding.UTF8.GetBytes(
        "OPTIONS sip:9001@cec.test SIP/2.0\r\n" +
        $"Via: SIP/2.0/UDP {own};branch=z9hG4bK-hep;rport\r\nMax-Forwards: 70\r\n" +
        "From: <sip:ann@cec.test>;tag=1\r\nTo: <sip:9001@cec.test>\r\nCall-ID: hep-1\r\nCSeq: 1 OPTIONS\r\n" +
        "Content-Length: 0\r\n\r\n");
}
