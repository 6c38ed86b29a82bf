using CecSim.Simulation.Agents;
using CecSim.Simulation.Calls;
using CecSim.Simulation.Chat;
using CecSim.Simulation.Clock;
using CecSim.Simulation.ConnectionBar;
using CecSim.Simulation.Faults;
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
    /// <param name="words">What robots and simulated agents say; null for a few fixed lines.</param>
    /// <param name="resetsCount">How often it was reset while its time went on: tokens of before mean nothing.</param>
    /// <param name="faults">The faults of before the reset; null for those of the settings.</param>
    public Space(
        SpaceSettings settings,
        TimeProvider real,
        ClockSettings clock,
        IChatWords? words = null,
        int resetsCount = 0,
        ArmedFaults? faults = null)
    {
        // Two spaces of one seed must not draw alike: they would take each other's tokens and access codes.
        var draws = new Draws(settings.Seed).Fork(settings.AppKey);
        Settings = settings;
        Time = new Timeline(real, clock);
        _users = new UserDirectory(Time, settings);
        var accessTokens = resetsCount == 0 ? "access tokens" : $"access tokens {resetsCount}";
        AccessTokens = new AccessTokens(Time, settings, draws.Fork(accessTokens));
        MessagingTokens = new MessagingTokens(Time, settings, draws.Fork("messaging tokens"), _users);
        Faults = new ArmedFaults(Time, settings.Faults, draws.Fork("faults"), faults);

        var agents = settings.Agents.Select(a => new Agent(a, SkillsOf(a, settings.Queues))).ToList();
        Agents = new AgentRoster(Time, agents);
        var distribution = new Distribution(Time, [.. settings.Queues.Select(q => QueueOf(q, agents))]);
        var accessCodes = new AccessCodes(settings.CalledRoutes, draws.Fork("calls"));
        var progress = new CallProgress(Time, settings, accessCodes, Faults);
        var centre = new ContactCentre(Time, settings, draws.Fork("conduct"), progress, Agents, distribution);
        var rules = new CallRules(settings.Calls, settings.Scripts, draws.Fork("scripts"));
        Calls = new ClickToCall(centre, accessCodes, rules);
        Polls = new HeldPolls(Time, _users);
        _distribution = distribution;
        Media = new CallMedia(Time, progress, accessCodes);
        Bars = new ConnectionBars(centre, draws.Fork("connection bar"), Faults);
        Chats = new TextChat(centre, Faults, draws.Fork("chat"), words ?? new FewWords());
        using var turn = Time.Enter();
        centre.Habits.Begin();
    }

    public SpaceSettings Settings { get; private set; }

    public Timeline Time { get; }

    public AccessTokens AccessTokens { get; }

    public MessagingTokens MessagingTokens { get; }

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
        Calls.Close(_users.All);
        Chats.Close(_users.All);
        Bars.Close();
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

    private static IReadOnlyList<AgentSkill> SkillsOf(AgentSettings agent, IReadOnlyList<QueueSettings> queues) =>
        agent.Skills ?? [.. queues.Where(q => agent.Type.Suits(q.Type)).Select(q => new AgentSkill(q.Name))];

    private static SkillQueue QueueOf(QueueSettings queue, IEnumerable<Agent> agents) =>
        new(queue, [.. agents.Where(a => a.Skills.ContainsKey(queue.Name))]);
}
