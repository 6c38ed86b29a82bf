namespace CecSim.Telephony.WebRtc.Dtls;

/// <summary>
/// One DTLS 1.2 association (RFC 6347) over datagrams that somebody else carries. It holds no timer: its owner calls
/// <see cref="Tick"/>. Not for two threads at once.
/// </summary>
internal sealed class DtlsSession : IDisposable
{
    private const byte Warning = 1;
    private const byte Fatal = 2;

    private readonly Handshake _handshake;
    private readonly DtlsOutput _output;
    private readonly RecordLayer _records = new();
    private readonly HandshakeReassembler _assembly = new();
    private readonly Flight _flight;
    private readonly byte[] _plain = new byte[2048];
    private ushort _nextSequence;
    private int _writeEpoch;

    public DtlsSession(Handshake handshake, DtlsOutput output, TimeProvider clock)
    {
        _handshake = handshake;
        _output = output;
        _flight = new Flight(_records, output, clock);
        handshake.Session = this;
    }

    public DtlsState State { get; private set; } = DtlsState.New;

    public bool IsOver => State is DtlsState.Closed or DtlsState.Failed;

    /// <summary>Why it failed or was closed, for a person to read.</summary>
    public string? Reason { get; private set; }

    public SrtpKeys? Keys { get; private set; }

    public Transcript Transcript { get; } = new();

    public void Start()
    {
        State = DtlsState.Handshaking;
        _handshake.Start();
    }

    public void Receive(ReadOnlySpan<byte> datagram)
    {
        while (!IsOver && DtlsRecord.TryTake(ref datagram, out var record))
        {
            if (_records.TryOpen(record, _plain, out var content))
            {
                Take(record.Type, record.Epoch, content);
            }
        }
    }

    public void Tick()
    {
        if (!IsOver && !_flight.Tick())
        {
            End(DtlsState.Failed, "The peer did not answer.");
        }
    }

    public void Close()
    {
        if (IsOver)
        {
            return;
        }

        SendAlert(Warning, AlertDescription.CloseNotify);
        End(DtlsState.Closed, "closed here");
    }

    public void Dispose()
    {
        _handshake.Dispose();
        _records.Dispose();
    }

    internal void BeginFlight() => _flight.Begin();

    internal void Send(HandshakeType type, ReadOnlySpan<byte> body)
    {
        var message = new HandshakeMessage(type, _nextSequence++, _writeEpoch, body.ToArray());
        Transcript.Add(message);
        _flight.Add(ContentType.Handshake, _writeEpoch, message.Encode());
    }

    /// <summary>Everything sent from here on is sealed.</summary>
    internal void SendChangeCipherSpec()
    {
        _flight.Add(ContentType.ChangeCipherSpec, 0, [1]);
        _writeEpoch = 1;
    }

    internal void EndFlight(bool expectsAnswer) => _flight.Send(expectsAnswer);

    internal void Protect(RecordCipher reading, RecordCipher writing) => _records.Protect(reading, writing);

    internal void Complete(SrtpKeys keys)
    {
        _flight.Stop();
        Keys = keys;
        State = DtlsState.Connected;
    }

    internal void Fail(AlertDescription alert, string reason)
    {
        SendAlert(Fatal, alert);
        End(DtlsState.Failed, reason);
    }

    private void Take(ContentType type, int epoch, ReadOnlySpan<byte> content)
    {
        switch (type)
        {
            case ContentType.Handshake:
                TakeHandshake(content, epoch);
                break;

            // Once connected, an alert in clear is anybody's: RFC 6347 section 4.1.2.7.
            case ContentType.Alert when content.Length == 2 && (epoch == 1 || State != DtlsState.Connected):
                TakeAlert(content[0], (AlertDescription)content[1]);
                break;

            // The epoch tells what is sealed, so a ChangeCipherSpec tells nothing. Nobody was offered a data channel.
            default:
                break;
        }
    }

    private void TakeHandshake(ReadOnlySpan<byte> content, int epoch)
    {
        if (State == DtlsState.New)
        {
            Start();
        }

        if (!_assembly.Add(content, epoch))
        {
            _flight.PeerRepeats();
        }

        // A connected peer that says more wants to renegotiate, which WebRTC forbids: RFC 8827 section 6.5.
        while (State == DtlsState.Handshaking && _assembly.TryTake(out var message))
        {
            Transcript.Add(message);
            _handshake.Take(message);
        }
    }

    private void TakeAlert(byte level, AlertDescription description)
    {
        if (description == AlertDescription.CloseNotify)
        {
            End(DtlsState.Closed, "closed by the peer");
        }
        else if (level == Fatal)
        {
            End(DtlsState.Failed, $"The peer sent alert {(int)description}.");
        }
    }

    private void SendAlert(byte level, AlertDescription description)
    {
        Span<byte> record = stackalloc byte[RecordLayer.Overhead + 2];
        _output(record[.._records.Write(record, ContentType.Alert, _writeEpoch, [level, (byte)description])]);
    }

    private void End(DtlsState state, string reason)
    {
        State = state;
        Reason = reason;
        _flight.Begin();
    }
}
