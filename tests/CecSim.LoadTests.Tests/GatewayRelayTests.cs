using System.Net;
using System.Net.Sockets;
using CecSim.LoadTests.Relays;

namespace CecSim.LoadTests.Tests;

/// <summary>The gateway's media, told of calls as rtpengine is.</summary>
public sealed class GatewayRelayTests
{
    [Fact]
    public async Task A_question_that_comes_again_has_its_answer_again_and_is_not_done_twice()
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        using var socket = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        await using var relay = new GatewayRelay();
        var running = relay.RunAsync(socket, ends.Token);
        using var client = new UdpClient();
        client.Connect((IPEndPoint)socket.Client.LocalEndPoint!);

        Assert.Equal("pong", (await AskAsync("7-1", "ping"))["result"]);
        Assert.Equal("pong", (await AskAsync("7-1", "eclipse"))["result"]);
        Assert.Equal("error", (await AskAsync("7-2", "eclipse"))["result"]);

        await ends.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);

        async Task<NgMessage> AskAsync(string cookie, string command)
        {
            var question = new NgMessage(cookie, new Dictionary<string, string> { ["command"] = command });
            await client.SendAsync(question.Write(), ends.Token);
            return NgMessage.Read((await client.ReceiveAsync(ends.Token)).Buffer)!;
        }
    }
}
