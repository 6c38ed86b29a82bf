using CecSim.Telephony.Media.Bridging;
using CecSim.Telephony.Media.Dtmf;

namespace CecSim.Telephony.Media.Lines;

/// <content>What goes to a bridge's other leg, and what comes from there.</content>
internal abstract partial class MediaSection
{
    protected const byte MarkerBit = 0x80;

    private ForwardQueue? _forwardTo;
    private bool _forwardLeaps;
    private char? _heardKey;

    /// <summary>The line sends what the other leg receives.</summary>
    protected bool SendsForwarded => Source == MediaSource.Peer && _forwardTo is not null && MaySend;

    protected bool IsJoined => _forwardTo is not null;

    /// <summary>What it receives goes there as well; null for to nobody.</summary>
    public void Join(ForwardQueue? forwardTo)
    {
        if (_forwardTo != forwardTo)
        {
            _forwardTo = forwardTo;
            Joined();
        }
    }

    /// <summary>Takes what the other leg received; the packet is not kept.</summary>
    public abstract void TakeForwarded(in ForwardedPacket packet);

    protected abstract void Joined();

    protected void Forward(ForwardedKind kind, ReadOnlySpan<byte> payload, in RtpHeader header, int? level = null)
    {
        _forwardTo?.PutMedia(kind, Codec.Codec, header, payload, level, _cameAt, _forwardLeaps);
        _forwardLeaps = false;
    }

    protected void AskOtherLegForKeyFrame() => _forwardTo?.PutKeyFrameRequest();

    /// <summary>A key was heard in the sound.</summary>
    protected void Announce(char key)
    {
        _heardKey = key;
        _forwardTo?.PutKey(key);
    }

    /// <summary>Sends a packet of the other leg in the same codec.</summary>
    /// <param name="beginsSpurt">After a change the marker begins a spurt of talk: RFC 3551 section 4.1.</param>
    protected void SendForwarded(in ForwardedPacket packet, byte payloadType, byte? levelId, bool beginsSpurt)
    {
        var level = levelId is null ? null : packet.Level;
        var headerLength = RtpHeader.FixedLength + (level is null ? 0 : HeaderExtension.LevelLength);
        var buffer = packet.Buffer.AsSpan(ForwardedPacket.PayloadAt - headerLength);
        var length = headerLength + packet.PayloadLength;
        RtpHeader.Write(buffer, packet.Marker, payloadType, packet.Timestamp);
        if (level is { } known)
        {
            HeaderExtension.WriteAudioLevel(buffer, levelId!.Value, known);
        }

        if (packet.Leaps)
        {
            Outgoing.Interrupt();
        }

        if (Outgoing.Rewrite(buffer[..length], packet.Ssrc, packet.Timestamp) && beginsSpurt)
        {
            buffer[1] |= MarkerBit;
        }

        Send(buffer, length, packet.CameAt);
    }

    // The press goes on as it is heard: it does not wait for what is missing before it.
    private void ForwardDigit(ReadOnlySpan<byte> payload, uint timestamp)
    {
        if (_forwardTo is { } forwardTo && Codec.Digits is { } digits && DtmfEvent.TryRead(payload, out var digit))
        {
            forwardTo.PutDigit(digit, digits.ClockRate, timestamp);
        }
    }
}
