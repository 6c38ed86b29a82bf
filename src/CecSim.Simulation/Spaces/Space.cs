using CecSim.Guarding;
using CecSim.Simulation.Breakpoints;
using CecSim.Simulation.Channels;
using CecSim.Simulation.Chat;
using CecSim.Simulation.Commands;
using CecSim.Simulation.ConnectionBar;
using CecSim.Simulation.Journal;
using CecSim.Simulation.Outbound;
using CecSim.Simulation.SpaceEvents;
using CecSim.Simulation.Tokens;
using CecSim.Simulation.Supervision;

namespace CecSim.Simulation.Spaces;

/// <summary>
/// A tenant space: one isolated contact centre with its own credentials, users, calls, faults, clock and seed.
/// The same settings, clock and commands give the same answers, byte for byte.
/// </summary>
public sealed class Space : IDisposable
{
    private readonly UserDirectory _users;
    private readonly CallDistributor _distributor;
    private readonly SeededRandom _latencies;

    /// <param name="real">Real time, on which a running space's time is based.</param>
    /// <param name="guard">Where it fails, and nothing else with it, when something that is due throws.</param>
    /// <param name="words">What robots and simulated agents say; null for a few fixed lines.</param>
    /// <param name="before">What goes on from before a reset; null to begin.</param>
    /// <param name="store">Where its commands are kept beyond the process; null for nowhere.</param>
    public Space(
        SpaceSettings settings,
        TimeProvider real,
        ClockSettings clock,
        Guard guard,
        IReplyGenerator? words = null,
        CarriedOverState? before = null,
        ICommandStore? store = null)
    {
        // Two spaces of one seed must not draw alike: they would take each other's tokens and access codes.
        var random = new SeededRandom(settings.Seed).Fork(settings.SeedKey ?? settings.AppKey);
        Settings = settings;
        Time = new SpaceScheduler(real, clock, guard, EndFailed, settings.TimeZone);
        Commands = new CommandLog(Time, store);
        _users = new UserDirectory(Time, settings);
        var accessTokens = before is null ? "access tokens" : $"access tokens {before.ResetsCount}";
        AccessTokens = new AccessTokens(Time, settings, random.Fork(accessTokens));
        MessagingTokens = new MessagingTokens(Time, settings, random.Fork("messaging tokens"), _users);
        Tokens = new HeldTokens(Time, _users, AccessTokens, MessagingTokens);
        _latencies = random.Fork("latency");
        Secrets = [settings.AppSecret, .. settings.Agents.Select(a => a.SipPassword ?? "").Distinct()];
        Masking = new Masking(Secrets);
        Faults = new ArmedFaults(
            Time, settings.Faults, random.Fork("faults"), new HeldMessages(Time, Events, Masking), before?.Faults);

        var agents = settings.Agents.Select(a => new Agent(a, SkillsOf(a, settings.Queues))).ToList();
        var distributor = new CallDistributor(Time, [.. settings.Queues.Select(q => QueueOf(q, agents))]);
        Agents = new AgentRoster(Time, agents, distributor, Events, settings);
        var accessCodes = new AccessCodes(settings.CalledRoutes, random.Fork("calls"));
        Polls = new HeldPolls(Time, _users, Events);
        Monitor = new ClientMonitor(Time, real, settings, _users, before?.Findings ?? new FindingLog(), Events);
        var progress = new CallProgress(Time, settings, accessCodes, Faults, Events, Polls, Monitor);
        var phones = new RegisteredPhones(Time, Agents, Events);
        var people = random.Fork("connection bar");
        var centre = new ContactCentre(
            Time,
            settings,
            random.Fork("conduct"),
            people.Fork("customers"),
            progress,
            Agents,
            phones,
            Faults,
            distributor);
        var rules = new CallRules(settings.Calls, settings.Scripts, random.Fork("scripts"));
        Calls = new ClickToCall(centre, accessCodes, rules);
        Dialled = new DialledCalls(centre, accessCodes, settings.CalledRoutes, Faults);
        _distributor = distributor;
        var outbound = new OutboundCalls(centre);
        Bars = new ConnectionBars(centre, outbound, people, Faults, Monitor);
        QualityChecks = new QualityChecks(centre);
        Phones = new AgentPhones(centre, outbound, Commands);
        var downlink = new ChatDownlink(Time, settings, Faults, Polls, Monitor);
        Chats = new TextChat(centre, downlink, random.Fork("chat"), words ?? new CannedReplies());
        Journal = before?.Journal ?? new JournalRing(settings.Journal);
        Media = new CallMedia(Time, progress, accessCodes, Faults, Monitor, Masking);
        using var lockScope = Time.Enter();
        Agents.Habits.Begin();
    }

    public SpaceSettings Settings { get; private set; }

    public SpaceScheduler Time { get; }

    /// <summary>Why nothing happens in it any more; null while all is well. A reset makes another space.</summary>
    public Failure? Failure => Time.Failure;

    /// <summary>Nothing happens in it any more: what was asked of it threw, and may be done by half.</summary>
    public void Fail(Failure why) => Time.Fail(why);

    /// <summary>How long the next request waits before anything else; zero for not at all.</summary>
    public TimeSpan DrawLatency()
    {
        if (Settings.Latency is not { } latency)
        {
            return TimeSpan.Zero;
        }

        using var lockScope = Time.Enter();
        return latency.Draw(_latencies);
    }

    public AccessTokens AccessTokens { get; }

