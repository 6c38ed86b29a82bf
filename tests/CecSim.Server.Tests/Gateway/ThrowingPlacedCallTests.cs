using CecSim.Guarding;
using CecSim.Telephony.Calling;
using CecSim.Tests;
using CallAttempt = CecSim.Telephony.Calling.CallAttempt;

namespace CecSim.Server.Tests.Gateway;

/// <summary>A placed call that something throws in leaves whoever placed it, and its other calls, alone.</summary>
public sealed class ThrowingPlacedCallTests : PlacedCallBench
{
    private readonly GuardDiary _diary = new();
    private readonly BrittleTime _time = new(TimeProvider.System);

    [Fact]
    [ThrowsFrom("first packet of a placed call")]
    public async Task A_listener_that_throws_at_the_first_packet_leaves_the_call()
    {
        await using var party = new CallingParty(_time, guard: new Guard(_diary));
        var plan = Plan with
        {
            Tell = step =>
            {
                if (step.Kind == CallStepKind.FirstPacket)
                {
                    throw new FormatException("made by a test");
                }
            },
        };

        var call = Assert.IsType<CallAttempt.Connected>(await party.CallAsync(plan, TestEnds)).Call;
        await Eventually.IsTrueAsync("the failure", () => _diary.Failures.Count > 0);

        Assert.Equal("first packet of a placed call", Assert.Single(_diary.Failures).Place);
        Assert.Equal(1, party.CallsCount);
        await call.DisposeAsync();
    }

    [Fact]
    [ThrowsFrom("media timer of a placed call")]
    public async Task A_tick_that_throws_ends_its_call_and_no_other()
    {
        await using var party = new CallingParty(_time, guard: new Guard(_diary));
        var other = await InviteAsync("u2");
        await using var first = Assert.IsType<CallAttempt.Connected>(await party.CallAsync(Plan, TestEnds)).Call;
        await using var second = Assert.IsType<CallAttempt.Connected>(
            await party.CallAsync(Plan with { Number = other.AccessCode }, TestEnds)).Call;

        _time.BreakIn("Tick");
        await Eventually.IsTrueAsync("the failure", () => _diary.Failures.Count > 0);

        Assert.Equal("media timer of a placed call", Assert.Single(_diary.Failures).Place);
        await Task.WhenAny(first.Ended, second.Ended).WaitAsync(TestEnds);
        Assert.False(first.Ended.IsCompleted && second.Ended.IsCompleted);
    }
}
