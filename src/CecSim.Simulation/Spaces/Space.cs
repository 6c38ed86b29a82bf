using CecSim.Guarding;
using CecSim.Simulation.Agents;
using CecSim.Simulation.Calls;
using CecSim.Simulation.Channels;
using CecSim.Simulation.Chat;
using CecSim.Simulation.Clock;
using CecSim.Simulation.ConnectionBar;
using CecSim.Simulation.Faults;
using CecSim.Simulation.Findings;
using CecSim.Simulation.Journal;
using CecSim.Simulation.News;
using CecSim.Simulation.Polls;
using CecSim.Simulation.Queues;
using CecSim.Simulation.Scripts;
using CecSim.Simulation.Tokens;
using CecSim.Simulation.Users;

namespace CecSim.Simulation.Spaces;

/// <summary>
/// A tenant space: one isolated contact centre with its own credentials, users, calls, faults, clock and seed.
/// The same settings, clock and commands give the same answers, byte for byte.
/// </summary>
public sealed class Space : IDisposable
{
    private readonly UserDirectory _users;
    private readonly Distribution _distribution;

    /// <param name="real">Real time, on which a running space's time is based.</param>
    /// <param name="guard">Where it fails, and nothing else with it, when something that is due throws.</param>
    /// <param name="words">What robots and simulated agents say; null for a few fixed lines.</param>
    /// <param name="before">What goes on from before a reset; null to begin.</param>
    public Space(
        SpaceSettings settings,
        TimeProvider real,
        ClockSettings clock,
        Guard guard,
        IChatWords? words = null,
        SpaceRemains? before = null)
    {
        // Two spaces of one seed must not draw alike: they would take each other's tokens and access codes.
        var draws = new Draws(settings.Seed).Fork(settings.AppKey);
        Settings = settings;
        Time = new Timeline(real, clock, guard, LetEverybodyGo, settings.TimeZone);
        _users = new UserDirectory(Time, settings);
        var accessTokens = before is null ? "access tokens" : $"access tokens {before.ResetsCount}";
        AccessTokens = new AccessTokens(Time, settings, draws.Fork(accessTokens));
        MessagingTokens = new MessagingTokens(Time, settings, draws.Fork("messaging tokens"), _users);
        Faults = new ArmedFaults(Time, settings.Faults, draws.Fork("faults"), before?.Faults);

        var agents = settings.Agents.Select(a => new Agent(a, SkillsOf(a, settings.Queues))).ToList();
        Agents = new AgentRoster(Time, agents, News);
        var distribution = new Distribution(Time, [.. settings.Queues.Select(q => QueueOf(q, agents))]);
        var accessCodes = new AccessCodes(settings.CalledRoutes, draws.Fork("calls"));
        var progress = new CallProgress(Time, settings, accessCodes, Faults, News);
        var centre = new ContactCentre(Time, settings, draws.Fork("conduct"), progress, Agents, distribution);
        var rules = new CallRules(settings.Calls, settings.Scripts, draws.Fork("scripts"));
        Calls = new ClickToCall(centre, accessCodes, rules);
        Polls = new HeldPolls(Time, _users, News);
        _distribution = distribution;
        Media = new CallMedia(Time, progress, accessCodes, Faults);
        Bars = new ConnectionBars(centre, draws.Fork("connection bar"), Faults);
        Chats = new TextChat(centre, Faults, draws.Fork("chat"), words ?? new FewWords());
        Journal = before?.Journal ?? new JournalRing(settings.Journal);
        Secrets = [settings.AppSecret, .. settings.Agents.Select(a => a.SipPassword ?? "").Distinct()];
        Masking = new Masking(Secrets);
        Watch = new ClientWatch(Time, real, settings.FindingLimits, _users, before?.Findings ?? new FindingLog());
        TellNewsOf(progress);
        progress.Mailboxes.EventDropped = user => Watch.EventDropped(user, PollKind.ClickToCall);
        Bars.OpenedTwice = session => Watch.Log.Add(FindingKind.BarOpenTwice, new FindingCase(
            Time.Now, Entry: null, User: null, $"agent {session.WorkNo}"));
        Chats.EventDropped = user => Watch.EventDropped(user, PollKind.Chat);
        Media.Refused = (refusal, invited, user) =>
            Watch.InviteRefused(user, InviteRules.Judge(refusal, invited, Media.Domain), Masking);
        using var turn = Time.Enter();
        centre.Habits.Begin();
    }

