namespace CecSim.Control.Contracts;

/// <summary>The calls that live and the last ones that ended.</summary>
/// <param name="Calls">The oldest first.</param>
/// <param name="Total">How many there are of which they are the latest, where no more were asked for.</param>
public sealed record CallList(IReadOnlyList<CallDetails> Calls, int Total);

/// <summary>A click-to-call.</summary>
/// <param name="Id">What to call it in other requests.</param>
/// <param name="State">How far it is.</param>
/// <param name="UserId">Whose call it is.</param>
/// <param name="ChannelId">The user's channel.</param>
/// <param name="Media">What it was asked for with.</param>
/// <param name="AccessCode">The number that its client is given to call.</param>
/// <param name="Created">When it was created.</param>
/// <param name="Queue">The queue that it waits in or was served from; null where a script decides.</param>
/// <param name="Place">Its place in the queue, from 1; null when it does not wait.</param>
/// <param name="WorkNo">The agent who has it; null when none has.</param>
/// <param name="Events">What its client was told, or is to be told at its next poll.</param>
/// <param name="Ivr">The IVR flow that it is in, or that plays while it waits; null when it is in none.</param>
/// <param name="IvrStep">
/// The step of that flow: <c>2</c> for the second, <c>2/on/1/3</c> for the third behind its answer 1,
/// <c>2/otherwise/1</c> for the first where no answer was right.
/// </param>
public sealed record CallDetails(
    long Id,
    CallState State,
    string UserId,
    string ChannelId,
    CallMedium Media,
    string AccessCode,
    DateTimeOffset Created,
    string? Queue,
    int? Place,
    int? WorkNo,
    IReadOnlyList<CallEventDetails> Events,
    string? Ivr = null,
    string? IvrStep = null);

/// <summary>One event of a call.</summary>
/// <param name="Number">Its number among all call events of the space.</param>
/// <param name="EventId">The <c>eventId</c> that its client reads, for example 168101.</param>
/// <param name="Name">Its name in a scenario's script.</param>
/// <param name="At">When it came.</param>
/// <param name="CauseId">Why the call ended, as a code; null for other events.</param>
/// <param name="CauseDesc">Why the call ended, in words; null for other events.</param>
public sealed record CallEventDetails(
    long Number, int EventId, CallEventName Name, DateTimeOffset At, int? CauseId, string? CauseDesc);

/// <summary>An event to let come to a call.</summary>
/// <param name="Event">A step of a scenario's script, as in <c>"connected"</c>, or an event id.</param>
/// <param name="ResultDesc">With an event id: its text; null for the documented one.</param>
public sealed record EventPush(JsonElement Event, string? ResultDesc = null);

/// <summary>How far a call is.</summary>
[JsonConverter(typeof(EnumWordConverter<CallState>))]
public enum CallState
{
    /// <summary>A state that this client does not know.</summary>
    Unknown,

    /// <summary>It was asked for, and nothing has come of it yet.</summary>
    Created,

    /// <summary>It waits in a queue.</summary>
    Queuing,

    /// <summary>It has an agent, or the script says so.</summary>
    Connected,

    /// <summary>Its client dropped it; only its end is to come.</summary>
    Dropped,

    /// <summary>It is over.</summary>
    Ended,
}

/// <summary>What a call is asked for with.</summary>
[JsonConverter(typeof(EnumWordConverter<CallMedium>))]
public enum CallMedium
{
    /// <summary>One that this client does not know.</summary>
    Unknown,

    /// <summary>Sound alone.</summary>
    Voice,

    /// <summary>Sound and pictures.</summary>
    Video,
}

/// <summary>The events of a call, by their names in a scenario's script.</summary>
[JsonConverter(typeof(CallEventNameConverter))]
public enum CallEventName
{
    /// <summary>One with an <c>eventId</c> that no document knows, or that this client does not know.</summary>
    Unknown,

    /// <summary>168101: it has an agent.</summary>
    Connected,

    /// <summary>168102: it waits in a queue.</summary>
    Queued,

    /// <summary>168103: it has waited too long.</summary>
    QueueTimeout,

    /// <summary>168105: it could not be connected.</summary>
    Failed,

    /// <summary>168106: it goes to another agent or queue.</summary>
    Transferred,

    /// <summary>168110: it is over.</summary>
    Released,
}

/// <summary>An event that only a script has is called <c>unknown</c> on the wire too.</summary>
public sealed class CallEventNameConverter : EnumWordConverter<CallEventName>
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Words =>
        [EnumWords.Of(CallEventName.Unknown), .. EnumWords.All<CallEventName>()];
}
