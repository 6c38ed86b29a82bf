namespace CecSim.Simulation.Tests.Queues;

/// <summary>Small contact centres, and what their callers see of them.</summary>
internal static class CentreFixture
{
    public static readonly QueueSettings Voice = new() { Name = "voice", Type = QueueType.VoiceClickToDial };

    /// <summary>An agent who answers after two seconds and talks until the customer ends the call.</summary>
    public static AgentSettings Agent(int workNo, AgentBehavior? conduct = null, params AgentSkill[] skills) => new()
    {
        WorkNo = workNo,
        Skills = skills.Length == 0 ? null : skills,
        Conduct = conduct ?? new AgentBehavior(),
    };

    public static SpaceSettings Centre(QueueSettings queue, params AgentSettings[] agents) =>
        new() { Queues = [queue], Agents = agents };

    public static User Call(this Space space, string userId)
    {
        var user = space.SignIn(userId);
        Assert.Null(space.Calls.Create(user, MediaAbility.Voice));
        return user;
    }

    /// <summary>All that waits for a user, with the seconds since the space began.</summary>
    public static IReadOnlyList<string> See(this Space space, User user)
    {
        List<string> seen = [];
        var poll = space.Calls.Poll(user);
        for (; poll.Answer.IsCompleted; poll = space.Calls.Poll(user))
        {
            var item = poll.Answer.Result[0];
            var seconds = (item.At - CecSim.Simulation.Clock.ClockSettings.Frozen.StartsAt!.Value).TotalSeconds;
            seen.Add($"{seconds}s {item.Kind}{(item.Cause is { } c ? $" {c.CauseId}" : "")}");
            poll.MarkDelivered();
        }

        // Left held, it would keep a later advance waiting for its answer to be written.
        poll.Abandon();
        return seen;
    }

    public static string StateOf(this Space space, int workNo) =>
        space.Agents.View.Single(a => a.WorkNo == workNo).State.GetType().Name;
}
