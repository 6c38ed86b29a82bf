namespace CecSim.Telephony.Tests.Media;

/// <summary>What became of the packets of one sender of RTP, as the network on their way knows it.</summary>
internal sealed class EmulatedStream(int clockRate)
{
    private readonly HashSet<int> _arrived = [];
    private uint? _transit;

    /// <summary>Packets that went out, whatever became of them.</summary>
    public int Sent { get; private set; }

    /// <summary>Different packets that came to somebody who could read them.</summary>
    public int Arrived => _arrived.Count;

    /// <summary>Copies of those.</summary>
    public int Copies { get; private set; }

    /// <summary>Between the first and the last arrival: of others no receiver can know.</summary>
    public int Lost => Arrived == 0 ? 0 : _arrived.Max() - _arrived.Min() + 1 - Arrived;

    /// <summary>RFC 3550 appendix A.8 as its text has it, in units of the codec's clock.</summary>
    public double Jitter { get; private set; }

    /// <returns>Its place in the order of sending.</returns>
    public int Sends() => Sent++;

    public void Arrives(int place, uint timestamp, TimeSpan now)
    {
        if (!_arrived.Add(place))
        {
            Copies++;
            return;
        }

        var transit = (uint)(ulong)(now.TotalSeconds * clockRate) - timestamp;
        var difference = Math.Abs((int)(transit - (_transit ?? transit)));
        _transit = transit;
        Jitter += (difference - Jitter) / 16;
    }
}
