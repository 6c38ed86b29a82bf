namespace CecSim.Telephony.Media.Lines;

/// <summary>Looks at a line once a second: whether what should flow has flowed since the last look.</summary>
internal sealed class FlowWatch
{
    private long _packetsIn;
    private long _packetsOut;
    private long _framesIn;

    /// <summary>Seconds in which both sides may send and only the peer did.</summary>
    public int OnlyInSeconds { get; private set; }

    /// <summary>Seconds in which both sides may send and only the gateway did.</summary>
    public int OnlyOutSeconds { get; private set; }

    /// <summary>Seconds without a new picture, after there had been pictures.</summary>
    public int FrozenSeconds { get; private set; }

    /// <param name="isBothWays">Neither side holds the line.</param>
    /// <param name="receives">The peer may send.</param>
    public void Look(LineCounters counters, long framesIn, bool isBothWays, bool receives)
    {
        var hasIn = counters.PacketsIn > _packetsIn;
        var hasOut = counters.PacketsOut > _packetsOut;
        OnlyInSeconds += isBothWays && hasIn && !hasOut ? 1 : 0;
        OnlyOutSeconds += isBothWays && hasOut && !hasIn ? 1 : 0;
        FrozenSeconds += receives && framesIn > 0 && framesIn == _framesIn ? 1 : 0;
        (_packetsIn, _packetsOut, _framesIn) = (counters.PacketsIn, counters.PacketsOut, framesIn);
    }
}
