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

    /// <summary>The bridge that it is in; null for none.</summary>
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
            leg.FromOther.IsWanted = _source == MediaSource.Peer;
            _core.Lines.Join(leg.ToOther, _source);
            return true;
        }
    }

    internal void Part(MediaBridge bridge)
    {
        lock (_gate)
        {
            if (_bridgeLeg?.Bridge != bridge)
            {
                return;
            }

            // Whatever is on its way here is somebody else's from now on.
            while (_bridgeLeg.FromOther.TryTake(out var packet))
            {
                ForwardQueue.Release(packet);
            }

            _bridgeLeg = null;
            _core.Lines.Join(null, _source);
        }
    }

    /// <summary>Hands on what is for the other leg. Not under the gate: the other's is taken.</summary>
    internal void Forward()
    {
        if (_bridgeLeg is not { } leg)
        {
            return;
        }

        if (!leg.ToOther.IsEmpty)
        {
            leg.Other.TakeForwarded(leg.Bridge);
        }

        if (_released)
        {
            leg.Bridge.Part();
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

    private void TakeForwarded(MediaBridge bridge)
    {
        lock (_gate)
        {
            if (_bridgeLeg is not { } leg || leg.Bridge != bridge)
            {
                return;
            }

            while (leg.FromOther.TryTake(out var packet))
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
