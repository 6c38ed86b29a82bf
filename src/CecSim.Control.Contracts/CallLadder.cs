namespace CecSim.Control.Contracts;

/// <summary>What passed between the parties of a call, over all protocols on one axis.</summary>
/// <param name="CallId">The call.</param>
/// <param name="Steps">
/// The oldest first: requests of the call's user and their answers, but for polls that brought nothing; events; SIP of
/// the customer and of the agent's phones; what became of the customer's media; and of a server that keeps packets
/// (<c>--capture-media</c>) ICE, DTLS, RTP and RTCP of both, each kind of packet once, with how many there were.
/// </param>
/// <param name="Missing">What is not told, in sentences: what was dropped, or never kept.</param>
public sealed record CallLadder(long CallId, IReadOnlyList<LadderStep> Steps, IReadOnlyList<string> Missing);

/// <summary>One thing that passed from one party to another.</summary>
/// <param name="At">When, in the time of the space.</param>
/// <param name="AfterMs">How long after the first step, in milliseconds of real time.</param>
/// <param name="From">Who sent it.</param>
/// <param name="To">Who got it.</param>
/// <param name="Protocol">What it was.</param>
/// <param name="Label">In a few words: a method and an operation, a status, an event.</param>
/// <param name="Detail">More of it: why it was refused, a fault that struck, the transport; null for nothing.</param>
/// <param name="Journal">The entry of the journal that tells the whole of a request; null for others.</param>
/// <param name="Message">A SIP message as it passed, without its secrets; null for others.</param>
public sealed record LadderStep(
    DateTimeOffset At,
    double AfterMs,
    LadderParty From,
    LadderParty To,
    LadderProtocol Protocol,
    string Label,
    string? Detail = null,
    string? Journal = null,
    string? Message = null);

/// <summary>Who takes part in a call.</summary>
[JsonConverter(typeof(EnumWordConverter<LadderParty>))]
public enum LadderParty
{
    /// <summary>One that this client does not know.</summary>
    Unknown,

    /// <summary>The client that asked for the call, and its softphone.</summary>
    Customer,

    /// <summary>CEC's HTTP.</summary>
    Cec,

    /// <summary>CEC's gateway for calls.</summary>
    Gateway,

    /// <summary>The agent's softphone.</summary>
    Phone,

    /// <summary>The agent's connection bar.</summary>
    Agent,
}

/// <summary>What a step of a call was.</summary>
[JsonConverter(typeof(EnumWordConverter<LadderProtocol>))]
public enum LadderProtocol
{
    /// <summary>One that this client does not know.</summary>
    Unknown,

    /// <summary>A request or its answer.</summary>
    Http,

    /// <summary>An event when it came to the call or to its agent; a poll may bring it later.</summary>
    Event,

    /// <summary>A SIP message.</summary>
    Sip,

    /// <summary>Sound and pictures: connected, held, keys, over.</summary>
    Media,

    /// <summary>A check of connectivity; of those alike the first, with their number.</summary>
    Ice,

    /// <summary>A flight of the handshake that keys come from, or its alert.</summary>
    Dtls,

    /// <summary>The first packet of a stream of sound or pictures.</summary>
    Rtp,

    /// <summary>Reports on streams, and what is asked of their senders; of those alike the first.</summary>
    Rtcp,
}
