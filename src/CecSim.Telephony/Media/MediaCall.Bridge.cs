using CecSim.Telephony.Media.Bridging;

namespace CecSim.Telephony.Media;

/// <content>What goes to the other leg of a bridge, and comes from it.</content>
public sealed partial class MediaCall
{
    private volatile BridgeLeg? _bridgeLeg;

    /// <summary>The audio codec agreed on; null before, and without sound.</summary>
    public Codec? Codec
    {
        get
        {
            lock (_gate)
            {
                return _core.Lines.CodecOf(MediaKind.Audio);
            }
        }
    }

    /// <summary>The video codec agreed on; null before, and without pictures.</summary>
    public Codec? VideoCodec
    {
        get
        {
            lock (_gate)
            {
                return _core.Lines.CodecOf(MediaKind.Video);
            }
        }
    }

    internal TimeProvider Clock => _core.Clock;

    /// <summary>The bridge or conference that it is in; null for none.</summary>
    internal BridgeLeg? BridgeLeg => _bridgeLeg;

    /// <summary>False when the call is over.</summary>
    internal bool Join(BridgeLeg leg)
    {
        lock (_gate)
        {
            if (_released)
            {
                return false;
            }

            _bridgeLeg = leg;
            leg.FromOthers.IsWanted = _source == MediaSource.Peer;
            _core.Lines.Join(leg.ToOthers, _source);
            return true;
        }
    }

    internal void Part(IMediaJoin from)
    {
        lock (_gate)
        {
            if (_bridgeLeg?.Join != from)
            {
                return;
            }

            // Whatever is on its way here is somebody else's from now on.
            while (_bridgeLeg.FromOthers.TryTake(out var packet))
            {
                ForwardQueue.Release(packet);
            }

            _bridgeLeg = null;
            _core.Lines.Join(null, _source);
        }
    }

    /// <summary>Hands on what is for the others. Not under the gate: theirs are taken.</summary>
    internal void Forward()
    {
        if (_bridgeLeg is not { } leg)
        {
            return;
        }

        if (!leg.ToOthers.IsEmpty)
        {
            leg.Join.Take(this);
        }

        if (_released)
        {
            leg.Join.Leave(this);
        }
    }

    private void Record(in ForwardedPacket packet)
    {
        if (packet.Kind is ForwardedKind.Sound)
        {
            _wishes.Recording?.TakeOfAgent(
                packet.Codec,
                new RtpHeader(0, packet.Marker, 0, packet.Sequence, packet.Timestamp, packet.Ssrc),
                packet.Payload,
                _core.Clock.GetElapsedTime(0, packet.CameAt));
        }
    }

    internal void TakeForwarded(IMediaJoin from)
    {
        lock (_gate)
        {
            if (_bridgeLeg is not { } leg || leg.Join != from)
            {
                return;
            }

            while (leg.FromOthers.TryTake(out var packet))
            {
                if (!_released)
                {
                    Record(packet);
                    _core.Lines.TakeForwarded(packet);
                }

                ForwardQueue.Release(packet);
            }
        }
    }
}
