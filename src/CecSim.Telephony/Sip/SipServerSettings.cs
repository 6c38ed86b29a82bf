namespace CecSim.Telephony.Sip;

/// <summary>The limits of a server. Whatever comes on top is refused with 503 and counted.</summary>
public sealed record SipServerSettings
{
    /// <summary>Calls at the same time, ringing ones included.</summary>
    public int CallsMax { get; init; } = 2_000;

    /// <summary>Requests that are not over, in each direction.</summary>
    public int TransactionsMax { get; init; } = 20_000;

    public int TcpConnectionsMax { get; init; } = 1_000;

    /// <summary>How long the application may take to decide on an INVITE.</summary>
    public TimeSpan RingingMax { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// How long a call outlives the connection of its signalling, until its caller is back by another one (RFC 5626).
    /// </summary>
    public TimeSpan FlowLossMax { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// Whether registrations end by the clock of this server. Otherwise the application ends them in a time of its own,
    /// by <see cref="Registrar.SipRegistrar.Forget"/>.
    /// </summary>
    public bool EndsRegistrations { get; init; } = true;

    /// <summary>
    /// How often the calls of INVITEs of this server want to be refreshed (RFC 4028); null to leave that to the phone.
    /// </summary>
    public TimeSpan? SessionInterval { get; init; }

    /// <summary>How often registered phones are sent OPTIONS (RFC 3261, section 11); null for never.</summary>
    public TimeSpan? OptionsEvery { get; init; }

    /// <summary>A capture server that is sent all that passes, as HEP version 3 by UDP; null for none.</summary>
    public IPEndPoint? Hep { get; init; }

    /// <summary>How much is kept of what passes.</summary>
    public SipTraceSettings Trace { get; init; } = new();

    /// <summary>What the Server header says.</summary>
    public string Product { get; init; } = "CecSim";
}
