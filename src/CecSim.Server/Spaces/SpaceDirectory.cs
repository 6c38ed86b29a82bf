using System.Collections.Concurrent;
using CecSim.Guarding;
using CecSim.Server.Persistence;
using CecSim.Simulation.Calls;
using CecSim.Simulation.Clock;

namespace CecSim.Server.Spaces;

/// <summary>
/// The spaces of this server, found by what CEC clients send anyway: the app key. They come and go while it runs.
/// </summary>
public sealed class SpaceDirectory : IDisposable
{
    public const int SpacesMax = 1_000;

    /// <summary>Of all spaces together: what a space costs is above all its agents.</summary>
    public const int AgentsMax = 100_000;

    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<string, HostedSpace> _byName = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, HostedSpace> _byAppKey = new(StringComparer.Ordinal);
    private readonly BogusReplies _words = new();
    private readonly TimeProvider _real;
    private readonly ClockSettings _clock;
    private readonly Guard _guard;
    private readonly ISpaceStore? _store;
    private readonly Lazy<Space> _nobody;
    private readonly ConcurrentDictionary<string, IReadOnlyList<(HostedSpace, string)>> _bySipAccount =
        new(StringComparer.Ordinal);

    private volatile IReadOnlyList<HostedSpace> _hosted = [];
    private HostedSpace? _first;
    private long _addedCount;
    private long _agentsCount;
    private readonly List<(string, string)> _notRestored = [];

    public SpaceDirectory(IEnumerable<SpaceSettings> settings, TimeProvider real, ClockSettings clock, Guard guard)
        : this(settings, real, clock, guard, store: null)
    {
    }

    /// <param name="store">Where spaces outlive the process; null for nowhere.</param>
    internal SpaceDirectory(
        IEnumerable<SpaceSettings> settings, TimeProvider real, ClockSettings clock, Guard guard, ISpaceStore? store)
    {
        _store = store;
        _real = real;
        _clock = clock;
        _guard = guard;
        _nobody = new Lazy<Space>(() => new Space(new SpaceSettings(), real, ClockSettings.Frozen, guard, _words));
        Templates = [.. settings];
        foreach (var stored in store?.Stored ?? [])
        {
            AddStored(stored);
        }

        // A space that was kept goes on as it stood, whatever its scenario says by now.
        foreach (var space in Templates.Where(t => Find(t.Name) is null))
        {
            if (Add(space.Name, space, clock) is (null, var why))
            {
                throw new ArgumentException($"The space {space.Name} cannot be served beside the others: {why}.");
            }
        }
    }

    /// <summary>Spaces that were kept and are not made again: their names, and why not.</summary>
    internal IReadOnlyList<(string Name, string Why)> NotRestored => _notRestored;

    /// <summary>What the server was started with: spaces can be made after it by name.</summary>
    public IReadOnlyList<SpaceSettings> Templates { get; }

    /// <summary>How a space's time begins when nothing else is said.</summary>
    public ClockSettings Clock => _clock;

    /// <summary>In the order of creation.</summary>
    public IReadOnlyList<HostedSpace> Hosted => _hosted;

    public IReadOnlyList<Space> All => [.. Hosted.Select(s => s.Space)];

    /// <summary>Whose wording is used where a request names no space.</summary>
    public Space First => _first?.Space ?? _nobody.Value;

    /// <summary>The space of a server that has but one; null for none and for several.</summary>
    public Space? Only => _byName.Count == 1 ? _first?.Space : null;

    public HostedSpace? Find(string name) => _byName.GetValueOrDefault(name);

    public Space? FindByAppKey(string appKey) => _byAppKey.GetValueOrDefault(appKey)?.Space;

    /// <returns>The oldest space of that id; null when there is none.</returns>
    public Space? FindByTenant(string tenantSpaceId) =>
        Hosted.FirstOrDefault(s => s.Settings.TenantSpaceId == tenantSpaceId)?.Space;

    /// <summary>The accounts of agents' softphones of that name, of all spaces.</summary>
    public IReadOnlyList<(HostedSpace Space, string Password)> FindSipAccounts(string user) =>
        _bySipAccount.GetValueOrDefault(user, []);

    /// <summary>The name itself when it is free, else the name with the first free number.</summary>
    public string FreeName(string wished)
    {
        var name = wished;
        for (var number = 2; _byName.ContainsKey(name); number++)
        {
            name = $"{wished}-{number}";
        }

        return name;
    }

