namespace CecSim.Telephony.Sip;

/// <summary>What the stack dropped or refused since it started, so that nothing disappears silently.</summary>
public sealed class SipTally
{
    private long _unreadable;
    private long _malformed;
    private long _refused;
    private long _stray;
    private long _slow;
    private long _unsent;
    private long _connectionsRefused;
    private long _floods;
    private long _withheld;

    /// <summary>Messages that could not be answered: not SIP, too large, malformed responses and ACKs.</summary>
    public long UnreadableCount => Interlocked.Read(ref _unreadable);

    /// <summary>Requests answered 400 or 505 by the reader.</summary>
    public long MalformedCount => Interlocked.Read(ref _malformed);

    /// <summary>Requests answered 503 because a table was full.</summary>
    public long RefusedCount => Interlocked.Read(ref _refused);

    /// <summary>Responses and ACKs that belong to nothing.</summary>
    public long StrayCount => Interlocked.Read(ref _stray);

    /// <summary>Peers dropped because they did not read what was sent to them.</summary>
    public long SlowPeersCount => Interlocked.Read(ref _slow);

    /// <summary>Datagrams that the network would not take.</summary>
    public long UnsentCount => Interlocked.Read(ref _unsent);

    /// <summary>TCP connections closed at once because there were too many.</summary>
    public long ConnectionsRefusedCount => Interlocked.Read(ref _connectionsRefused);

    /// <summary>Datagrams passed over because they came too fast from an address that may be forged.</summary>
    public long FloodsCount => Interlocked.Read(ref _floods);

    /// <summary>Datagrams not sent because they were longer than what came from a forgeable address.</summary>
    public long WithheldCount => Interlocked.Read(ref _withheld);

    internal void Unreadable() => Interlocked.Increment(ref _unreadable);

    internal void Malformed() => Interlocked.Increment(ref _malformed);

    internal void Refused() => Interlocked.Increment(ref _refused);

    internal void Stray() => Interlocked.Increment(ref _stray);

    internal void SlowPeer() => Interlocked.Increment(ref _slow);

    internal void Unsent() => Interlocked.Increment(ref _unsent);

    internal void Flood() => Interlocked.Increment(ref _floods);

    internal void Withheld() => Interlocked.Increment(ref _withheld);

    internal void ConnectionRefused() => Interlocked.Increment(ref _connectionsRefused);
}