    public SpaceSettings Settings { get; private set; }

    public Timeline Time { get; }

    /// <summary>Why nothing happens in it any more; null while all is well. A reset makes another space.</summary>
    public Failure? Failure => Time.Failure;

    public AccessTokens AccessTokens { get; }

    public MessagingTokens MessagingTokens { get; }

    /// <summary>Where it tells what happens in it.</summary>
    public NewsDesk News { get; } = new();

    public AgentRoster Agents { get; }

    public ClickToCall Calls { get; }

    public CallMedia Media { get; }

    /// <summary>Where people do what agents do.</summary>
    public ConnectionBars Bars { get; }

    public TextChat Chats { get; }

    public HeldPolls Polls { get; }

    public IReadOnlyList<QueueView> Queues
    {
        get
        {
            using var turn = Time.Enter();
            return _distribution.View();
        }
    }

    public ArmedFaults Faults { get; }

    /// <summary>The channels as they are now, in the order of the settings.</summary>
    public IReadOnlyList<ChannelSettings> Channels
    {
        get
        {
            using var turn = Time.Enter();
            return [.. _users.Channels];
        }
    }

    /// <summary>Changes a channel until the next reset. What has begun on it goes on.</summary>
    public void Change(string channelId, Func<ChannelSettings, ChannelSettings> change)
    {
        using var turn = Time.Enter();
        _users.Change(change(_users.Channels.Single(c => c.Id == channelId)));
    }

    /// <summary>What came in and what went out, as far as the server records it.</summary>
    public JournalRing Journal { get; }

    /// <summary>What must stand in no record.</summary>
    public IReadOnlyList<string> Secrets { get; }

    /// <summary>Takes secrets out of what is recorded, those of this space too.</summary>
    public Masking Masking { get; }

    /// <summary>What its clients do wrong, as far as the server tells it.</summary>
    public ClientWatch Watch { get; }

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
        using var turn = Time.Enter();
        Settings = Settings with { Calls = calls, Faults = faults, Scripts = scripts ?? Settings.Scripts };
        Calls.Rules = Calls.Rules.With(calls, Settings.Scripts);
        Faults.Replace(faults);
    }

    /// <summary>
    /// The space is about to end: held polls, and later ones at once, get the empty answer, and delays are over.
    /// </summary>
    public void EndPolls()
    {
        using var turn = Time.Enter();
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

    // Each by itself: in a space that failed there may be one that throws again.
    private void LetEverybodyGo()
    {
        Time.Guard.Run("end of held polls", () => Calls.Close(_users.All));
        Time.Guard.Run("end of held chat polls", () => Chats.Close(_users.All));
        Time.Guard.Run("end of connection bars", () => Bars.Close());
    }

    // Journal and findings outlive a reset; what is new in them is told by the space that has them now.
    private void TellNewsOf(CallProgress progress)
    {
        progress.Mailboxes.WaitChanged = (user, poll) => Polls.Tell(PollKind.ClickToCall, user, poll);
        Chats.WaitChanged = (user, poll) => Polls.Tell(PollKind.Chat, user, poll);
        Journal.Told = draft =>
        {
            if (News.IsFollowed)
            {
                News.Tell(new RequestRecorded(draft.At, draft));
            }
        };
        Watch.Log.Told = (kind, found) => News.Tell(new FindingNoted(FindingRule.Of(kind), found));
    }

    private static IReadOnlyList<AgentSkill> SkillsOf(AgentSettings agent, IReadOnlyList<QueueSettings> queues) =>
        agent.Skills ?? [.. queues.Where(q => agent.Type.Suits(q.Type)).Select(q => new AgentSkill(q.Name))];

    private static SkillQueue QueueOf(QueueSettings queue, IEnumerable<Agent> agents) =>
        new(queue, [.. agents.Where(a => a.Skills.ContainsKey(queue.Name))]);
}
