namespace CecSim.Telephony.Media;

/// <summary>What goes wrong with a call's media on purpose.</summary>
public sealed record MediaImpairments
{
    /// <summary>No connectivity check is answered, so that ICE never finds a way.</summary>
    public bool IgnoresChecks { get; init; }

    /// <summary>The handshake ends with the fatal alert handshake_failure.</summary>
    public bool RefusesHandshake { get; init; }

    /// <summary>The peer's audio is taken and none is sent.</summary>
    public bool SendsNoAudio { get; init; }

    /// <summary>The share of RTP packets that are lost, each way: 0 to 1.</summary>
    public double LossShare { get; init; }

    /// <summary>RTP packets to the peer wait for anything up to this, and keep their order.</summary>
    public TimeSpan DelayMax { get; init; }

    /// <summary>
    /// Numbers in [0, 1) that decide what happens to packets from the peer. Asked by one thread at a time.
    /// </summary>
    public Func<double> DrawIn { get; init; } = static () => 0.5;

    /// <summary>The same for packets to the peer.</summary>
    public Func<double> DrawOut { get; init; } = static () => 0.5;

    internal bool LosesOneIn => LossShare > 0 && DrawIn() < LossShare;
}
