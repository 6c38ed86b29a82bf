using CecSim.Cli.Calling.Phoning;

namespace CecSim.Cli.Tests.Calling;

/// <summary>Where an event of a server may lead the command line, and where it may not.</summary>
public sealed class GatewayChoiceTests
{
    [Theory]
    [InlineData("https://cec.example", "wss://cec.example/sip")]
    [InlineData("https://cec.example:8443/path", "wss://CEC.example:9443/sip")]
    [InlineData("http://127.0.0.1:5080", "ws://127.0.0.1:5080/sip")]
    [InlineData("http://localhost:5080", "ws://127.0.0.1:5080/sip")]
    [InlineData("https://localhost:5443", "ws://127.0.0.1:5080/sip")]
    [InlineData("http://cec.example", "ws://cec.example/sip")]
    [InlineData("https://cec.example", "wss://gw.example:7443/sip", "wss://gw.example:7443")]
    [InlineData("https://cec.example", "ws://cec.example/sip", "ws://cec.example")]
    public void A_gateway_on_the_servers_own_host_or_named_by_the_user_is_called(
        string address, string gateway, params string[] named)
    {
        var (allowed, _) = Choice(address, named).Of([gateway]);

        Assert.Equal([new Uri(gateway)], allowed);
    }

    [Theory]
    [InlineData("https://cec.example", "wss://gw.example/sip", "not on cec.example")]
    [InlineData("https://cec.example", "ws://127.0.0.1:9200/", "not on cec.example")]
    [InlineData("https://cec.example", "wss://localhost/sip", "not on cec.example")]
    [InlineData("http://127.0.0.1:5080", "ws://10.0.0.7/sip", "not on 127.0.0.1")]
    [InlineData("https://cec.example", "ws://cec.example/sip", "everybody on the way can read")]
    [InlineData("https://cec.example", "wss://me:secret@cec.example/sip", "no WebSocket")]
    [InlineData("https://cec.example", "https://cec.example/sip", "no WebSocket")]
    [InlineData("https://cec.example", "nonsense", "no WebSocket")]
    [InlineData("https://cec.example", "wss://gw.example:7443/", "--gateway wss://gw.example:7443", "wss://gw.example")]
    [InlineData("https://cec.example", "ws://gw.example:443/sip", "not on cec.example", "wss://gw.example")]
    public void Any_other_is_left_alone_and_the_user_is_told(
        string address, string gateway, string complaint, params string[] named)
    {
        var (allowed, said) = Choice(address, named).Of([gateway]);

        Assert.Empty(allowed);
        Assert.Contains(complaint, said, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_several_those_that_may_be_called_keep_their_order()
    {
        var (allowed, _) = Choice("https://a.example").Of(
            ["wss://a.example/1", "wss://b.example/2", "wss://a.example/3"]);

        Assert.Equal(["/1", "/3"], allowed.Select(a => a.AbsolutePath));
        Assert.Equal("168101 names no gateway", Choice("https://a.example").Of([]).Complaint);
    }

    private static GatewayChoice Choice(string address, params string[] named) =>
        new(new Uri(address), [.. named.Select(n => new Uri(n))]);
}
