using CecSim.Telephony.Media.Rtcp;

namespace CecSim.Telephony.Media.Lines;

/// <summary>What the peer reports of what it receives, and how long a report takes there and back.</summary>
internal sealed class RoundTrip(TimeProvider clock)
{
    private uint _lastReport;
    private long _lastReportAt;

    public TimeSpan? Time { get; private set; }

    public int? LostThere { get; private set; }

    /// <summary>What a report block says of the peer's last sender report: RFC 3550 section 6.4.1.</summary>
    public (uint LastReport, uint Delay) Echo =>
        _lastReport == 0 ? default : (_lastReport, NtpTime.Middle(clock.GetElapsedTime(_lastReportAt)));

    public void TakeSenderReport(in SenderInfo info)
    {
        _lastReport = NtpTime.Middle(info.Time);
        _lastReportAt = clock.GetTimestamp();
    }

    public void TakeBlock(in ReportBlock block)
    {
        LostThere = block.Lost;
        if (block.LastReport == 0)
        {
            return;
        }

        // A peer that rounds its delay up may seem to have answered before it was asked.
        var units = (int)(NtpTime.Middle(NtpTime.Now(clock)) - block.LastReport - block.Delay);
        Time = NtpTime.FromMiddle((uint)Math.Max(0, units));
    }
}
