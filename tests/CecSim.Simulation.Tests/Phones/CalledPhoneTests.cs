using CecSim.Simulation.Tests.ConnectionBar;
using static CecSim.Simulation.Tests.FrozenSpace;

namespace CecSim.Simulation.Tests.Phones;

/// <summary>An agent calls a number that is a registered phone.</summary>
public sealed class CalledPhoneTests : IDisposable
{
    private readonly Space _space = Create(PhoneCentre.Of(agents: 2));
    private readonly FakeLine _own;
    private readonly FakeLine _called;
    private readonly FakeLeg _agent = new(null, false);

    public CalledPhoneTests()
    {
        _own = FakeLine.Register(_space, "8801");
        _called = FakeLine.Register(_space, "8802");
    }

    public void Dispose() => _space.Dispose();

    [Fact]
    [Shows("9.3/call-out-to-phone")]
    public async Task It_rings_and_is_joined_to_the_agents_once_it_is_picked_up()
    {
        Assert.Null(_space.Phones.Dial("8801", "8802", MediaAbility.Voice, _agent));
        Assert.Empty(_called.Legs);
        await _space.AdvanceAsync(1);
        Assert.Equal("8801", _called.Last.Rings!.Customer);
        Assert.Empty(_agent.Heard);
        _space.Phones.Alerts(_called.Last);
        Assert.Equal([PhoneSound.Ringback], _agent.Heard);
        await _space.AdvanceAsync(20);
        Assert.Null(_agent.JoinedTo);

        _space.Phones.PicksUp(_called.Last);

        Assert.Same(_called.Last, _agent.JoinedTo);
        Assert.IsType<AgentState.Talking>(State);
        Assert.Empty(_own.Legs);
    }

    [Fact]
    public async Task One_that_is_heard_while_it_rings_is_heard_in_place_of_the_ringing_tone()
    {
        await CallAsync();

        _space.Phones.Alerts(_called.Last, hasEarlyMedia: true);

        Assert.Same(_called.Last, _agent.JoinedTo);
        Assert.Empty(_agent.Heard);
        Assert.IsType<AgentState.Dialing>(State);
    }

    [Theory]
    [InlineData(486, PhoneSound.Busy, AgentCallEnd.Busy)]
    [InlineData(480, PhoneSound.Busy, AgentCallEnd.NoAnswer)]
    public async Task One_that_does_not_take_the_call_is_heard_at_the_agents(
        int status, PhoneSound heard, AgentCallEnd end)
    {
        await CallAsync();

        _space.Phones.Fails(_called.Last, status);

        Assert.Equal([heard], _agent.Heard);
        Assert.Equal(end, _space.Agents.Find(101)!.LastCall!.End);
        await _space.AdvanceAsync(5);
        Assert.NotNull(_agent.EndedBecause);
    }

    [Fact]
    public async Task One_that_nobody_picks_up_gets_its_call_taken_back()
    {
        await CallAsync();

        await _space.AdvanceAsync(30);

        Assert.NotNull(_called.Last.EndedBecause);
        Assert.Equal(AgentCallEnd.NoAnswer, _space.Agents.Find(101)!.LastCall!.End);
    }

    [Fact]
    public async Task Either_hangs_up_and_the_other_is_over_too()
    {
        await CallAsync();
        _space.Phones.PicksUp(_called.Last);
        _space.Phones.HangsUp(_called.Last);
        Assert.NotNull(_agent.EndedBecause);
        Assert.Equal(AgentCallEnd.CustomerHungUp, _space.Agents.Find(101)!.LastCall!.End);
        await _space.AdvanceAsync(10);

        var again = new FakeLeg(null, false);
        Assert.Null(_space.Phones.Dial("8801", "8802", MediaAbility.Voice, again));
        await _space.AdvanceAsync(1);
        _space.Phones.PicksUp(_called.Last);
        _space.Phones.HangsUp(again);

        Assert.NotNull(_called.Last.EndedBecause);
    }

    [Fact]
    public async Task Hold_by_either_is_heard_and_shown_at_the_other()
    {
        await CallAsync();
        _space.Phones.PicksUp(_called.Last);

        _space.Phones.Holds(_agent, isHolding: true);
        Assert.IsType<AgentState.Holding>(State);
        Assert.Equal((PhoneSound.Music, true), (_called.Last.Heard[^1], _called.Last.IsShownHeld));
        _space.Phones.Holds(_agent, isHolding: false);
        Assert.Equal((PhoneSound.Peer, false), (_called.Last.Heard[^1], _called.Last.IsShownHeld));

        _space.Phones.Holds(_called.Last, isHolding: true);
        Assert.IsType<AgentState.Talking>(State);
        Assert.Equal((PhoneSound.Music, true), (_agent.Heard[^1], _agent.IsShownHeld));
    }

    [Fact]
    public async Task One_whose_agent_is_in_a_call_is_busy()
    {
        _space.Phones.Dial("8802", "13900000000", MediaAbility.Voice, new FakeLeg(null, false));

        await CallAsync();

        Assert.Equal([PhoneSound.Busy], _agent.Heard);
        Assert.Empty(_called.Legs);
    }

    [Fact]
    public async Task One_that_has_gone_before_it_is_called_does_not_answer()
    {
        _space.Phones.Dial("8801", "8802", MediaAbility.Voice, _agent);
        _space.Phones.Unregister("8802", "sip:8802@127.0.0.1:5099");

        await _space.AdvanceAsync(1);

        Assert.Equal(AgentCallEnd.NoAnswer, _space.Agents.Find(101)!.LastCall!.End);
    }

    [Fact]
    public async Task A_call_from_the_bar_rings_the_agents_own_phone_before()
    {
        var person = new BarPerson(_space);
        person.Do(new AgentInput.SignIn());
        Assert.Null(person.CallOut("8802"));
        await _space.AdvanceAsync(5);
        Assert.Empty(_called.Legs);

        _space.Phones.PicksUp(_own.Last);
        await _space.AdvanceAsync(1);
        _space.Phones.PicksUp(_called.Last);

        Assert.Same(_called.Last, _own.Last.JoinedTo);
    }

    private AgentState State => _space.Agents.Find(101)!.State;

    private async Task CallAsync()
    {
        Assert.Null(_space.Phones.Dial("8801", "8802", MediaAbility.Voice, _agent));
        await _space.AdvanceAsync(1);
    }
}
