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
    public async Task A_capture_server_is_an_address_and_a_port(string text, string address)
    {
        Assert.Equal((new IPEndPoint(IPAddress.Parse(address), 9060), null), await FindHepAsync("--hep", text));
        Assert.Equal((null, null), await FindHepAsync());
    }

    [Fact]
    public async Task A_capture_server_may_be_a_name_that_is_looked_up()
    {
        var (server, complaint) = await FindHepAsync("--hep", "localhost:9060");

        Assert.Null(complaint);
        Assert.True(IPAddress.IsLoopback(server!.Address));
        Assert.Equal(9060, server.Port);
    }

    [Fact]
    public async Task A_name_that_is_not_found_is_said_with_its_place_and_what_to_do()
    {
        var (server, complaint) = await FindHepAsync("--hep", "homer.invalid:9060");

        Assert.Null(server);
        Assert.StartsWith("--hep: the name 'homer.invalid' ", complaint, StringComparison.Ordinal);
        Assert.EndsWith("Check the name, or give an address, as 127.0.0.1:9060.", complaint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("90", 90)]
    [InlineData("30m", 1800)]
    public void How_long_calls_to_phones_hold_is_left_to_them_unless_it_is_told(string text, int seconds)
    {
        Assert.Equal(TimeSpan.FromSeconds(seconds), Parse("--sip-session-interval", text).SipSessionInterval);
        Assert.Null(Parse().SipSessionInterval);
        Assert.Equal(TimeSpan.FromSeconds(seconds), Parse("--sip-options-every", text).SipOptionsEvery);
        Assert.Null(Parse().SipOptionsEvery);
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

    private static Task<(IPEndPoint? Server, string? Complaint)> FindHepAsync(params string[] options) =>
        MediaOptions.FindHepAsync(
            CecSimCommand.Root.Parse(["serve", .. options]), TestContext.Current.CancellationToken);

    private static CecSimArgs Parse(params string[] options)
    {
        var parsed = CecSimCommand.Root.Parse(["serve", .. options]);
        Assert.Empty(parsed.Errors);
        return MediaOptions.Settle(new CecSimArgs(), parsed);
    }
}
