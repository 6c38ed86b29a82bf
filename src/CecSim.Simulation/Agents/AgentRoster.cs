using System.Diagnostics;
using CecSim.Simulation.SpaceEvents;

namespace CecSim.Simulation.Agents;

/// <summary>
/// The agents of a space: commits what <see cref="AgentMachine"/> decides, arms its deadlines, keeps the events, and
/// lets who has become free go on.
/// </summary>
public sealed class AgentRoster
{
    /// <summary>The last events that are kept, of all agents together.</summary>
    public const int EventsKeptMax = 1_000;

    private readonly SpaceScheduler _scheduler;
    private readonly SpaceEventPublisher _publisher;
    private readonly AlertingMeaning _alerting;
    private readonly SortedDictionary<int, Agent> _agents = [];
    private readonly Queue<AgentEvent> _events = new();

    internal AgentRoster(
        SpaceScheduler scheduler,
        IEnumerable<Agent> agents,
        CallDistributor distributor,
        SpaceEventPublisher publisher,
        SpaceSettings settings)
    {
        Habits = new AgentAutomation(scheduler, this, distributor, settings.TimeZone);
        _alerting = settings.ConnectionBar.CustomerAlerting;
        _scheduler = scheduler;
        _publisher = publisher;
        foreach (var agent in agents)
        {
            _agents.Add(agent.Settings.WorkNo, agent);
        }
    }

    /// <summary>The last events, the oldest first.</summary>
    public IReadOnlyList<AgentEvent> Events
    {
        get
        {
            using var lockScope = _scheduler.Enter();
            return [.. _events];
        }
    }

    public IReadOnlyList<AgentView> View
    {
        get
        {
            using var lockScope = _scheduler.Enter();
            return [.. All.Select(AgentView.Of)];
        }
    }

    internal IEnumerable<Agent> All => _agents.Values;

    /// <summary>What the simulated ones among them do of their own accord.</summary>
    internal AgentAutomation Habits { get; }

    /// <summary>Does what an agent asks for by hand.</summary>
    /// <returns>Why not; null when it is done.</returns>
    public AgentRefusal? Ask(int workNo, AgentInput input)
    {
        using var lockScope = _scheduler.Enter();
        return !_agents.TryGetValue(workNo, out var agent) ? AgentRefusal.Unknown
            : agent.Call is { } call ? call.Ask(input)
            : Apply(agent, input);
    }

    /// <summary>An agent in a call is heard no more, or again.</summary>
    /// <returns>Why not; null when it is so.</returns>
    public AgentRefusal? Mute(int workNo, bool isMuted)
    {
        using var lockScope = _scheduler.Enter();
        return Find(workNo) is { } agent ? Mute(agent, isMuted) : AgentRefusal.Unknown;
    }

    /// <summary>An agent in a call asks for help, or needs it no more.</summary>
    /// <returns>Why not; null when it is so.</returns>
    public AgentRefusal? SeekHelp(int workNo, bool needsHelp)
    {
        using var lockScope = _scheduler.Enter();
        return Find(workNo) is { } agent ? SeekHelp(agent, needsHelp) : AgentRefusal.Unknown;
    }

    internal AgentRefusal? Mute(Agent agent, bool isMuted)
    {
        if (WhyNotInTalk(agent) is { } refusal)
        {
            return refusal;
        }

        if (agent.IsMuted != isMuted)
        {
            agent.IsMuted = isMuted;
            agent.Call!.AgentMutes(isMuted);
            TellMoved(agent);
        }

        return null;
    }

    internal AgentRefusal? SeekHelp(Agent agent, bool needsHelp)
    {
        if (WhyNotInTalk(agent) is { } refusal)
        {
            return refusal;
        }

        if (agent.NeedsHelp != needsHelp)
        {
            agent.NeedsHelp = needsHelp;
            TellMoved(agent);
        }

        return null;
    }

    private static AgentRefusal? WhyNotInTalk(Agent agent) => agent.State switch
    {
        AgentState.SignedOut => AgentRefusal.SignedOut,
        AgentState.Talking or AgentState.Holding => null,
        _ => AgentRefusal.NoCall,
    };

    internal Agent? Find(int workNo) => _agents.GetValueOrDefault(workNo);

    internal AgentRefusal? Apply(Agent agent, AgentInput input)
    {
        switch (AgentMachine.Decide(agent.State, input, _scheduler.Now, _alerting))
        {
            case AgentDecision.Refused refused:
                return refused.Reason;
            case AgentDecision.Accepted accepted:
                Commit(agent, accepted);
                return null;
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>
    /// A call ends for an agent, who may be given the next one at once: so the call lets go of it first.
    /// </summary>
    internal void LetGo(Agent agent, AgentInput input, AgentCallEnd end)
    {
        agent.Call = null;
        agent.Phone?.HangUp("the call is over");
        agent.Phone = null;
        agent.IsMuted = false;
        agent.NeedsHelp = false;
        agent.LastCall = new AgentLastCall(agent.State.AnyCall!, end);
        Apply(agent, input);
    }

    /// <summary>Tells an agent what changes nothing in its state.</summary>
    internal void Tell(Agent agent, AgentNotice notice)
    {
        var item = new AgentEvent(_scheduler.Now, agent.Settings.WorkNo, notice);
        Keep(item);
        agent.Seat?.Events.Post(item);
    }

    private void Commit(Agent agent, AgentDecision.Accepted accepted)
    {
        var hasChanged = accepted.Next != agent.State;
        agent.State = accepted.Next;
        foreach (var notice in accepted.Notices)
        {
            Tell(agent, notice);
        }

        if (hasChanged)
        {
            agent.StateSince = _scheduler.Now;
            TellMoved(agent);
            _scheduler.Cancel(agent.Deadline);
            agent.Deadline = DeadlineOf(agent.State) is { } dueAt
                ? _scheduler.At(dueAt, "agent deadline", () => Apply(agent, new AgentInput.Tick()))
                : null;
        }

        if (hasChanged && agent.State is AgentState.SignedOut)
        {
            HandChatsOn(agent);
        }

        if (hasChanged && agent.State is AgentState.Ready)
        {
            agent.IdleSince = _scheduler.Now;
            Habits.OnFree(agent);
        }
    }

    private void TellMoved(Agent agent)
    {
        if (_publisher.HasSubscriber)
        {
            _publisher.Publish(new AgentStateChanged(_scheduler.Now, AgentView.Of(agent)));
        }
    }

    // The sessions of an agent who leaves go to another one.
    private static void HandChatsOn(Agent agent)
    {
        var chats = agent.Chats.ToList();
        agent.Chats.Clear();
        foreach (var chat in chats)
        {
            chat.OnAgentSignedOut();
        }
    }

    private static DateTimeOffset? DeadlineOf(AgentState state) => state switch
    {
        AgentState.WrapUp s => s.EndsAt,
        AgentState.Resting s => s.ReminderAt,
        _ => null,
    };

    private void Keep(AgentEvent item)
    {
        if (_events.Count == EventsKeptMax)
        {
            _events.Dequeue();
        }

        _events.Enqueue(item);
    }
}
