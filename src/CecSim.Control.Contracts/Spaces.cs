namespace CecSim.Control.Contracts;

/// <summary>The spaces of a server.</summary>
/// <param name="Spaces">In the order of their creation.</param>
/// <param name="Scenarios">What a space can be made from by name: what the server was started with comes first.</param>
public sealed record SpaceList(IReadOnlyList<SpaceDetails> Spaces, IReadOnlyList<string> Scenarios);

/// <summary>A space, with all that a CEC client needs to use it.</summary>
/// <param name="Name">Its name on the server.</param>
/// <param name="Scenario">The scenario that it was made from.</param>
/// <param name="Profile">The CEC version that it imitates.</param>
/// <param name="Seed">Where its random draws and ids come from.</param>
/// <param name="AppKey">The <c>app_key</c> of tokenByAkSk, and the header <c>x-app-key</c>.</param>
/// <param name="AppSecret">The <c>app_secret</c> of tokenByAkSk.</param>
/// <param name="TenantSpaceId">The tenant space id.</param>
/// <param name="ChannelIds">The <c>channelId</c>s of applyToken.</param>
/// <param name="Addresses">Where its server listens.</param>
/// <param name="Clock">Its time.</param>
/// <param name="State">Whether anything happens in it.</param>
/// <param name="Why">What it failed by; null while it runs.</param>
public sealed record SpaceDetails(
    string Name,
    string Scenario,
    string Profile,
    ulong Seed,
    string AppKey,
    string AppSecret,
    string TenantSpaceId,
    IReadOnlyList<string> ChannelIds,
    IReadOnlyList<string> Addresses,
    ClockState Clock,
    SpaceState State,
    string? Why);

/// <summary>What to make a space from: a scenario by name or as text, or neither for the demo contact centre.</summary>
public sealed record NewSpace
{
    /// <summary>The name of a scenario that the server was started with, or of one that is shipped.</summary>
    public string? Scenario { get; init; }

    /// <summary>The text of a scenario, YAML or JSON.</summary>
    public string? Inline { get; init; }

    /// <summary>What complaints about <see cref="Inline"/> call it, as in <c>shop.yaml</c>; null for inline.</summary>
    public string? InlineName { get; init; }

    /// <summary>A name of one's own; null for the scenario's, with a number where that is taken.</summary>
    public string? Name { get; init; }

    /// <summary>Whether the space gets credentials of its own even where the scenario names some.</summary>
    public bool OwnCredentials { get; init; }

    /// <summary>How its time begins; null for what the server gives its spaces.</summary>
    public StartClock? Clock { get; init; }
}

/// <summary>What of a space begins anew.</summary>
/// <param name="Scope">How much.</param>
public sealed record ResetRequest(ResetScope Scope = ResetScope.All);

/// <summary>Whether anything happens in a space.</summary>
[JsonConverter(typeof(EnumWordConverter<SpaceState>))]
public enum SpaceState
{
    /// <summary>A state that this client does not know.</summary>
    Unknown,

    /// <summary>It does.</summary>
    Running,

    /// <summary>Nothing happens any more, until a reset.</summary>
    Failed,
}

/// <summary>How much of a space begins anew.</summary>
[JsonConverter(typeof(EnumWordConverter<ResetScope>))]
public enum ResetScope
{
    /// <summary>A part that is not known here.</summary>
    Unknown,

    /// <summary>Users, tokens, calls, chats, queues and agents; time, faults, journal and findings go on.</summary>
    State,

    /// <summary>The journal and the findings are empty again.</summary>
    Journal,

    /// <summary>The faults are those of the scenario again, and count from the beginning.</summary>
    Faults,

    /// <summary>Time runs, or stands still, as it did at the beginning. It never goes back.</summary>
    Clock,

    /// <summary>Everything, time too: the space is as it was at its creation.</summary>
    All,
}
