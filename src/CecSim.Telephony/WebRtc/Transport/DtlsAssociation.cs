using CecSim.Telephony.WebRtc.Srtp;

namespace CecSim.Telephony.WebRtc.Transport;

/// <summary>
/// The DTLS association of one call and the keys that come of it, begun anew when an offer and its answer say so: RFC
/// 8842 section 3.1. Not for two threads at once.
/// </summary>
internal sealed class DtlsAssociation(TransportSetting setting, DtlsOutput output) : IDisposable
{
    private PeerFingerprints? _peer;
    private Handshake? _handshake;
    private DtlsSession? _session;
    private long _rejectedBefore;
    private bool _mayBeRenewed;
    private long _halfOpenSince;

    /// <summary>This side sends the ClientHello.</summary>
    public bool IsClient { get; private set; }

    public DtlsState State => _session?.State ?? DtlsState.New;

    public string? Reason => _session?.Reason;

    /// <summary>Whether the peer's certificate is one of its SDP; null while it has shown none.</summary>
    public bool? FingerprintMatches => _handshake?.PeerMatches;

    public SrtpProfile? Profile => _session?.Keys?.Profile;

    /// <summary>Null before the handshake is done.</summary>
    public SrtpChannel? Srtp { get; private set; }

    /// <summary>Packets that were forged, replayed or damaged.</summary>
    public long Rejected => _rejectedBefore + (Srtp?.Rejected ?? 0);

    public bool HasBegun => _session is not null;

    /// <summary>A handshake was done, of this association or of one that it has taken the place of.</summary>
    public bool HasConnected { get; private set; }

    /// <summary>A handshake has its place among those that may be half open.</summary>
    public bool IsHalfOpen { get; private set; }

    /// <summary>What ends the call; null for nothing.</summary>
    public TransportEnd? End => State switch
    {
        DtlsState.Closed => TransportEnd.ClosedByPeer,
        DtlsState.Failed => TransportEnd.HandshakeFailed,
        _ when IsHalfOpen && setting.Inputs.Clock.GetElapsedTime(_halfOpenSince) >= setting.ShakeHandsWithin =>
            TransportEnd.HandshakeFailed,
        _ => null,
    };

    /// <summary>The peer has said who it is, so a handshake makes sense.</summary>
    public bool IsExpected => _peer is not null;

    /// <summary>
    /// Which part this side takes, given what the other wrote: the one that it has already, where it may choose (RFC
    /// 8842 section 5.3).
    /// </summary>
    public bool IsClientFor(DtlsSetup theirs) =>
        theirs == DtlsSetup.Passive || (theirs == DtlsSetup.ActPass && IsClient);

    /// <summary>
    /// The part that this side's next description says. A later offer says the one that it has: some peers would choose
    /// another, which ends the association (RFC 8842 section 5.5).
    /// </summary>
    public DtlsSetup SetupFor(bool isOffer) =>
        isOffer && !HasBegun ? DtlsSetup.ActPass
        : IsClient ? DtlsSetup.Active
        : DtlsSetup.Passive;

    /// <summary>
    /// Takes what an offer or an answer says. An association whose certificate is no longer named, or in which the
    /// sides change parts, is given up.
    /// </summary>
    public void Expect(PeerFingerprints peer, bool isClient)
    {
        var isSame = _peer is null || (isClient == IsClient && peer.AreThose(_peer));
        var stands = isSame
            || (isClient == IsClient
                && !isClient
                && _handshake is { PeerMatches: true } done
                && peer.Match(done.PeerCertificate));
        (_peer, IsClient) = (peer, isClient);
        if (!stands)
        {
            Forget();
        }

        // Other fingerprints want a new association, and not every client knows: the next hello decides.
        _mayBeRenewed = stands && (_mayBeRenewed || !isSame);
    }

    /// <summary>The peer has moved, which wants a new association: a client's begins, a server waits for it.</summary>
    public void Renew()
    {
        if (IsClient)
        {
            Forget();
        }

        _mayBeRenewed = HasBegun;
    }

    /// <summary>A client begins, once that makes sense and there is room for it.</summary>
    public void BeginAsClient()
    {
        if (IsClient && !HasBegun)
        {
            TryBegin();
        }
    }

    /// <summary>The client begins anew, as the last description lets it.</summary>
    public bool IsRenewedBy(ReadOnlySpan<byte> datagram) =>
        _mayBeRenewed && !IsClient && DtlsRecord.BeginsHandshake(datagram);

    public void Receive(ReadOnlySpan<byte> datagram)
    {
        if (IsRenewedBy(datagram))
        {
            Forget();
        }

        if (HasBegun || (!IsClient && TryBegin()))
        {
            _session!.Receive(datagram);
            Settle();
        }
    }

    public void Tick()
    {
        _session?.Tick();
        Settle();
    }

    public void Close()
    {
        if (State is DtlsState.Connected or DtlsState.Handshaking)
        {
            _session!.Close();
        }
    }

    public void Forget()
    {
        Dispose();
        (_handshake, _session, _mayBeRenewed) = (null, null, false);
    }

    /// <summary>Nothing more will come of a handshake that is half open.</summary>
    public void LeaveHalfOpen()
    {
        if (IsHalfOpen)
        {
            IsHalfOpen = false;
            setting.Handshakes.Leave();
        }
    }

    /// <summary>Gives the keys back; the states can still be read.</summary>
    public void Dispose()
    {
        LeaveHalfOpen();
        _session?.Dispose();
        _rejectedBefore = Rejected;
        Srtp?.Dispose();
        Srtp = null;
    }

    // A client may be faster than the answer that says who it is; it repeats its hello.
    private bool TryBegin()
    {
        if (!IsExpected || !setting.Handshakes.TryEnter())
        {
            return false;
        }

        IsHalfOpen = true;
        _halfOpenSince = setting.Inputs.Clock.GetTimestamp();
        _handshake = IsClient
            ? new ClientHandshake(setting.Identity, _peer!, setting.Profiles, setting.Inputs.Random)
            : new ServerHandshake(setting.Identity, _peer!, setting.Profiles, setting.Inputs.Random);
        _session = new DtlsSession(_handshake, output, setting.Inputs.Clock);
        if (IsClient)
        {
            _session.Start();
        }

        return true;
    }

    private void Settle()
    {
        if (State == DtlsState.Connected)
        {
            if (Srtp is null && _handshake!.KeyLogLine is { } keys)
            {
                setting.Capture?.NoteKeys(keys);
            }

            Srtp ??= new SrtpChannel(_session!.Keys!);
            HasConnected = true;
            LeaveHalfOpen();
        }
    }
}
