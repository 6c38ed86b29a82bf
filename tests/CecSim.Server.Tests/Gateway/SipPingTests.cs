namespace CecSim.Server.Tests.Gateway;

/// <summary>A socket of SIP that is silent is asked whether its peer still lives. Read from the bytes.</summary>
public sealed class SipPingTests
{
    [Fact]
    public async Task A_peer_is_pinged_and_lives_on_while_it_answers_and_no_longer()
    {
        await using var cec = await TestCec.StartAsync(new CecSimArgs { SipPingEvery = TimeSpan.FromSeconds(1) });
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, cec.Url("http").Port), TestCec.TestEnds);
        await using var stream = new NetworkStream(socket);
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes(
                "GET /sip HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n" +
                "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n" +
                "Sec-WebSocket-Protocol: sip\r\n\r\n"),
            TestCec.TestEnds);
        var head = "";
        while (!head.EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            head += (char)await ByteAsync(stream);
        }

        Assert.StartsWith("HTTP/1.1 101 ", head, StringComparison.Ordinal);
        for (var answered = 0; answered < 3; answered++)
        {
            // RFC 6455, section 5.5.3: what was in the ping, under a mask of nothing.
            var payload = await PingAsync(stream);
            await stream.WriteAsync(
                (byte[])[0x8A, (byte)(0x80 | payload.Length), 0, 0, 0, 0, .. payload], TestCec.TestEnds);
        }

        // From here on nobody answers, so that the connection ends.
        await PingAsync(stream);
        Assert.InRange(await RestAsync(stream), 0, 100);
    }

    [Fact]
    public void The_ping_comes_before_what_stands_between_gives_up() =>
        Assert.InRange(new CecSimArgs().SipPingEvery, TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(30));

    // RFC 6455, section 5.5.2: FIN and the opcode 9, then a length without a mask.
    private static async Task<byte[]> PingAsync(NetworkStream stream)
    {
        Assert.Equal(0x89, await ByteAsync(stream));
        var payload = new byte[await ByteAsync(stream)];
        await stream.ReadExactlyAsync(payload, TestCec.TestEnds);
        return payload;
    }

    private static async Task<int> ByteAsync(NetworkStream stream)
    {
        var one = new byte[1];
        await stream.ReadExactlyAsync(one, TestCec.TestEnds);
        return one[0];
    }

    private static async Task<int> RestAsync(NetworkStream stream)
    {
        var (buffer, all) = (new byte[4096], 0);
        try
        {
            while (await stream.ReadAsync(buffer, TestCec.TestEnds) is var count and > 0)
            {
                all += count;
            }
        }
        catch (IOException)
        {
            // A reset is an end as well.
        }

        return all;
    }
}
