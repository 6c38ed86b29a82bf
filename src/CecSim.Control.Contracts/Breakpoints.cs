namespace CecSim.Control.Contracts;

/// <summary>
/// What stands at the breakpoints of a space: faults of the kinds <c>pause</c>, <c>pauseEvent</c> and
/// <c>pauseInvite</c>.
/// </summary>
/// <param name="Held">In the order in which they came.</param>
/// <param name="Passed">How many went on because 100 stood already.</param>
public sealed record BreakpointList(IReadOnlyList<HeldMessage> Held, long Passed);

/// <summary>A message that stands at a breakpoint until somebody lets it go. Secrets are masked.</summary>
/// <param name="Id">What to call it in other requests, as in <c>request-3</c>.</param>
/// <param name="Stage">How far it has come.</param>
/// <param name="Operation">The request's; the poll's that an event is for; <c>invite</c> or <c>phone</c>.</param>
/// <param name="UserId">Whose it is; null when that is not known.</param>
/// <param name="ChannelId">The user's channel.</param>
/// <param name="Since">When it came there, in the space's time.</param>
/// <param name="Method">Of the request, or INVITE; null for an event.</param>
/// <param name="Target">The path with its query, or the Request-URI; null for an event.</param>
/// <param name="Status">Of an answer; null for anything else.</param>
/// <param name="Headers">Of the answer, where it is one; else of the request.</param>
/// <param name="Body">
/// Of the answer, where it is one; else of the request, which may be cut. A call's event as JSON, a chat's as its text,
/// an agent's as its name. Null for none.
/// </param>
public sealed record HeldMessage(
    string Id,
    PauseStage Stage,
    string Operation,
    string? UserId,
    string? ChannelId,
    DateTimeOffset Since,
    string? Method,
    string? Target,
    int? Status,
    IReadOnlyList<JournalHeader> Headers,
    JournalBody? Body);

/// <summary>What a message at a breakpoint is let go with; nothing to let it go as it is.</summary>
/// <param name="Status">
/// Of a request: the answer that it gets, 200 where only the rest is said. Of an answer: its other status. Both are 200
/// to 599. Of an INVITE: what it is refused with, 300 to 699.
/// </param>
/// <param name="Body">
/// The body of that answer. What stands for a secret in the body that was looked at is the secret again. Of an INVITE:
/// the reason beside its status, one line of up to 100 characters.
/// </param>
/// <param name="ContentType">Of that answer; JSON's, or that which it has, when absent.</param>
public sealed record MessageRelease(int? Status = null, string? Body = null, string? ContentType = null);

/// <summary>How far a message at a breakpoint has come.</summary>
[JsonConverter(typeof(EnumWordConverter<PauseStage>))]
public enum PauseStage
{
    /// <summary>One that this client does not know.</summary>
    Unknown,

    /// <summary>A request, before anyone looks at its credentials.</summary>
    Request,

    /// <summary>The answer to a request, which has had its effect.</summary>
    Answer,

    /// <summary>An event, before a poll is to have it.</summary>
    Event,

    /// <summary>An INVITE, before anyone looks at what it calls, or before a phone gets it.</summary>
    Invite,
}
