namespace CecSim.Control.Contracts;

/// <summary>Something that has just happened in a space. Besides the moment it has what its kind is about.</summary>
/// <param name="At">When, in the space's time.</param>
public sealed record StreamEvent(DateTimeOffset At)
{
    /// <summary>
    /// A word of <see cref="StreamKind"/>, or one that only a newer server knows. On the wire it is the event's name.
    /// </summary>
    [JsonIgnore]
    public string Kind { get; init; } = "";

    /// <summary>Of <c>following</c>: the space.</summary>
    public string? Space { get; init; }

    /// <summary>Of <c>request</c>: a second time where its answer turned out to be cut short.</summary>
    public JournalEntry? Entry { get; init; }

    /// <summary>Of <c>pollHeld</c> and <c>pollReleased</c>.</summary>
    public HeldPoll? Poll { get; init; }

    /// <summary>Of <c>pollReleased</c>: how many events the answer carries.</summary>
    public int? Events { get; init; }

    /// <summary>Of <c>call</c>: as it is now.</summary>
    public CallChange? Call { get; init; }

    /// <summary>Of <c>callEvent</c>.</summary>
    public QueuedCallEvent? CallEvent { get; init; }

    /// <summary>Of <c>agent</c>: as it is now.</summary>
    public AgentDetails? Agent { get; init; }

    /// <summary>Of <c>phone</c>.</summary>
    public PhoneChange? Phone { get; init; }

    /// <summary>Of <c>finding</c>.</summary>
    public ReportedFinding? Finding { get; init; }

    /// <summary>Of <c>media</c>.</summary>
    public MediaChange? Media { get; init; }

    /// <summary>Of <c>sip</c>.</summary>
    public SipMessagePassed? Sip { get; init; }

    /// <summary>Of <c>breakpointHeld</c> and <c>breakpointLeft</c>.</summary>
    public HeldMessage? Message { get; init; }

    /// <summary>
    /// Of <c>reset</c>: what of the space has begun anew. The calls and polls that it ended are not told one by one.
    /// </summary>
    public ResetScope? Reset { get; init; }

    /// <summary>
    /// Of <c>failed</c>: why nothing happens in the space any more. A reset heals it, which is told as <c>reset</c>,
    /// and then as <c>healed</c>.
    /// </summary>
    public string? Failed { get; init; }

    /// <summary>
    /// Of <c>dropped</c>: how many are missing in this place, because they came faster than they were read.
    /// </summary>
    public long? Dropped { get; init; }
}

/// <summary>A call that began, or is in another state.</summary>
/// <param name="Id">What to call it in requests.</param>
/// <param name="State">How far it is.</param>
/// <param name="UserId">Whose call it is.</param>
/// <param name="ChannelId">The user's channel.</param>
/// <param name="Media">What it was asked for with.</param>
/// <param name="AccessCode">The number that its client is given to call.</param>
/// <param name="Queue">The queue that it waits in or was served from; null where none has it.</param>
/// <param name="WorkNo">The agent who has it; null when none has.</param>
public sealed record CallChange(
    long Id,
    CallState State,
    string UserId,
    string ChannelId,
    CallMedium Media,
    string AccessCode,
    string? Queue,
    int? WorkNo);

/// <summary>A softphone that registered, or can no longer be called.</summary>
/// <param name="Phone">The phone.</param>
/// <param name="IsRegistered">Whether it can be called now.</param>
public sealed record PhoneChange(PhoneDetails Phone, bool IsRegistered);

/// <summary>An event that a client has to fetch.</summary>
/// <param name="CallId">The call; null when the user has none.</param>
/// <param name="UserId">Whose it is.</param>
/// <param name="Event">The event.</param>
public sealed record QueuedCallEvent(long? CallId, string UserId, CallEventDetails Event);

/// <summary>Something that a client did wrong.</summary>
/// <param name="Code">The rule, as in <see cref="Finding"/>.</param>
/// <param name="Level">How bad it is.</param>
/// <param name="Sentence">What the client did and what comes of it.</param>
/// <param name="Entry">The journal's entry; null where no one request did it.</param>
/// <param name="User">Whose client it was; null when that is not known.</param>
/// <param name="Detail">What was particular to it; null for nothing.</param>
public sealed record ReportedFinding(
    string Code, FindingLevel Level, string Sentence, string? Entry, string? User, string? Detail);

/// <summary>What a customer did with its media.</summary>
/// <param name="CallId">The call.</param>
/// <param name="What">What happened.</param>
/// <param name="Keys">Of <c>pressed</c>: one key or more.</param>
/// <param name="Report">Of <c>ended</c>: all that the gateway heard and saw.</param>
public sealed record MediaChange(long CallId, MediaChangeKind What, string? Keys, CallMedia? Report);

/// <summary>A SIP message that came or went, without what it says: a call's ladder has that.</summary>
/// <param name="IsIncoming">Whether it came from the peer.</param>
/// <param name="Method">What is asked, or what the answer is for, as in <c>REGISTER</c>.</param>
/// <param name="Status">Of an answer; null for a request.</param>
/// <param name="Reason">Of an answer: its reason phrase; null for a request.</param>
/// <param name="SipCallId">Its <c>Call-ID</c>.</param>
/// <param name="CallId">The call that it belongs to; null for none.</param>
/// <param name="Account">The account of the agent's phone at its end; null for none.</param>
/// <param name="Transport">What it passed over.</param>
/// <param name="Peer">The address at the other end; null where it is not known.</param>
public sealed record SipMessagePassed(
    bool IsIncoming,
    string Method,
    int? Status,
    string? Reason,
    string SipCallId,
    long? CallId,
    string? Account,
    PhoneTransport Transport,
    string? Peer);

/// <summary>What can happen to a call's media.</summary>
[JsonConverter(typeof(EnumWordConverter<MediaChangeKind>))]
public enum MediaChangeKind
{
    /// <summary>Something that only a newer server knows.</summary>
    Unknown,

    /// <summary>The customer's media go through the gateway.</summary>
    Connected,

    /// <summary>The customer pressed keys.</summary>
    Pressed,

    /// <summary>The customer put the agent on hold.</summary>
    Held,

    /// <summary>The customer took the call back from hold.</summary>
    Resumed,

    /// <summary>The media are over.</summary>
    Ended,
}
