namespace CecSim.Telephony.Sip;

/// <summary>
/// What the stack dropped or refused since it started, so that nothing disappears silently: the first of each is
/// logged.
/// </summary>
public sealed class SipCounters(Guard guard)
{
    private readonly Nuisance _unreadable = guard.Nuisance(
        "sip.unreadable", "A SIP message could not be answered: not SIP, too large, or a malformed response or ACK");
    private readonly Nuisance _malformed = guard.Nuisance("sip.malformed", "A SIP request was answered 400 or 505");
    private readonly Nuisance _refused = guard.Nuisance(
        "sip.refused", "A SIP request was answered 503: there are as many as the server takes");
    private readonly Nuisance _stray = guard.Nuisance("sip.stray", "A SIP response or ACK belongs to nothing");
    private readonly Nuisance _slow = guard.Nuisance(
        "sip.slow", "A SIP peer was dropped because it did not read what was sent to it");
    private readonly Nuisance _unsent = guard.Nuisance("sip.unsent", "A SIP datagram could not be sent");
    private readonly Nuisance _connectionsRefused = guard.Nuisance(
        "sip.connections.refused", "A SIP connection was closed: there are as many as the server takes");
    private readonly Nuisance _floods = guard.Nuisance(
        "sip.floods", "A SIP datagram was passed over: they come too fast from an address that may be forged");
    private readonly Nuisance _withheld = guard.Nuisance(
        "sip.withheld", "A SIP datagram was not sent: it is longer than what came from an address that may be forged");

    /// <summary>Messages that could not be answered: not SIP, too large, malformed responses and ACKs.</summary>
    public long UnreadableCount => _unreadable.Count;

    /// <summary>Requests answered 400 or 505 by the reader.</summary>
    public long MalformedCount => _malformed.Count;

    /// <summary>Requests answered 503 because a table was full.</summary>
    public long RefusedCount => _refused.Count;

    /// <summary>Responses and ACKs that belong to nothing.</summary>
    public long StrayCount => _stray.Count;

    /// <summary>Peers dropped because they did not read what was sent to them.</summary>
    public long SlowPeersCount => _slow.Count;

    /// <summary>Datagrams that the network would not take.</summary>
    public long UnsentCount => _unsent.Count;

    /// <summary>TCP connections closed at once because there were too many.</summary>
    public long ConnectionsRefusedCount => _connectionsRefused.Count;

    /// <summary>Datagrams passed over because they came too fast from an address that may be forged.</summary>
    public long FloodsCount => _floods.Count;

    /// <summary>Datagrams not sent because they were longer than what came from a forgeable address.</summary>
    public long WithheldCount => _withheld.Count;

    internal void Unreadable(SipFlow from) => _unreadable.Add($"from {from.Remote}");

    internal void Malformed(string why, SipFlow from) => _malformed.Add($"{why}, from {from.Remote}");

    internal void Refused(SipFlow from) => _refused.Add($"from {from.Remote}");

    internal void Stray(SipMessage message) => _stray.Add($"Call-ID {message.CallId}");

    internal void SlowPeer() => _slow.Add("its queue is full");

    internal void Unsent(IPEndPoint? to, Exception why) => _unsent.Add($"to {to}: {why.Message}");

    internal void Flood(IPEndPoint from) => _floods.Add($"from {from}");

    internal void Withheld(IPEndPoint? to) => _withheld.Add($"to {to}");

    internal void ConnectionRefused(EndPoint? from) => _connectionsRefused.Add($"from {from}");
}
