using System.Diagnostics;
using CecSim.Simulation.Clock;
using CecSim.Simulation.News;

namespace CecSim.Simulation.Agents;

/// <summary>
/// The agents of a space: commits what <see cref="AgentMachine"/> decides, arms its deadlines, keeps the events, and
/// tells who has become free.
/// </summary>
public sealed class AgentRoster
{
    /// <summary>The last events that are kept, of all agents together.</summary>
    public const int EventsKeptMax = 1_000;

    private readonly Timeline _timeline;
    private readonly NewsDesk _news;
    private readonly SortedDictionary<int, Agent> _agents = [];
    private readonly Queue<AgentEvent> _events = new();

    internal AgentRoster(Timeline timeline, IEnumerable<Agent> agents, NewsDesk news)
    {
        _timeline = timeline;
        _news = news;
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
            using var turn = _timeline.Enter();
            return [.. _events];
        }
    }

    public IReadOnlyList<AgentView> View
    {
        get
        {
            using var turn = _timeline.Enter();
            return [.. All.Select(AgentView.Of)];
        }
    }

    internal IEnumerable<Agent> All => _agents.Values;

    /// <summary>Told whenever an agent has become idle.</summary>
    internal Action<Agent>? BecameFree { get; set; }

    /// <summary>Does what an agent asks for by hand.</summary>
    /// <returns>Why not; null when it is done.</returns>
    public AgentRefusal? Ask(int workNo, AgentInput input)
    {
        using var turn = _timeline.Enter();
        return !_agents.TryGetValue(workNo, out var agent) ? AgentRefusal.Unknown
            : agent.Call is { } call ? call.Ask(input)
            : Apply(agent, input);
    }

    internal Agent? Find(int workNo) => _agents.GetValueOrDefault(workNo);

    internal AgentRefusal? Apply(Agent agent, AgentInput input)
    {
        switch (AgentMachine.Decide(agent.State, input, _timeline.Now))
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
        agent.LastCall = new AgentLastCall(agent.State.AnyCall!, end);
        Apply(agent, input);
    }

    private void Commit(Agent agent, AgentDecision.Accepted accepted)
    {
        var hasChanged = accepted.Next != agent.State;
        agent.State = accepted.Next;
        foreach (var notice in accepted.Notices)
        {
            var item = new AgentEvent(_timeline.Now, agent.Settings.WorkNo, notice);
            Keep(item);
            agent.Seat?.Events.Post(item);
        }

        if (hasChanged)
        {
            agent.StateSince = _timeline.Now;
            TellMoved(agent);
            _timeline.Cancel(agent.Deadline);
            agent.Deadline = DeadlineOf(agent.State) is { } dueAt
                ? _timeline.At(dueAt, "agent deadline", () => Apply(agent, new AgentInput.Tick()))
                : null;
        }

        if (hasChanged && agent.State is AgentState.SignedOut)
        {
            HandChatsOn(agent);
        }

        if (hasChanged && agent.State is AgentState.Ready)
        {
            agent.IdleSince = _timeline.Now;
            BecameFree?.Invoke(agent);
        }
    }

    private void TellMoved(Agent agent)
    {
        if (_news.IsFollowed)
        {
            _news.Tell(new AgentMoved(_timeline.Now, AgentView.Of(agent)));
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