    public MessagingTokens MessagingTokens { get; }

    public HeldTokens Tokens { get; }

    /// <summary>Where it tells what happens in it.</summary>
    public SpaceEventPublisher Events { get; } = new();

    public AgentRoster Agents { get; }

    public ClickToCall Calls { get; }

    /// <summary>The calls of customers' phones.</summary>
    public DialledCalls Dialled { get; }

    public CallMedia Media { get; }

    /// <summary>Where people do what agents do.</summary>
    public ConnectionBars Bars { get; }

    /// <summary>What quality checkers do.</summary>
    public QualityChecks QualityChecks { get; }

    /// <summary>The phones that agents have registered.</summary>
    public AgentPhones Phones { get; }

    public TextChat Chats { get; }

    public HeldPolls Polls { get; }

    public IReadOnlyList<QueueView> Queues
    {
        get
        {
            using var lockScope = Time.Enter();
            return _distributor.View();
        }
    }

    public ArmedFaults Faults { get; }

    /// <summary>The channels as they are now, in the order of the settings.</summary>
    public IReadOnlyList<ChannelSettings> Channels
    {
        get
        {
            using var lockScope = Time.Enter();
            return [.. _users.Channels];
        }
    }

    /// <summary>Changes a channel until the next reset. What has begun on it goes on.</summary>
    public void Change(string channelId, Func<ChannelSettings, ChannelSettings> change)
    {
        using var lockScope = Time.Enter();
        _users.Change(change(_users.Channels.Single(c => c.Id == channelId)));
    }

    /// <summary>What came in and what went out, as far as the server records it.</summary>
    public JournalRing Journal { get; }

    /// <summary>Puts a request into the journal, and tells those who follow the space.</summary>
    public void Record(JournalDraft draft)
    {
        Journal.Add(draft);
        TellRecorded(draft);
    }

    /// <summary>Marks an answer in the journal that was taken for sent and was not, after all.</summary>
    public void CutShort(JournalId id)
    {
        if (Journal.CutShort(id) is { } draft)
        {
            TellRecorded(draft);
        }
    }

    /// <summary>What came to it since it began, to be done again.</summary>
    public CommandLog Commands { get; }

    /// <summary>What must stand in no record.</summary>
    public IReadOnlyList<string> Secrets { get; }

    /// <summary>Takes secrets out of what is recorded, those of this space too.</summary>
    public Masking Masking { get; }

    /// <summary>What its clients do wrong, as far as the server tells it.</summary>
    public ClientMonitor Monitor { get; }

    /// <summary>
    /// Other rules and faults from now on: for calls that begin, and for requests that come. A call that runs keeps
    /// the rule that it began with; faults that stay the same keep their counts.
    /// </summary>
    /// <param name="scripts">What the rules can run by name; null for what the space was built with.</param>
    public void Replace(
        IReadOnlyList<CallRule> calls,
        IReadOnlyList<FaultRule> faults,
        IReadOnlyDictionary<string, Script>? scripts = null)
    {
        using var lockScope = Time.Enter();
        Settings = Settings with { Calls = calls, Faults = faults, Scripts = scripts ?? Settings.Scripts };
        Calls.Rules = Calls.Rules.With(calls, Settings.Scripts);
        Faults.Replace(faults);
    }

    /// <summary>What its scenario says now, as far as a space that runs can take it.</summary>
    public void Reload(SpaceSettings changed)
    {
        using var lockScope = Time.Enter();
        Commands.Add(new RecordedCommand(CommandKind.Reloaded, Time.Now) { Body = changed.ScenarioText });
        Replace(changed.Calls, changed.Faults, changed.Scripts);
    }

    /// <summary>
    /// The space is about to end: held polls, and later ones at once, get the empty answer, and delays are over.
    /// </summary>
    public void EndPolls()
    {
        using var lockScope = Time.Enter();
        LetEverybodyGo();
        Time.EndWaits();
    }

    /// <summary>The space ends for good: polls as above, and calls together with their media.</summary>
    public void End()
    {
        EndPolls();
        using (Time.Enter())
        {
            Calls.EndAll();
        }

        Dispose();
    }

    public void Dispose() => Time.Dispose();

    private void TellRecorded(JournalDraft draft)
    {
        if (Events.HasSubscriber)
        {
            Events.Publish(new RequestRecorded(draft.At, draft));
        }
    }

    private void EndFailed(Failure why)
    {
        Time.Guard.Run("event of a failed space", () => Events.Publish(new SpaceFailed(Time.Now, why)));
        LetEverybodyGo();
    }

    // Each by itself: in a space that failed there may be one that throws again.
    private void LetEverybodyGo()
    {
        Time.Guard.Run("end of held polls", Faults.Held.End);
        Time.Guard.Run("end of held polls", () => Calls.Close(_users.All));
        Time.Guard.Run("end of held polls", () => Chats.Close(_users.All));
        Time.Guard.Run("end of held polls", () => Bars.Close());
    }

    private static IReadOnlyList<AgentSkill> SkillsOf(AgentSettings agent, IReadOnlyList<QueueSettings> queues) =>
        agent.Skills ?? [.. queues.Where(q => agent.Type.Suits(q.Type)).Select(q => new AgentSkill(q.Name))];

    private static SkillQueue QueueOf(QueueSettings queue, IEnumerable<Agent> agents) =>
        new(queue, [.. agents.Where(a => a.Skills.ContainsKey(queue.Name))]);
}
