namespace CecSim.Telephony.Calling;

/// <summary>When a call had come how far, counted from its INVITE.</summary>
internal sealed class CallTimes
{
    private long _firstPacketTicks = -1;

    public TimeSpan AnsweredAfter { get; set; }

    public TimeSpan SetUp { get; set; }

    /// <summary>Null before it; set while others read.</summary>
    public TimeSpan? FirstPacketAfter
    {
        get => Interlocked.Read(ref _firstPacketTicks) is var ticks and >= 0 ? TimeSpan.FromTicks(ticks) : null;
        set => Interlocked.Exchange(ref _firstPacketTicks, value?.Ticks ?? -1);
    }
}
