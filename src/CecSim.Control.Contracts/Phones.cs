namespace CecSim.Control.Contracts;

/// <summary>The softphones that are registered in a space.</summary>
/// <param name="Phones">By account; of one account the newest first.</param>
/// <param name="Refused">The last that were refused, the oldest first.</param>
public sealed record PhoneList(IReadOnlyList<PhoneDetails> Phones, IReadOnlyList<RefusedPhone> Refused);

/// <summary>A softphone that wanted to register and was refused.</summary>
/// <param name="At">When, in the space's time.</param>
/// <param name="Account">The account that it named.</param>
/// <param name="Domain">The domain that it named.</param>
/// <param name="Transport">What it came by.</param>
/// <param name="From">The address and port that it came from; null where the host does not know it.</param>
/// <param name="Why">In a sentence: a wrong password, an unknown account, a foreign domain, or what else.</param>
public sealed record RefusedPhone(
    DateTimeOffset At, string Account, string Domain, PhoneTransport Transport, string? From, string Why);

/// <summary>Where a softphone is to be reached.</summary>
/// <param name="Account">The SIP account that it registered with.</param>
/// <param name="WorkNo">The agent whose account it is; null where the space has none.</param>
/// <param name="Contact">The URI that the phone gave.</param>
/// <param name="Transport">What it registered by.</param>
/// <param name="From">The address and port that it registered from; null where the host does not know it.</param>
/// <param name="ExpiresAt">When it is forgotten unless it registers again, in the space's time.</param>
/// <param name="UserAgent">What it says it is; null where it says nothing.</param>
public sealed record PhoneDetails(
    string Account,
    int? WorkNo,
    string Contact,
    PhoneTransport Transport,
    string? From,
    DateTimeOffset ExpiresAt,
    string? UserAgent)
{
    /// <summary>Whether it answers OPTIONS; null where it was sent none, or has not yet answered.</summary>
    public bool? IsReachable { get; init; }
}

/// <summary>What SIP comes by.</summary>
[JsonConverter(typeof(EnumWordConverter<PhoneTransport>))]
public enum PhoneTransport
{
    /// <summary>One that only a newer server knows.</summary>
    Unknown,

    /// <summary>Datagrams.</summary>
    Udp,

    /// <summary>A connection.</summary>
    Tcp,

    /// <summary>A connection within TLS.</summary>
    Tls,

    /// <summary>A WebSocket without TLS.</summary>
    Ws,

    /// <summary>A WebSocket within TLS.</summary>
    Wss,
}
