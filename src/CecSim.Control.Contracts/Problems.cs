using System.Collections.Frozen;

namespace CecSim.Control.Contracts;

/// <summary>Problem details (RFC 9457).</summary>
/// <param name="Type">Which problem it is: a code of <see cref="ProblemCode"/> behind <see cref="Prefix"/>.</param>
/// <param name="Title">What went wrong, for people.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">What in particular, and what to do about it.</param>
public sealed record Problem(string? Type, string? Title, int? Status, string? Detail)
{
    /// <summary>What each type of the control API begins with.</summary>
    public const string Prefix = "urn:cecsim:problem:";

    private static readonly FrozenDictionary<string, ProblemCode> Codes = Enum.GetValues<ProblemCode>()
        .Where(c => c != ProblemCode.Unknown)
        .ToFrozenDictionary(TypeOf, StringComparer.Ordinal);

    /// <summary>The word of a code, as in <c>space-unknown</c>.</summary>
    /// <param name="code">The code.</param>
    public static string WordOf(ProblemCode code) => JsonNamingPolicy.KebabCaseLower.ConvertName($"{code}");

    /// <summary>The type of a code, as in <c>urn:cecsim:problem:space-unknown</c>.</summary>
    /// <param name="code">The code.</param>
    public static string TypeOf(ProblemCode code) => Prefix + WordOf(code);

    /// <summary>The code of a type; <c>Unknown</c> for what this client does not know.</summary>
    /// <param name="type">The type, as it came.</param>
    public static ProblemCode CodeOf(string? type) => Codes.GetValueOrDefault(type ?? "");
}

/// <summary>Why the control API would not do what it was asked.</summary>
public enum ProblemCode
{
    /// <summary>Something that this client does not know.</summary>
    Unknown,

    /// <summary>400: the request is not as it must be.</summary>
    BadRequest,

    /// <summary>404: there is no such route, or no such action.</summary>
    RouteUnknown,

    /// <summary>405: the route does not take the method.</summary>
    MethodNotAllowed,

    /// <summary>413: the body is too large.</summary>
    BodyTooLarge,

    /// <summary>415: the body must be JSON.</summary>
    NotJson,

    /// <summary>415: the body must come without a content coding.</summary>
    ContentCoded,

    /// <summary>401: the address takes the control key only.</summary>
    KeyMissing,

    /// <summary>429: too many wrong keys came from there.</summary>
    TooManyWrongKeys,

    /// <summary>403: the Host header names another host.</summary>
    HostForeign,

    /// <summary>403: the request comes from another site's page.</summary>
    OriginForeign,

    /// <summary>404: there is no such space.</summary>
    SpaceUnknown,

    /// <summary>409: the space has failed, and a reset heals it.</summary>
    SpaceFailed,

    /// <summary>
    /// 404: there is no such scenario, neither of those that the server was started with nor shipped.
    /// </summary>
    ScenarioUnknown,

    /// <summary>422: the scenario is not as it must be.</summary>
    ScenarioBroken,

    /// <summary>409: another space has the name.</summary>
    NameTaken,

    /// <summary>409: another space has the credentials.</summary>
    CredentialsTaken,

    /// <summary>409: the server has as many spaces as it may.</summary>
    TooManySpaces,

    /// <summary>409: the server has as many agents as it may.</summary>
    TooManyAgents,

    /// <summary>404: no such poll is held.</summary>
    PollUnknown,

    /// <summary>409: so many requests do not wait.</summary>
    NotWaiting,

    /// <summary>404: there is no such call.</summary>
    CallUnknown,

    /// <summary>409: the user has no call.</summary>
    NoCall,

    /// <summary>409: the call has had no media.</summary>
    NoMedia,

    /// <summary>409: the call is over, or was dropped and may only end.</summary>
    CallOver,

    /// <summary>404: there is no such agent.</summary>
    AgentUnknown,

    /// <summary>409: the agent cannot do that now.</summary>
    AgentRefuses,

    /// <summary>404: there is no such fault.</summary>
    FaultUnknown,

    /// <summary>409: the space has as many faults as it may.</summary>
    TooManyFaults,

    /// <summary>409: the space has as many followers as it may.</summary>
    TooManyFollowers,

    /// <summary>409: as many scenarios wait to be tried as may.</summary>
    TooManyTrials,

    /// <summary>409: a space's time goes no further.</summary>
    ClockEnds,

    /// <summary>400: there is no such provider state.</summary>
    StateUnknown,

    /// <summary>409: the provider state cannot be set up here.</summary>
    StateImpossible,

    /// <summary>404: the journal has no such entry.</summary>
    EntryUnknown,

    /// <summary>409: nothing is recorded.</summary>
    NothingRecorded,

    /// <summary>409: the space cannot be made again as it is.</summary>
    CannotBeRepeated,

    /// <summary>422: the exported space is not as a server exports it.</summary>
    MomentBroken,

    /// <summary>404: nobody has such a token, or it is not good any more.</summary>
    TokenUnknown,

    /// <summary>503: the server does not listen yet, or is about to end.</summary>
    NotReady,

    /// <summary>500: CecSim failed, which is a bug.</summary>
    Bug,

    /// <summary>409: time that is frozen stands as long as a message stands at a breakpoint.</summary>
    TimeStands,

    /// <summary>404: nothing of that name stands at a breakpoint.</summary>
    MessageUnknown,

    /// <summary>409: the call has no such recording, or not yet.</summary>
    NoRecording,

    /// <summary>404: the server keeps no such snapshot.</summary>
    SnapshotUnknown,

    /// <summary>409: the server keeps as many snapshots as it may.</summary>
    TooManySnapshots,

    /// <summary>503: there is no room where spaces are kept.</summary>
    CannotBeKept,
}
