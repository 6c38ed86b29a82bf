using CecSim.Telephony.Calling;

namespace CecSim.Server.Tests.Gateway;

/// <summary>What a calling party says of calls that go wrong.</summary>
public sealed class PlacedCallFailureTests : PlacedCallBench
{
    [Fact]
    public async Task A_gateway_that_refuses_is_quoted()
    {
        await ArmAsync("""{"sipStatus":{"code":486,"reason":"Lunch"}}""");

        Assert.Equal(new CallFailure.Refused(486, "Lunch"), await FailAsync(Plan));
    }

    [Fact]
    public async Task A_call_that_only_rings_is_taken_back()
    {
        await ArmAsync("\"noAnswer\"");

        var failure = await FailAsync(Plan with { Limits = new() { Answer = TimeSpan.FromSeconds(1) } });

        Assert.Equal(new CallFailure.NotAnswered(TimeSpan.FromSeconds(1), HasRung: true), failure);
        Assert.StartsWith("CANCEL: 487", Steps.Last().Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_changes_their_mind_while_it_rings_leaves_nothing_behind()
    {
        await ArmAsync("\"noAnswer\"");
        using var mind = new CancellationTokenSource();

        var calling = Party.CallAsync(Plan, mind.Token);
        await Rings.Task.WaitAsync(TestEnds);
        await mind.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => calling);
        Assert.StartsWith("CANCEL: 487", Steps.Last().Detail, StringComparison.Ordinal);
        Assert.Equal(0, Party.CallsCount);
    }

    [Fact]
    public async Task A_black_hole_is_named_with_the_address_that_did_not_answer()
    {
        await ArmAsync("\"iceBlackhole\"");

        var failure = await FailAsync(Plan with { Limits = new() { Path = TimeSpan.FromMilliseconds(300) } });

        var noPath = Assert.IsType<CallFailure.NoPath>(failure);
        Assert.Matches(@"ICE found no way to 127\.0\.0\.1:\d+ within 0\.3 s: no check was answered", noPath.Text);
        Assert.StartsWith("BYE: 200", Steps.Last().Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_handshake_that_fails_is_told_by_its_alert()
    {
        await ArmAsync("\"dtlsFailure\"");

        var failure = Assert.IsType<CallFailure.NoHandshake>(await FailAsync(Plan));

        Assert.Contains("alert 40", failure.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sound_that_goes_one_way_only_is_noticed()
    {
        await ArmAsync("\"oneWayAudio\"");
        await using var call = await ConnectAsync(Plan);
        while (!(bool)(await MediaAsync())["heardAudio"]!)
        {
        }

        Assert.Matches(
            @"^one-way audio: no sound came, while \d+ packets were sent$", Assert.Single(call.Report().Troubles));
    }

    [Fact]
    public async Task A_gateway_that_hangs_up_has_the_blame()
    {
        await ArmAsync("""{"gatewayHangsUp":"5s"}""");
        await using var call = await ConnectAsync(Plan);
        await FirstPacket.Task.WaitAsync(TestEnds);

        await Cec.AdvanceAsync(5);

        Assert.IsType<CallEnding.HungUpByGateway>(await call.Ended.WaitAsync(TestEnds));
        Assert.StartsWith("the gateway hung up", Assert.Single(call.Report().Troubles), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_socket_that_breaks_ends_the_call()
    {
        await ArmAsync("""{"socketDrops":"5s"}""");
        await using var call = await ConnectAsync(Plan);

        await Cec.AdvanceAsync(5);

        Assert.IsType<CallEnding.SocketLost>(await call.Ended.WaitAsync(TestEnds));
        Assert.Equal(0, Party.CallsCount);
    }

    [Theory]
    [InlineData("17 90")]
    [InlineData("1@elsewhere.test")]
    [InlineData("1\r\nVia: me")]
    public async Task A_number_that_would_be_more_than_a_number_is_not_called(string number)
    {
        Assert.IsType<CallFailure.NoAddress>(await FailAsync(Plan with { Number = number }));
        Assert.Empty(Steps);
    }

    [Fact]
    public async Task A_server_without_a_gateway_is_no_gateway()
    {
        var failure = await FailAsync(Plan with { Gateway = new Uri(Plan.Gateway, "/nowhere") });

        Assert.Contains("404", Assert.IsType<CallFailure.NotOpened>(failure).Text, StringComparison.Ordinal);
    }
}
