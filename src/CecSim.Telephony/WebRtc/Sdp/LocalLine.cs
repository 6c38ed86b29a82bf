namespace CecSim.Telephony.WebRtc.Sdp;

/// <summary>One m-line as the gateway answers it.</summary>
internal sealed record LocalLine(OfferedLine Offered, MediaDirection Direction, uint Ssrc)
{
    /// <summary>The stream of its retransmissions; null when none is agreed on.</summary>
    public uint? RetransmissionSsrc { get; init; }
}
