using static CecSim.Simulation.Tests.FrozenSpace;

namespace CecSim.Simulation.Tests.Reference;

/// <summary>One tenant: the simulation and the reference side by side, compared after each move.</summary>
internal sealed class CentreRun : IDisposable
{
    private static readonly TimeSpan PollEvery = TimeSpan.FromSeconds(1);

    private readonly Space _space;
    private readonly ReferenceCentre _reference;
    private readonly Dictionary<string, List<string>> _seen = [];

    public CentreRun(SpaceSettings settings)
    {
        _space = FrozenSpace.Create(settings);
        _reference = new ReferenceCentre(settings.Queues, settings.Agents);
    }

    public void Dispose() => _space.Dispose();

    public void Play(CentreMove move)
    {
        var userId = $"u{move.Who}";
        switch (move.Kind)
        {
            case <= 3:
                Create(userId);
                break;
            case 4:
                Assert.Equal(_reference.Drop(userId), _space.Calls.Drop(SignIn(userId))?.ToString() ?? "dropped");
                break;
            case 5 when _space.Settings.Agents.Count > 0:
                Toggle(_space.Settings.Agents[move.Who % _space.Settings.Agents.Count].WorkNo);
                break;
        }

        // What is due at once happens without time going on.
        _reference.Advance(TimeSpan.Zero);
        Compare();
    }

    public void Advance(TimeSpan by)
    {
        // Who is passed on and on has more events in half a minute than a mailbox keeps for who does not poll.
        for (var left = by; left > TimeSpan.Zero; left -= PollEvery)
        {
            var step = left < PollEvery ? left : PollEvery;
            _space.Time.AdvanceAsync(step, TestEnds).GetAwaiter().GetResult();
            foreach (var userId in _seen.Keys)
            {
                See(userId);
            }
        }

        _reference.Advance(by);
        Compare();
    }

    /// <summary>Lets all calls end: then nothing is left that is still to happen.</summary>
    public void CheckThatNothingIsLeft()
    {
        foreach (var userId in _reference.Calls.Keys)
        {
            _space.Calls.Drop(SignIn(userId));
        }

        _space.Time.AdvanceAsync(TimeSpan.FromHours(2), TestEnds).GetAwaiter().GetResult();
        Assert.Equal(0, _space.Time.DueCount);
        Assert.All(_space.Agents.View, a => Assert.True(a.State is AgentState.Ready or AgentState.SignedOut));
    }

    private void Create(string userId)
    {
        var user = SignIn(userId);
        See(userId);
        var outcome = _space.Calls.Create(user, MediaAbility.Voice)?.ToString() ?? "created";
        Assert.Equal(_reference.Create(userId), outcome);
        if (outcome == "created")
        {
            _seen[userId] = [];
        }
    }

    // An agent in a call can neither sign in nor out, and is left as it is.
    private void Toggle(int workNo)
    {
        var isOut = _space.StateOf(workNo) == "SignedOut";
        _space.Agents.Ask(workNo, isOut ? new AgentInput.SignIn() : new AgentInput.SignOut());
        _reference.Toggle(workNo);
    }

    private void Compare()
    {
        foreach (var (userId, call) in _reference.Calls)
        {
            See(userId);
            Assert.Equal(call.Log, _seen[userId]);
            Assert.InRange(call.Log.Count(IsFinal), call.IsLive ? 0 : 1, call.IsLive ? 0 : 1);
        }

        Assert.Equal(
            _space.Settings.Agents.Select(a => _reference.StateOf(a.WorkNo)),
            _space.Settings.Agents.Select(a => _space.StateOf(a.WorkNo)));
    }

    private void See(string userId) => _seen.GetValueOrDefault(userId)?.AddRange(_space.See(SignIn(userId)));

    private Users.User SignIn(string userId) => _space.SignIn(userId);

    private static bool IsFinal(string line) => line.Split(' ')[1] is "Released" or "Failed" or "QueueTimeout";
}
