namespace CecSim.Control.Contracts;

/// <summary>The softphones that are registered in a space.</summary>
/// <param name="Phones">By account; of one account the newest first.</param>
public sealed record PhoneList(IReadOnlyList<PhoneDetails> Phones);

/// <summary>Where a softphone is to be reached.</summary>
/// <param name="Account">The SIP account that it registered with.</param>
/// <param name="WorkNo">The agent whose account it is; null where the space has none.</param>
/// <param name="Contact">The URI that the phone gave.</param>
/// <param name="Transport">What it registered by.</param>
/// <param name="From">The address and port that it registered from; null where the host does not know it.</param>
/// <param name="ExpiresAt">When it is forgotten unless it registers again, in real time.</param>
/// <param name="UserAgent">What it says it is; null where it says nothing.</param>
public sealed record PhoneDetails(
    string Account,
    int? WorkNo,
    string Contact,
    PhoneTransport Transport,
    string? From,
    DateTimeOffset ExpiresAt,
    string? UserAgent);

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

    /// <summary>A WebSocket without TLS.</summary>
    Ws,

    /// <summary>A WebSocket within TLS.</summary>
    Wss,
}
