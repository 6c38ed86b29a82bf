using CecSim.Simulation.Ivr;
using CecSim.Simulation.Outbound;
using CecSim.Simulation.Tests.Calls;
using CecSim.Simulation.Tests.Phones;
using static CecSim.Simulation.Tests.FrozenSpace;

namespace CecSim.Simulation.Tests.Ivr;

/// <summary>A flow calls a number that is a registered phone.</summary>
public sealed class FlowToPhoneTests : IDisposable
{
    private readonly Space _space = Create(PhoneCentre.Of() with
    {
        CalledRoutes = [new CalledRoute("12345", null, null) { Ivr = "out" }],
        Ivr = new Dictionary<string, IvrFlow>
        {
            ["out"] = new("out", [new IvrStep.Leave(new IvrExit.ToNumber("8801"))]),
        },
        Outbound = [new OutboundRule { Fate = OutboundOutcome.WrongNumber }],
    });

    private readonly RecordingLeg _customer = new();

    public void Dispose() => _space.Dispose();

    [Fact]
    [Shows("10.2/ivr-number-at-phone")]
    public async Task It_rings_there_and_who_picks_up_has_the_customer()
    {
        var line = await CallAsync();
        Assert.Equal(("13800000000", "8801"), (line.Last.Rings!.Caller, line.Last.Rings.Called));
        Assert.DoesNotContain("phone", _customer.Told);

        _space.Phones.PicksUp(line.Last);

        Assert.Equal(["phone", "agent True"], _customer.Told[^2..]);
        await _space.AdvanceAsync(300);
        Assert.Equal(CallState.Connected, _space.Calls.View[0].State);
    }

    [Fact]
    public async Task Who_rings_with_early_media_is_heard_before_it_is_picked_up()
    {
        var line = await CallAsync();

        _space.Phones.Alerts(line.Last, hasEarlyMedia: true);

        Assert.Equal("phone", _customer.Told[^1]);
    }

    [Theory]
    [InlineData(486, 9)]
    [InlineData(480, 8)]
    public async Task A_phone_that_does_not_take_the_call_ends_it(int status, int cause)
    {
        var line = await CallAsync();

        _space.Phones.Fails(line.Last, status);

        Assert.Equal(cause, EndOf(_space).CauseId);
    }

    [Fact]
    public async Task A_phone_that_nobody_picks_up_gets_its_call_taken_back()
    {
        var line = await CallAsync();

        await _space.AdvanceAsync(30);

        Assert.Equal(8, EndOf(_space).CauseId);
        Assert.NotNull(line.Last.EndedBecause);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whoever_hangs_up_ends_the_call_at_both_ends(bool isPhone)
    {
        var line = await CallAsync();
        _space.Phones.PicksUp(line.Last);

        if (isPhone)
        {
            _space.Phones.HangsUp(line.Last);
        }
        else
        {
            _space.Media.Leave(_customer.AccessCode, _customer);
        }

        Assert.Equal(CallState.Ended, _space.Calls.View[0].State);
        Assert.Equal(isPhone, _customer.Told.Contains("ended"));
        Assert.NotNull(line.Last.EndedBecause);
    }

    [Fact]
    public async Task Who_holds_at_the_phone_lets_the_customer_hear_music()
    {
        var line = await CallAsync();
        _space.Phones.PicksUp(line.Last);

        _space.Phones.Holds(line.Last, isHolding: true);
        _space.Phones.Holds(line.Last, isHolding: false);

        Assert.Equal(["holds True", "holds False"], _customer.Told[^2..]);
    }

    [Fact]
    public async Task A_phone_that_is_gone_before_it_rings_is_not_reached()
    {
        var line = FakeLine.Register(_space, seconds: 0.5);
        Dial();

        await _space.AdvanceAsync(1);

        Assert.Empty(line.Legs);
        Assert.Equal(8, EndOf(_space).CauseId);
    }

    private async Task<FakeLine> CallAsync()
    {
        var line = FakeLine.Register(_space);
        Dial();
        Assert.Empty(line.Legs);
        await _space.AdvanceAsync(1);
        return line;
    }

    private void Dial() => Assert.Null(_space.Dialled.Begin("12345", "13800000000", _customer));

    private static Cause EndOf(Space space) => space.Calls.View[0].History[^1].Cause!;
}
