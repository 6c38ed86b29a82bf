namespace CecSim.Telephony.Media.Lines;

/// <summary>A path on which RTP packets are lost or late, as its trouble has it. The sender does not notice.</summary>
internal sealed class ImpairedPath(IMediaPath path, MediaImpairments trouble, TimeProvider clock) : IMediaPath
{
    /// <summary>What is on its way at once; more are lost. It is about a second of good video.</summary>
    public const int PacketsMax = 1_000;

    /// <summary>What encryption adds: <see cref="IMediaPath"/> promises it behind each packet.</summary>
    private const int Spare = 32;

    private readonly Queue<Late> _late = new();
    private readonly long _beganAt = clock.GetTimestamp();
    private TimeSpan _lastDue;

    public bool IsOpen => path.IsOpen;

    public int SendRtp(Span<byte> buffer, int length) => Send(buffer, length, isRepeated: false);

    public int RepeatRtp(Span<byte> buffer, int length) => Send(buffer, length, isRepeated: true);

    public void SendRtcp(Span<byte> buffer, int length) => path.SendRtcp(buffer, length);

    /// <summary>Sends what has waited long enough.</summary>
    public void Tick()
    {
        var now = clock.GetElapsedTime(_beganAt);
        while (_late.TryPeek(out var first) && first.Due <= now)
        {
            _late.Dequeue();
            Pass(first.Buffer, first.Length, first.IsRepeated);
        }
    }

    private int Send(Span<byte> buffer, int length, bool isRepeated)
    {
        if (!IsOpen)
        {
            return 0;
        }

        if (trouble.LossShare > 0 && trouble.DrawOut() < trouble.LossShare)
        {
            return length;
        }

        return trouble.DelayMax > TimeSpan.Zero
            ? Delay(buffer[..length], isRepeated)
            : Pass(buffer, length, isRepeated);
    }

    private int Pass(Span<byte> buffer, int length, bool isRepeated) =>
        isRepeated ? path.RepeatRtp(buffer, length) : path.SendRtp(buffer, length);

    // One behind the other: a network that delays seldom lets packets overtake.
    private int Delay(ReadOnlySpan<byte> packet, bool isRepeated)
    {
        if (_late.Count < PacketsMax)
        {
            var due = clock.GetElapsedTime(_beganAt) + (trouble.DelayMax * trouble.DrawOut());
            _lastDue = due > _lastDue ? due : _lastDue;
            var buffer = new byte[packet.Length + Spare];
            packet.CopyTo(buffer);
            _late.Enqueue(new Late(buffer, packet.Length, isRepeated, _lastDue));
        }

        return packet.Length;
    }

    private readonly record struct Late(byte[] Buffer, int Length, bool IsRepeated, TimeSpan Due);
}
