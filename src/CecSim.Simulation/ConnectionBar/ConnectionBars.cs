using CecSim.Simulation.Outbound;

namespace CecSim.Simulation.ConnectionBar;

/// <summary>The people at the connection bars of a space, who do what its agents would else do by themselves.</summary>
public sealed class ConnectionBars
{
    /// <summary>What nobody fetches is kept up to so much; then the oldest go and are counted.</summary>
    public const int WaitingEventsMax = 500;

    /// <summary>How long a bar's poll for events waits. No document says.</summary>
    public static readonly TimeSpan PollHold = TimeSpan.FromSeconds(10);

    /// <summary>A rest that a person takes is over after so long. No document says.</summary>
    public static readonly TimeSpan RestAllowed = TimeSpan.FromMinutes(10);

    private const int SidTails = 1_000_000;

    // Without a common divisor with the number of tails, so that all of them come before one comes again.
    private const int SidStep = 618_033;

    private readonly ContactCentre _centre;
    private readonly SeededRandom _random;
    private readonly OutboundCalls _outbound;
    private readonly ArmedFaults _faults;
    private readonly ClientMonitor _monitor;
    private readonly Dictionary<string, BarSession> _byToken = [];
    private int _sidTail;
    private bool _isClosed;

    internal ConnectionBars(
        ContactCentre centre,
        OutboundCalls outbound,
        SeededRandom random,
        ArmedFaults faults,
        ClientMonitor monitor)
    {
        _centre = centre;
        _random = random;
        _outbound = outbound;
        _faults = faults;
        _monitor = monitor;
        _sidTail = (int)random.Fork("sids").Below(SidTails);
    }

    /// <summary>Agent events that no page will ever see.</summary>
    public EventCounters Undelivered { get; } = new();

    /// <summary>Lets a person sit down at an agent's bar; from now on the agent does nothing by itself.</summary>
    /// <param name="origin">The origin of the person's page.</param>
    /// <returns>Null when no agent has that account.</returns>
    public BarSession? Open(string accountCode, string origin)
    {
        using var lockScope = _centre.Time.Enter();
        if (_centre.Roster.All.FirstOrDefault(a => a.Settings.AccountCode == accountCode) is not { } agent)
        {
            return null;
        }

        if (agent.Seat is null)
        {
            agent.Seat = new BarSeat(NewMailbox());
            _centre.Roster.Habits.GiveUp(agent);
        }

        var session = NewSession(agent, accountCode, origin);
        agent.Seat.Sessions.Enqueue(session);
        _byToken.Add(session.Token, session);
        if (agent.Seat.Sessions.Count > BarSeat.SessionsMax)
        {
            _byToken.Remove(agent.Seat.Sessions.Dequeue().Token);
        }

        return session;
    }

    /// <returns>Whose token it is; null for nobody's.</returns>
    public BarSession? Find(string token)
    {
        using var lockScope = _centre.Time.Enter();
        return _byToken.GetValueOrDefault(token);
    }

    public BarView ViewOf(BarSession session)
    {
        using var lockScope = _centre.Time.Enter();
        var agent = session.Agent;
        return new BarView(
            agent.Settings,
            agent.State,
            agent.State.AnyCall,
            agent.LastCall,
            agent.StateSince,
            _centre.Time.Now,
            [.. _centre.Distribution.Queues.Where(q => agent.Call?.MayGoTo(q) ?? false).Select(q => q.Settings.Name)])
        {
            Colleagues = [.. ColleaguesOf(agent).Select(a => a.Settings)],
            Consultation = (agent.Call as QueuedCall)?.Stage ?? ConsultationState.None,
            IsMuted = agent.IsMuted,
            NeedsHelp = agent.NeedsHelp,
        };
    }

    /// <summary>
    /// Whether a page may poll without taking the events of another page, which is where the agent's person is.
    /// </summary>
    /// <param name="again">
    /// The page was turned away before. Between two polls there is a moment without any: it has to find nobody twice.
    /// </param>
    public bool MayPoll(BarSession session, string page, bool again)
    {
        using var lockScope = _centre.Time.Enter();
        var seat = session.Agent.Seat!;
        var isFree = !seat.Events.HasCurrentPoll || seat.Page == page;
        if (!isFree && !again)
        {
            _monitor.BarOpenedTwice(session.WorkNo);
        }

        var mayCome = isFree && (!again || seat.Page == page || seat.FoundEmptyBy == page);
        seat.FoundEmptyBy = isFree && again ? page : null;
        return mayCome;
    }

    /// <summary>Makes a page the one where the agent's person is; a poll of another page is released.</summary>
    public void TakeOver(BarSession session, string page)
    {
        using var lockScope = _centre.Time.Enter();
        var seat = session.Agent.Seat!;
        if (seat.Page != page)
        {
            seat.Page = page;
            seat.Events.Supersede();
        }
    }

