namespace CecSim.Telephony.Media.Lines;

/// <summary>
/// What went through one m-line. Bytes are those of whole packets as they travel, with what encryption adds.
/// </summary>
internal sealed class LineCounters
{
    public long PacketsIn { get; private set; }

    public long BytesIn { get; private set; }

    public long PacketsOut { get; private set; }

    public long BytesOut { get; private set; }

    /// <summary>Packets that the peer sent again, on a stream of their own.</summary>
    public long RetransmittedIn { get; set; }

    public long RetransmittedOut { get; set; }

    /// <summary>Requests for packets, however many each names.</summary>
    public long NacksIn { get; set; }

    public long NacksOut { get; set; }

    public void CountIn(int bytes)
    {
        PacketsIn++;
        BytesIn += bytes;
    }

    public void CountOut(int bytes)
    {
        PacketsOut++;
        BytesOut += bytes;
    }
}
