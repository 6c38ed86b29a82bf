namespace CecSim.Telephony.WebRtc.Dtls;

/// <summary>
/// The messages that one side sends before it waits for the other, kept to be sent again: RFC 6347 section 4.2.4.
/// </summary>
internal sealed class Flight(RecordLayer records, DtlsOutput output, TimeProvider clock)
{
    /// <summary>
    /// Below the smallest path of the internet less its headers: RFC 8831 section 5 counts the same way.
    /// </summary>
    private const int DatagramMax = 1200;
    private const int FragmentMax = DatagramMax - RecordLayer.Overhead - HandshakeMessage.HeaderLength;
    private const int RepeatsMax = 7;
    private const int DoublingsMax = 4;

    // The RFC begins with a second, for the open internet. On the way to a browser next door that is only a pause.
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(400);

    // One repeated flight of the peer comes as several fragments and deserves one answer.
    private static readonly TimeSpan RepeatGap = TimeSpan.FromMilliseconds(50);

    private readonly List<(ContentType Type, int Epoch, byte[] Content)> _parts = [];
    private readonly byte[] _datagram = new byte[DatagramMax + RecordLayer.Overhead];
    private int _filled;
    private long _sentAt;
    private bool _waits;
    private int _repeats;

    public void Begin()
    {
        _parts.Clear();
        _waits = false;
    }

    public void Add(ContentType type, int epoch, byte[] content) => _parts.Add((type, epoch, content));

    /// <summary>Sends the flight; one that expects no answer is repeated only when the peer repeats its own.</summary>
    public void Send(bool expectsAnswer)
    {
        _waits = expectsAnswer;
        _repeats = 0;
        Transmit();
    }

    public void Stop() => _waits = false;

    public void PeerRepeats()
    {
        if (_parts.Count > 0 && clock.GetElapsedTime(_sentAt) >= RepeatGap)
        {
            Transmit();
        }
    }

    /// <summary>
    /// Repeats the flight when its wait is over. False once it has been repeated in vain often enough.
    /// </summary>
    public bool Tick()
    {
        if (!_waits || clock.GetElapsedTime(_sentAt) < FirstWait * (1 << Math.Min(_repeats, DoublingsMax)))
        {
            return true;
        }

        if (_repeats == RepeatsMax)
        {
            return false;
        }

        _repeats++;
        Transmit();
        return true;
    }

    private void Transmit()
    {
        _sentAt = clock.GetTimestamp();
        foreach (var (type, epoch, content) in _parts)
        {
            if (type == ContentType.Handshake)
            {
                AddFragments(epoch, content);
            }
            else
            {
                AddRecord(type, epoch, content);
            }
        }

        FlushDatagram();
    }

    private void AddFragments(int epoch, ReadOnlySpan<byte> message)
    {
        var header = message[..HandshakeMessage.HeaderLength];
        var body = message[HandshakeMessage.HeaderLength..];
        Span<byte> fragment = stackalloc byte[HandshakeMessage.HeaderLength + FragmentMax];
        var offset = 0;
        do
        {
            var length = Math.Min(FragmentMax, body.Length - offset);
            header.CopyTo(fragment);
            WriteU24(fragment[6..], offset);
            WriteU24(fragment[9..], length);
            body.Slice(offset, length).CopyTo(fragment[HandshakeMessage.HeaderLength..]);
            AddRecord(ContentType.Handshake, epoch, fragment[..(HandshakeMessage.HeaderLength + length)]);
            offset += length;
        }
        while (offset < body.Length);
    }

    private void AddRecord(ContentType type, int epoch, ReadOnlySpan<byte> content)
    {
        if (_filled + content.Length + RecordLayer.Overhead > DatagramMax)
        {
            FlushDatagram();
        }

        _filled += records.Write(_datagram.AsSpan(_filled), type, epoch, content);
    }

    private void FlushDatagram()
    {
        if (_filled > 0)
        {
            output(_datagram.AsSpan(0, _filled));
            _filled = 0;
        }
    }

    private static void WriteU24(Span<byte> field, int value)
    {
        field[0] = (byte)(value >> 16);
        field[1] = (byte)(value >> 8);
        field[2] = (byte)value;
    }
}
