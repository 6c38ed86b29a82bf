namespace CecSim.Telephony.Media.Lines;

/// <summary>Looks at a line once a second: whether both sides send where both may.</summary>
internal sealed class MediaFlowMonitor
{
    /// <summary>One second alone is a moment's loss or a busy machine, however many of them an hour has.</summary>
    private const int SecondsMin = 2;

    private long _packetsIn;
    private long _packetsOut;
    private int _onlyIn;
    private int _onlyOut;

    /// <summary>Seconds, at least two in a row, in which both sides might send and only the peer did.</summary>
    public int OnlyInSeconds { get; private set; }

    /// <summary>The same of the gateway.</summary>
    public int OnlyOutSeconds { get; private set; }

    /// <param name="isBothWays">Neither side holds the line.</param>
    public void Look(LineCounters counters, bool isBothWays)
    {
        var hasIn = counters.PacketsIn > _packetsIn;
        var hasOut = counters.PacketsOut > _packetsOut;
        _onlyIn = isBothWays && hasIn && !hasOut ? _onlyIn + 1 : 0;
        _onlyOut = isBothWays && hasOut && !hasIn ? _onlyOut + 1 : 0;
        OnlyInSeconds += Counting(_onlyIn);
        OnlyOutSeconds += Counting(_onlyOut);
        (_packetsIn, _packetsOut) = (counters.PacketsIn, counters.PacketsOut);
    }

    private static int Counting(int run) => run < SecondsMin ? 0 : run == SecondsMin ? SecondsMin : 1;
}
