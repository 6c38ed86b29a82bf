using CecSim.Telephony.Media.Rtcp;

namespace CecSim.Telephony.Media.Lines;

/// <summary>Compares what a sender reports that it has sent with what came of it.</summary>
internal sealed class SenderWatch
{
    private uint? _ssrc;
    private uint _sent;
    private int _ahead;

    /// <summary>Whether all that it reports as sent is here, or nothing was sent since its last report.</summary>
    public bool HasSentNothing(in SenderInfo info, ReceptionStatistics incoming)
    {
        // What it sent before the first packet that came, and where packets are counted otherwise, is a constant.
        var ahead = (int)(info.Packets - (uint)incoming.Expected);
        var isFirst = _ssrc != info.Ssrc;
        var sentNothing = isFirst || info.Packets == _sent || ahead <= _ahead;
        _ahead = isFirst ? ahead : Math.Min(ahead, _ahead);
        (_ssrc, _sent) = (info.Ssrc, info.Packets);
        return sentNothing;
    }
}
