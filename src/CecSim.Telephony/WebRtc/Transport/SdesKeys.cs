using CecSim.Telephony.WebRtc.Sdp;
using CecSim.Telephony.WebRtc.Srtp;

namespace CecSim.Telephony.WebRtc.Transport;

/// <summary>
/// The keys of one call that stand in its descriptions: each side's line says what it seals with. Not for two threads
/// at once.
/// </summary>
internal sealed class SdesKeys(RandomSource random) : IDisposable
{
    private IReadOnlyList<SdesLine> _offered = [];
    private SdesLine? _own;
    private SdesLine? _peer;
    private SrtpSender? _sender;
    private SrtpReceiver? _receiver;

    /// <summary>Packets that were forged, replayed or damaged.</summary>
    public long Rejected { get; private set; }

    public SrtpProfile? Profile => _own is not null && _peer is not null ? _own.Profile : null;

    public bool AreAgreed => _sender is not null && _receiver is not null;

    /// <summary>What this side's next description says: all that it can before there is an agreement.</summary>
    public IReadOnlyList<SdesLine> Describe() =>
        _own is not null ? [_own]
        : _offered.Count > 0 ? _offered
        : _offered = [.. SdesLine.Profiles.Select((profile, i) => SdesLine.New(i + 1, profile, random))];

    /// <summary>What is wrong with the line of an answer; null when it is in order.</summary>
    public string? Complaint(SdesLine answer) =>
        Describe().Any(o => o.Tag == answer.Tag && o.Profile == answer.Profile)
            ? null
            : "The answer has an a=crypto with another tag or suite than the offer: RFC 4568 section 5.1.3.";

    /// <summary>Takes the peer's line, in so far as it is another than before.</summary>
    public void Take(SdesLine peer, bool isAnswer)
    {
        if (_peer?.HasKeyOf(peer) != true)
        {
            _receiver?.Dispose();
            _receiver = new SrtpReceiver(peer.Profile, peer.Key, peer.Salt);
        }

        _peer = peer;
        var own = isAnswer ? Describe().First(o => o.Tag == peer.Tag) : AnswerTo(peer);
        if (_own?.HasKeyOf(own) != true)
        {
            _sender?.Dispose();
            _sender = new SrtpSender(own.Profile, own.Key, own.Salt);
        }

        (_own, _offered) = (own, []);
    }

    /// <summary>Opens a packet in place and returns its plain length; 0 when it is not to be used.</summary>
    public int Open(Span<byte> packet, PacketKind kind)
    {
        var length = _receiver is null ? 0
            : kind == PacketKind.Rtcp ? _receiver.UnprotectRtcp(packet)
            : _receiver.Unprotect(packet);
        Rejected += length == 0 ? 1 : 0;
        return length;
    }

    public int SealRtp(Span<byte> buffer, int length) => _sender?.Protect(buffer, length) ?? 0;

    public int SealRtpAgain(Span<byte> buffer, int length) => _sender?.ProtectAgain(buffer, length) ?? 0;

    public int SealRtcp(Span<byte> buffer, int length) => _sender?.ProtectRtcp(buffer, length) ?? 0;

    public void Dispose()
    {
        _sender?.Dispose();
        _receiver?.Dispose();
        (_sender, _receiver) = (null, null);
    }

    // An own key that fits stays: whoever counts on with it need not know that the other side has another.
    private SdesLine AnswerTo(SdesLine peer) =>
        _own is { } own && own.Profile == peer.Profile
            ? own with { Tag = peer.Tag }
            : SdesLine.New(peer.Tag, peer.Profile, random);
}
