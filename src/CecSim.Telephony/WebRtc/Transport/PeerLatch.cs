namespace CecSim.Telephony.WebRtc.Transport;

/// <summary>
/// Where a peer is that may stand behind a translation of addresses: where its description says until something comes
/// from it, and then where that came from (symmetric RTP, RFC 4961 and RFC 7362 section 4).
/// </summary>
internal sealed class PeerLatch
{
    /// <summary>
    /// After a new description it may come from elsewhere; once so much came from where it was, it has not moved.
    /// </summary>
    private const int StillPacketsMax = 50;

    private IPEndPoint? _described;
    private SocketAddress? _former;
    private bool _isLatched;
    private int _mayMoveFor;

    /// <summary>Where to send; null while nothing is known.</summary>
    public SocketAddress? Remote { get; private set; }

    public IPEndPoint? RemoteEndPoint { get; private set; }

    /// <summary>Takes what a description says; null for nowhere, which leaves it where it is.</summary>
    public void Expect(IPEndPoint? described)
    {
        _mayMoveFor = _isLatched ? StillPacketsMax : 0;
        if (described is null || described.Equals(_described))
        {
            return;
        }

        _former = _isLatched ? Remote : null;
        (_described, _isLatched, _mayMoveFor) = (described, false, 0);
        Use(described.Serialize());
    }

    /// <summary>Whether a packet from there may be the peer's.</summary>
    public bool Allows(SocketAddress from) =>
        !_isLatched || _mayMoveFor > 0 || from.Equals(Remote) || from.Equals(_former);

    /// <summary>A packet from there has proved good.</summary>
    public void Take(SocketAddress from)
    {
        if (from.Equals(Remote))
        {
            _mayMoveFor -= _isLatched && _mayMoveFor > 0 ? 1 : 0;
            _isLatched = true;
        }
        else if (!from.Equals(_former))
        {
            // What was on its way from where it was before must not call it back.
            _former = _isLatched ? Remote : null;
            (_isLatched, _mayMoveFor) = (true, 0);
            Use(IceAgent.Copy(from));
        }
    }

    private void Use(SocketAddress remote) => (Remote, RemoteEndPoint) = (remote, IceAgent.EndPointOf(remote));
}