    /// <param name="scenario">What the space is made from.</param>
    /// <returns>The space, or why there is none.</returns>
    public (HostedSpace? Space, SpaceRefusal Why) Add(string scenario, SpaceSettings settings, ClockSettings clock)
    {
        var agents = settings.Agents.Count + (settings.Population?.Count ?? 0);
        lock (_gate)
        {
            if (WhyNot(settings, agents) is { } why)
            {
                return (null, why);
            }

            var starts = clock with { StartsAt = clock.StartsAt ?? _real.GetUtcNow() };
            ISpaceLog? log;
            try
            {
                log = _store?.Begin(SpaceOrigin.Of(settings, scenario, clock, starts.StartsAt.Value));
            }
            catch (IOException)
            {
                return (null, SpaceRefusal.CannotBeKept);
            }

            return (Add(new HostedSpace(
                ++_addedCount,
                scenario,
                AgentPopulations.Fill(settings),
                _real,
                starts,
                _guard,
                _words,
                log,
                afterReset: clock)), default);
        }
    }

    private void AddStored(StoredSpace stored)
    {
        var origin = stored.Origin;
        var settings = origin.ReadSettings();
        var agents = settings is null ? 0 : settings.Agents.Count + (settings.Population?.Count ?? 0);
        if (settings is null || WhyNot(settings, agents) is not null)
        {
            _notRestored.Add((origin.Name, settings is null
                ? "its scenario or its profile is none that this build knows"
                : $"{WhyNot(settings, agents)}"));
            return;
        }

        Add(new HostedSpace(
            ++_addedCount,
            origin.Template,
            AgentPopulations.Fill(settings),
            _real,
            ClockSettings.Frozen with { StartsAt = origin.StartedAt },
            _guard,
            _words,
            _store!.GoOn(stored),
            afterReset: origin.Clock));
    }

    private HostedSpace Add(HostedSpace space)
    {
        _byName[space.Name] = space;
        _byAppKey[space.Settings.AppKey] = space;
        _agentsCount += space.Settings.Agents.Count;
        _hosted = [.. _hosted, space];
        foreach (var agent in space.Settings.Agents)
        {
            if (agent is { SipAccount: { } account, SipPassword: { } password })
            {
                _bySipAccount[account] = [.. FindSipAccounts(account), (space, password)];
            }
        }

        _first ??= space;
        return space;
    }

    /// <summary>A space that no client can reach, for whoever disposes it.</summary>
    public HostedSpace MakeAside(SpaceSettings settings, ClockSettings clock) =>
        new(number: 0, settings.Name, AgentPopulations.Fill(settings), _real, clock, _guard, _words);

    /// <summary>Its held polls get the empty answer; who comes later meets an unknown app key.</summary>
    /// <returns>False when there is no such space.</returns>
    public bool Remove(string name)
    {
        lock (_gate)
        {
            if (!_byName.TryRemove(name, out var space))
            {
                return false;
            }

            _byAppKey.TryRemove(space.Settings.AppKey, out _);
            _agentsCount -= space.Settings.Agents.Count;
            _hosted = [.. _hosted.Where(s => s != space)];
            foreach (var account in space.Settings.Agents.Select(a => a.SipAccount).OfType<string>())
            {
                ForgetSipAccount(account, space);
            }

            if (_first == space)
            {
                _first = _byName.Values.MinBy(s => s.Number);
            }

            space.Dispose();
            space.Log?.Delete();
            return true;
        }
    }

    /// <summary>
    /// Whose call an INVITE is for. Spaces of one tenant space id share a domain, and who got the domain wrong is known
    /// by the number, or by being alone here.
    /// </summary>
    public Space? FindByRoute(GatewayRoute route)
    {
        var all = All;
        var ofDomain = all
            .Where(s => s.Media.Domain.Equals(route.Domain, StringComparison.OrdinalIgnoreCase))
            .ToList();
        return ofDomain.Find(Expects) ?? ofDomain.FirstOrDefault()
            ?? all.FirstOrDefault(Expects)
            ?? (all is [var only] ? only : null);

        bool Expects(Space space) => space.Media.Expects(route.AccessCode) || space.Dialled.Has(route.AccessCode);
    }

    public void Dispose()
    {
        foreach (var space in _byName.Values)
        {
            space.Dispose();
        }

        if (_nobody.IsValueCreated)
        {
            _nobody.Value.Dispose();
        }
    }

    private void ForgetSipAccount(string account, HostedSpace space)
    {
        IReadOnlyList<(HostedSpace, string)> left = [.. FindSipAccounts(account).Where(a => a.Space != space)];
        if (left.Count > 0)
        {
            _bySipAccount[account] = left;
        }
        else
        {
            _bySipAccount.TryRemove(account, out _);
        }
    }

    private SpaceRefusal? WhyNot(SpaceSettings settings, int agents) =>
        _byName.ContainsKey(settings.Name) ? SpaceRefusal.NameTaken
        : _byAppKey.ContainsKey(settings.AppKey) ? SpaceRefusal.CredentialsTaken
        : _byName.Count >= SpacesMax ? SpaceRefusal.TooManySpaces
        : _agentsCount + agents > AgentsMax ? SpaceRefusal.TooManyAgents
        : null;
}
