namespace CecSim.Control.Contracts;

/// <summary>The long polls that a space holds.</summary>
/// <param name="Polls">The oldest first.</param>
/// <param name="Total">How many there are of which they are the first, where no more were asked for.</param>
public sealed record PollList(IReadOnlyList<HeldPoll> Polls, int Total);

/// <summary>A long poll that waits on the server.</summary>
/// <param name="Id">What to call it in other requests.</param>
/// <param name="Kind">Of which interface.</param>
/// <param name="UserId">Whose poll it is.</param>
/// <param name="ChannelId">The user's channel.</param>
/// <param name="Since">When it came.</param>
/// <param name="Due">When it gets the empty answer; null once its answer is on the way.</param>
/// <param name="ConnectionAborted">The client is gone, and the server is about to notice.</param>
public sealed record HeldPoll(
    string Id,
    PollKind Kind,
    string UserId,
    string ChannelId,
    DateTimeOffset Since,
    DateTimeOffset? Due,
    bool ConnectionAborted);

/// <summary>What a poll is released with; nothing for the empty answer.</summary>
/// <param name="Event">A call event as for a call, or the text of a chat message.</param>
/// <param name="ResultDesc">With an event id: its text; null for the documented one.</param>
public sealed record PollRelease(JsonElement? Event = null, string? ResultDesc = null);

/// <summary>The interfaces that hold polls.</summary>
[JsonConverter(typeof(EnumWordConverter<PollKind>))]
public enum PollKind
{
    /// <summary>One that this client does not know.</summary>
    Unknown,

    /// <summary><c>getClickToCallEvents</c>.</summary>
    ClickToCall,

    /// <summary><c>poll</c>.</summary>
    Chat,
}