    /// <summary>Whether the agent's person is at another page than this one.</summary>
    /// <param name="released">A poll of this page that is over.</param>
    public bool IsElsewhere(BarSession session, string page, HeldPoll<AgentEvent>? released = null)
    {
        using var lockScope = _centre.Time.Enter();
        var seat = session.Agent.Seat!;
        return seat.Page != page && (released?.IsSuperseded ?? seat.Events.HasCurrentPoll);
    }

    /// <summary>Holds a poll until an event, the end of the hold, or a newer poll for the same agent.</summary>
    /// <param name="page">Tells the pages of one agent apart.</param>
    public HeldPoll<AgentEvent> Poll(BarSession session, string page)
    {
        using var lockScope = _centre.Time.Enter();
        var seat = session.Agent.Seat!;
        if (seat.Events.HasCurrentPoll && seat.Page != page)
        {
            _monitor.BarOpenedTwice(session.WorkNo);
        }

        seat.Page = page;
        return seat.Events.Poll();
    }

    /// <returns>Why not; null when it is done.</returns>
    public AgentRefusal? Ask(BarSession session, AgentInput input)
    {
        using var lockScope = _centre.Time.Enter();
        var agent = session.Agent;

        // A simulated agent's last call is still to end: the person takes it over.
        if (input is AgentInput.SignIn && agent.SignOutIsDue)
        {
            agent.SignOutIsDue = false;
            return null;
        }

        return agent.Call is { } call ? call.Ask(input) : _centre.Roster.Apply(agent, input);
    }

    /// <returns>Why not; null when it is done.</returns>
    public AgentRefusal? Mute(BarSession session, bool isMuted)
    {
        using var lockScope = _centre.Time.Enter();
        return _centre.Roster.Mute(session.Agent, isMuted);
    }

    /// <returns>Why not; null when it is done.</returns>
    public AgentRefusal? SeekHelp(BarSession session, bool needsHelp)
    {
        using var lockScope = _centre.Time.Enter();
        return _centre.Roster.SeekHelp(session.Agent, needsHelp);
    }

    /// <summary>Calls a customer.</summary>
    /// <returns>Why not; null when the call was begun.</returns>
    public AgentRefusal? CallOut(BarSession session, string number, MediaAbility media)
    {
        using var lockScope = _centre.Time.Enter();
        return _outbound.Begin(session.Agent, number, media);
    }

    /// <summary>A person has answered though no softphone of the agent could ring.</summary>
    /// <returns>Whether it was the first time.</returns>
    public bool AnswersWithoutPhone(BarSession session)
    {
        using var lockScope = _centre.Time.Enter();
        var seat = session.Agent.Seat!;
        var isFirst = !seat.AnsweredWithoutPhone;
        seat.AnsweredWithoutPhone = true;
        return isFirst;
    }

    private IEnumerable<Agent> ColleaguesOf(Agent agent) => agent.Call is QueuedCall call
        ? _centre.Roster.All.Where(
            a => a != agent && a.CanTake(call) && a.Settings.Type.Suits(call.Queue!.Settings.Type))
        : [];

    internal void Close()
    {
        _isClosed = true;
        foreach (var agent in _centre.Roster.All)
        {
            agent.Seat?.Events.Close();
        }
    }

    private EventMailbox<AgentEvent> NewMailbox()
    {
        var events = new EventMailbox<AgentEvent>(
            _centre.Time, new PollLimits(PollHold, EventsPerAnswerMax: 1, WaitingEventsMax), Undelivered)
        {
            Faults = _faults.AtEventsOf(who: null, CecOperation.AgentEvents),
            Breakpoint = new(_faults.Held, CecOperation.AgentEvents, Who: null),
        };
        if (_isClosed)
        {
            events.Close();
        }

        return events;
    }

    private BarSession NewSession(Agent agent, string account, string origin)
    {
        var (tenant, now) = (_centre.Settings.TenantSpaceId, _centre.Time.Now);
        return new BarSession(
            agent.Settings.WorkNo,
            BarToken.Write(tenant, account, now, _random),
            BarToken.Write(tenant, account, now, _random),
            NewSid(now),
            now,
            origin) { Agent = agent };
    }

    // The figure's begins with the milliseconds of a moment some seconds before its sum_atime; what follows is not
    // explained. A page tells sessions apart by it, and a clock may stand still.
    private string NewSid(DateTimeOffset now)
    {
        _sidTail = (_sidTail + SidStep) % SidTails;
        return $"{now.ToUnixTimeMilliseconds()}{_sidTail:d6}";
    }
}
