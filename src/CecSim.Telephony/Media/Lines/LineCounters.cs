namespace CecSim.Telephony.Media.Lines;

/// <summary>What went through one m-line.</summary>
internal sealed class LineCounters
{
    public long PacketsIn { get; private set; }

    public long BytesIn { get; private set; }

    public long PacketsOut { get; private set; }

    public long BytesOut { get; private set; }

    public void CountIn(int bytes)
    {
        PacketsIn++;
        BytesIn += bytes;
    }

    public void CountOut(int bytes)
    {
        PacketsOut += bytes > 0 ? 1 : 0;
        BytesOut += bytes;
    }
}
