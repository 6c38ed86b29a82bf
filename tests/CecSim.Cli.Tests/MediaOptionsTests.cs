using CecSim.Server;

namespace CecSim.Cli.Tests;

/// <summary>What a server is told of media and SIP by its command line.</summary>
public sealed class MediaOptionsTests
{
    [Theory]
    [InlineData("1", 1)]
    [InlineData("1.5", 1.5)]
    [InlineData("1500ms", 1.5)]
    [InlineData("2m", 120)]
    [InlineData("PT1M", 60)]
    [InlineData("1h", 3600)]
    public void How_long_calls_wait_is_told_in_each_form_of_a_time(string text, double seconds)
    {
        var args = Parse("--media-connect-within", text, "--sip-return-within", text, "--sip-ping-every", text);

        var time = TimeSpan.FromSeconds(seconds);
        Assert.Equal((time, time, time), (args.Media.ConnectWithin, args.SipReturnWithin, args.SipPingEvery));
    }

    [Theory]
    [InlineData("127.0.0.1:9060", "127.0.0.1")]
    [InlineData("[::1]:9060", "::1")]
    public void A_capture_server_is_an_address_and_a_port(string text, string address)
    {
        Assert.Equal(
            new System.Net.IPEndPoint(System.Net.IPAddress.Parse(address), 9060), Parse("--hep", text).Hep);
        Assert.Null(Parse().Hep);
    }

    [Fact]
    public void Capturing_media_is_asked_for() =>
        Assert.Equal((true, true), (Parse("--capture-media").Media.Capture is not null, Parse().Media.Capture is null));

    [Fact]
    public void Unless_it_is_told_they_wait_as_a_server_without_arguments_does()
    {
        var (args, plain) = (Parse(), new CecSimArgs());

        Assert.Equal(
            (plain.Media.ConnectWithin, plain.SipReturnWithin, plain.SipPingEvery),
            (args.Media.ConnectWithin, args.SipReturnWithin, args.SipPingEvery));
    }

    [Fact]
    public void A_call_need_not_outlive_its_connection() =>
        Assert.Equal(TimeSpan.Zero, Parse("--sip-return-within", "0").SipReturnWithin);

    [Fact]
    public void Whoever_names_an_address_has_softphones_there_alone()
    {
        Assert.Null(Parse().SipAddresses);
        Assert.Equal([IPAddress.Loopback], Parse("--media-bind", "127.0.0.1").SipAddresses!);
        Assert.Equal([IPAddress.IPv6Any], Parse("--media-bind", "::").SipAddresses!);
    }

    [Theory]
    [InlineData("--sip-port")]
    [InlineData("--sip-tls-port")]
    public void A_port_for_softphones_and_none_at_all_contradict_each_other(string port)
    {
        var refused = CecSimCommand.Root.Parse(["serve", "--no-sip", port, "5061"]).Errors;

        Assert.Equal(
            $"--no-sip takes no softphones, and {port} a port for them: name one.", Assert.Single(refused).Message);
        Assert.Null(Parse("--no-sip").SipPort);
        Assert.Empty(CecSimCommand.Root.Parse(["serve", "--no-sip=false", port, "5061"]).Errors);
    }

    private static CecSimArgs Parse(params string[] options)
    {
        var parsed = CecSimCommand.Root.Parse(["serve", .. options]);
        Assert.Empty(parsed.Errors);
        return MediaOptions.Settle(new CecSimArgs(), parsed);
    }
}
