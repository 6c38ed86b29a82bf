namespace CecSim.Control.Contracts;

/// <summary>The agents of a space.</summary>
/// <param name="Agents">By work number.</param>
public sealed record AgentList(IReadOnlyList<AgentDetails> Agents);

/// <summary>An agent.</summary>
/// <param name="WorkNo">The work number.</param>
/// <param name="Name">What customers see; null where the scenario gives none.</param>
/// <param name="Type">What it can process.</param>
/// <param name="Role">What it may do.</param>
/// <param name="State">What it does.</param>
/// <param name="Queues">The queues that it serves.</param>
/// <param name="CallWith">Whose call it has, from ringing on; null when it has none.</param>
/// <param name="ChatsWith">Whose text sessions it holds.</param>
/// <param name="MobileNumber">Its mobile or fixed-line number; null where the scenario gives none.</param>
/// <param name="Anonymized">Whether others shall not see its number.</param>
/// <param name="Intelligent">Whether it is one of the tenant's intelligent agents.</param>
/// <param name="SinglePhone">Whether it may sign in by a phone.</param>
/// <param name="Muted">Whether the customer of its call does not hear it.</param>
/// <param name="NeedsHelp">Whether it asks for help with its call.</param>
public sealed record AgentDetails(
    int WorkNo,
    string? Name,
    AgentType Type,
    AgentRole Role,
    AgentState State,
    IReadOnlyList<string> Queues,
    string? CallWith,
    IReadOnlyList<string> ChatsWith,
    string? MobileNumber,
    bool Anonymized,
    bool Intelligent,
    bool SinglePhone,
    bool Muted,
    bool NeedsHelp);

/// <summary>What an action needs besides its name; most need nothing.</summary>
/// <param name="Reason">Of <c>not-ready</c> and <c>rest</c>: a documented reason; null for the usual one.</param>
/// <param name="For">Of <c>rest</c>: how long it may take, as in <c>10m</c>; null for ten minutes.</param>
/// <param name="UserId">Of <c>write</c> and <c>end</c>: whose text session.</param>
/// <param name="Text">Of <c>write</c>: what the agent writes.</param>
/// <param name="Queue">Of <c>transfer</c> and <c>consult</c>: the queue that gets the call.</param>
/// <param name="Agent">
/// Of <c>transfer</c> and <c>consult</c>: the work number of the agent who gets the call; of what a quality checker
/// does: of the agent to whom.
/// </param>
/// <param name="Number">Of <c>transfer</c> and <c>consult</c>: the number that gets it.</param>
/// <param name="Ivr">Of <c>transfer</c> and <c>consult</c>: the IVR flow that gets it.</param>
public sealed record AgentAction(
    int? Reason = null,
    string? For = null,
    string? UserId = null,
    string? Text = null,
    string? Queue = null,
    int? Agent = null,
    string? Number = null,
    string? Ivr = null);

/// <summary>What an agent does.</summary>
[JsonConverter(typeof(EnumWordConverter<AgentState>))]
public enum AgentState
{
    /// <summary>A state that this client does not know.</summary>
    Unknown,

    /// <summary>It is not there.</summary>
    SignedOut,

    /// <summary>Idle: it takes the next call.</summary>
    Ready,

    /// <summary>Busy, by its own or another's will.</summary>
    NotReady,

    /// <summary>It rests.</summary>
    Resting,

    /// <summary>It wraps up by its own wish, until it ends it.</summary>
    Working,

    /// <summary>It calls a customer, who has not answered.</summary>
    Dialing,

    /// <summary>A call rings.</summary>
    Ringing,

    /// <summary>It is in a call.</summary>
    Talking,

    /// <summary>Its call is on hold.</summary>
    Holding,

    /// <summary>Its call is over, and it is not offered another yet.</summary>
    WrapUp,
}

/// <summary>What an agent can process.</summary>
[JsonConverter(typeof(EnumWordConverter<AgentType>))]
public enum AgentType
{
    /// <summary>A type that this client does not know.</summary>
    Unknown,

    /// <summary>Calls with sound.</summary>
    Voice,

    /// <summary>Calls with pictures.</summary>
    Video,

    /// <summary>Text sessions.</summary>
    Multimedia,

    /// <summary>All of it.</summary>
    Versatile,
}

/// <summary>What an agent may do.</summary>
[JsonConverter(typeof(EnumWordConverter<AgentRole>))]
public enum AgentRole
{
    /// <summary>A role that this client does not know.</summary>
    Unknown,

    /// <summary>What every agent may.</summary>
    Common,

    /// <summary>It listens to others too.</summary>
    QualityChecker,

    /// <summary>It calls customers, and may decline.</summary>
    Callout,
}
