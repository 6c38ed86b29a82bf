using CecSim.Telephony.Media.Bridging;

namespace CecSim.Telephony.Media;

/// <content>What goes to the other leg of a bridge, and comes from it.</content>
public sealed partial class MediaCall
{
    private volatile BridgeSide? _side;

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
    internal BridgeSide? Side => _side;

    /// <summary>False when the call is over.</summary>
    internal bool Join(BridgeSide side)
    {
        lock (_gate)
        {
            if (_released)
            {
                return false;
            }

            _side = side;
            side.Inward.IsWanted = _source == MediaSource.Peer;
            _core.Lines.Join(side.Onward, _source);
            return true;
        }
    }

    internal void Part(MediaBridge bridge)
    {
        lock (_gate)
        {
            if (_side?.Bridge != bridge)
            {
                return;
            }

            // Whatever is on its way here is somebody else's from now on.
            while (_side.Inward.TryTake(out var packet))
            {
                OnwardQueue.Release(packet);
            }

            _side = null;
            _core.Lines.Join(null, _source);
        }
    }

    /// <summary>Hands on what is for the other leg. Not under the gate: the other's is taken.</summary>
    internal void Carry()
    {
        if (_side is not { } side)
        {
            return;
        }

        if (!side.Onward.IsEmpty)
        {
            side.Other.TakeInward(side.Bridge);
        }

        if (_released)
        {
            side.Bridge.Part();
        }
    }

    private void TakeInward(MediaBridge bridge)
    {
        lock (_gate)
        {
            if (_side is not { } side || side.Bridge != bridge)
            {
                return;
            }

            while (side.Inward.TryTake(out var packet))
            {
                if (!_released)
                {
                    _core.Lines.TakeInward(packet);
                }

                OnwardQueue.Release(packet);
            }
        }
    }
}
