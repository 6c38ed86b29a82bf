namespace CecSim.Telephony.Capture;

/// <summary>
/// The packets of the last calls' media as they passed, call by call, and only as many as its limits allow.
/// </summary>
internal sealed class PacketCaptures(TimeProvider clock, PacketCaptureSettings settings)
{
    private const int BeginningPacketsMax = 100;

    private readonly Lock _gate = new();

    // The oldest first. A call is here once it has a packet.
    private readonly LinkedList<PacketCapture> _filled = [];
    private long _bytesCount;

    public PacketCapture Begin() => new(this);

    public long Now => clock.GetTimestamp();

    public CapturedPackets Read(PacketCapture capture)
    {
        lock (_gate)
        {
            return new CapturedPackets(
                [.. capture.Beginning.Concat(capture.Packets).OrderBy(p => p.Timestamp)],
                [.. capture.KeyLog],
                capture.DroppedCount);
        }
    }

    public void Add(PacketCapture capture, CapturedPacket packet)
    {
        lock (_gate)
        {
            if (capture is { Packets.Count: 0, Beginning.Count: 0 })
            {
                _filled.AddLast(capture);
            }

            if (!packet.IsRtp && capture.Beginning.Count < BeginningPacketsMax)
            {
                capture.Beginning.Add(packet);
            }
            else
            {
                capture.Packets.Enqueue(packet);
            }

            capture.BytesCount += packet.Cost;
            _bytesCount += packet.Cost;
            while (capture.BytesCount > settings.BytesPerCallMax && capture.Packets.Count > 1)
            {
                Drop(capture);
            }

            while (_bytesCount > settings.BytesMax && _filled.First!.Value is var oldest && oldest != capture)
            {
                while (oldest.Packets.Count > 0)
                {
                    Drop(oldest);
                }

                var cost = oldest.Beginning.Sum(p => p.Cost);
                oldest.BytesCount -= cost;
                _bytesCount -= cost;
                oldest.DroppedCount += oldest.Beginning.Count;
                oldest.Beginning.Clear();

                _filled.RemoveFirst();
            }
        }
    }

    public void Add(PacketCapture capture, string keyLogLine)
    {
        lock (_gate)
        {
            capture.KeyLog.Add(keyLogLine);
        }
    }

    private void Drop(PacketCapture capture)
    {
        var cost = capture.Packets.Dequeue().Cost;
        capture.BytesCount -= cost;
        _bytesCount -= cost;
        capture.DroppedCount++;
    }
}

/// <summary>
/// How much is kept of the packets of media. Each counts twice: as it passed, and as it was meant.
/// </summary>
public sealed record PacketCaptureSettings
{
    /// <summary>Of one call: of more the oldest packets are dropped.</summary>
    public long BytesPerCallMax { get; init; } = 16 * 1024 * 1024;

    /// <summary>Of all calls together: of more the packets of the oldest calls are dropped.</summary>
    public long BytesMax { get; init; } = 128 * 1024 * 1024;
}
