using System.Text.Json.Nodes;

namespace CecSim.Testing.Tests;

/// <summary>What a test demands of the media of its page.</summary>
public sealed class CallMediaTests : IAsyncLifetime
{
    private readonly TestPeer _peer = new();
    private CecSimulator _cec = null!;
    private Customer _customer = null!;
    private BrowserPhone? _phone;

    private static CancellationToken TestEnds => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _cec = await CecSimulator.StartAsync(cancellationToken: TestEnds);
        _customer = await Customer.SignInAsync(_cec.Space);
        await _customer.CreateAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _phone?.Dispose();
        _customer.Dispose();
        await _peer.DisposeAsync();
        await _cec.DisposeAsync();
    }

    [Fact]
    public async Task A_page_that_speaks_is_heard_though_it_takes_a_moment()
    {
        await ConnectAsync();
        var call = await _cec.Space.CallAsync("u1", TestEnds);
        await call.Media.ShouldHaveConnectedAsync(cancellationToken: TestEnds);

        var heard = call.Media.ShouldHaveHeardAudioAsync(cancellationToken: TestEnds);
        _peer.SendRtp(Rtp.Loud(111, 1, 960, level: 7, [1]));

        await heard;
        await call.Media.ShouldHaveFlowedAsync(TestEnds);
    }

    [Fact]
    public async Task A_silent_page_fails_the_test_which_says_what_came()
    {
        await ConnectAsync();
        _peer.SendRtp(Rtp.Loud(111, 1, 960, level: 90, [1]));
        await _peer.NextRtpAsync();
        var call = await _cec.Space.CallAsync(cancellationToken: TestEnds);

        var failed = await Assert.ThrowsAsync<CecAssertionException>(
            () => call.Media.ShouldHaveHeardAudioAsync(TimeSpan.Zero, TestEnds));

        Assert.StartsWith("The media of call 1 should have heard audio.", failed.Message, StringComparison.Ordinal);
        Assert.Contains("ICE connected", failed.Message, StringComparison.Ordinal);
        Assert.Contains(
            "opus sendReceive: 1 packets in, 1 out, 0 lost, 0 voiced", failed.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<CecAssertionException>(
            () => call.Media.ShouldHaveSeenVideoAsync(TimeSpan.Zero, TestEnds));
    }

    [Fact]
    public async Task A_page_of_which_nobody_can_tell_how_loud_it_is_fails_the_test_which_says_so()
    {
        await ConnectAsync();
        _peer.SendRtp(Rtp.Packet(111, 1, 960, [1]));
        await _peer.NextRtpAsync();
        var call = await _cec.Space.CallAsync(cancellationToken: TestEnds);

        var failed = await Assert.ThrowsAsync<CecAssertionException>(
            () => call.Media.ShouldHaveHeardAudioAsync(TimeSpan.Zero, TestEnds));

        Assert.Contains("how loud the sound was is not known", failed.Message, StringComparison.Ordinal);
        Assert.Null((await call.Media.ReadAsync(TestEnds))!.HeardAudio);
    }

    [Fact]
    public async Task A_page_that_never_called_fails_the_test()
    {
        var call = await _cec.Space.CallAsync("u1", TestEnds);

        Assert.Null(await call.Media.ReadAsync(TestEnds));
        Assert.Null(await call.Agent.Media.ReadAsync(TestEnds));
        Assert.Same(call.Media, call.Customer.Media);
        var failed = await Assert.ThrowsAsync<CecAssertionException>(
            () => call.Media.ShouldHaveConnectedAsync(TimeSpan.Zero, TestEnds));

        Assert.Contains("it has none: no INVITE has come", failed.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<CecAssertionException>(() => _cec.Space.CallAsync("u2", TestEnds));
    }

    private async Task ConnectAsync()
    {
        JsonNode content = (await _customer.PollAsync())["content"]!;
        _phone = await BrowserPhone.OpenAsync((string)content["gwAddresses"]![0]!);
        await _peer.ConnectAsync(await _phone.InviteAsync(
            (string)content["accessCode"]!, (string)content["domain"]!, offer: _peer.Offer.ToString()));
    }
}
