using CecSim.Telephony.Media.Lines;
using CecSim.Telephony.Media.Recording;

namespace CecSim.Telephony.Media;

/// <summary>
/// The media of one end of a call: what it and its peer have described, the lines that carry it, and the transport
/// under them, of whichever kind. Packets and ticks come from its owner; packets go out by the transport, and what has
/// happened is there to be read. Not for two threads at once.
/// </summary>
internal sealed class RtcCore : IDisposable
{
    private readonly TelephonyMeter? _meter;
    private readonly long _beganAt;
    private bool _isOver;

    public RtcCore(
        MediaTransport transport,
        TransportSetting setting,
        MediaImpairments? trouble = null,
        CallRecording? recording = null)
    {
        Clock = setting.Inputs.Clock;
        _meter = setting.Meter;
        _beganAt = Clock.GetTimestamp();
        Transport = transport;
        Lines = new MediaSections(new LinePaths(Transport, trouble, Clock), setting.Inputs, recording);
        Transport.IsAgreed = Lines.Carry;
        Description = new CallDescription(setting.Inputs.Random);
    }

    public TimeProvider Clock { get; }

    public MediaTransport Transport { get; }

    public MediaSections Lines { get; }

    public CallDescription Description { get; }

    /// <summary>How long it took until media could flow; null until then.</summary>
    public TimeSpan? ConnectedAfter { get; private set; }

    /// <summary>A packet of sound or pictures has come.</summary>
    public bool HasHeard { get; private set; }

    /// <summary>Takes a packet with room behind it. A digit when one was just pressed.</summary>
    public char? Receive(Span<byte> buffer, int length, PacketKind kind, SocketAddress from, IPacketPort port)
    {
        var plain = Transport.Receive(buffer[..length], kind, from, port);
        char? digit = null;
        if (plain > 0 && kind == PacketKind.Rtcp)
        {
            Lines.ReceiveRtcp(buffer[..plain]);
        }
        else if (plain > 0)
        {
            HasHeard = true;
            digit = ReceiveRtp(buffer, plain, length, Transport.KindAt(port));
        }

        Settle();
        return digit;
    }

    public void Tick()
    {
        Transport.IsExpectant = Lines.AreExpectant;
        Transport.Tick();
        Lines.Tick();
        Settle();
    }

    /// <summary>Answers the peer's offer.</summary>
    public string Answer(Offer offer, MediaSource source)
    {
        Transport.Take(offer.Path, isAnswer: false);
        return Description.Answer(Transport.Describe(isOffer: false), Lines, offer, source);
    }

    /// <summary>An offer before there is any line.</summary>
    /// <param name="codecs">Best first.</param>
    public string FirstOffer(IReadOnlyCollection<Codec> codecs, bool hasComfortNoise = false) =>
        Description.FirstOffer(Transport.Describe(isOffer: true), codecs, hasComfortNoise);

    /// <summary>A later one.</summary>
    /// <param name="direction">Null for what it last wanted.</param>
    public string Offer(MediaDirection? direction = null) =>
        Description.Offer(Transport.Describe(isOffer: true), Lines, direction);

    /// <summary>Takes the peer's answer to the last offer; false when its lines are not the offer's.</summary>
    public bool TakeAnswer(SdpDescription text, Offer answer, MediaSource source)
    {
        if (!Description.Settle(text, answer, Lines, source))
        {
            return false;
        }

        Transport.Take(answer.Path, isAnswer: true);
        return true;
    }

    public MediaReport Report(MediaSource source)
    {
        var status = Transport.Status;
        return new MediaReport(
            Transport.Id,
            source,
            status.Ice,
            status.Dtls,
            status.DtlsReason,
            status.Profile,
            status.FingerprintMatches,
            status.Local,
            status.Remote,
            Transport.End,
            status.Rejected,
            ConnectedAfter,
            Lines.Report())
        {
            Security = Transport.Security,
            Foreign = status.Foreign,
            Unclaimed = Lines.Unclaimed,
        };
    }

    /// <summary>Tells the peer that nothing more will come, and sends nothing more.</summary>
    public void Close()
    {
        Lines.SayGoodbye();
        Transport.Close();
        Settle();
    }

    /// <summary>Gives the keys back; the states can still be read.</summary>
    public void Dispose() => Transport.Dispose();

    private char? ReceiveRtp(Span<byte> buffer, int length, int sealedLength, MediaKind? kind)
    {
        var unclaimed = Lines.Unclaimed;
        var digit = Lines.ReceiveRtp(buffer, length, sealedLength, kind);
        if (Lines.Unclaimed > unclaimed)
        {
            _meter?.CountUnclaimed();
        }

        return digit;
    }

    private void Settle()
    {
        if (ConnectedAfter is null && Transport.IsConnected)
        {
            ConnectedAfter = Clock.GetElapsedTime(_beganAt);
            _meter?.CountConnected(ConnectedAfter.Value);
        }

        if (Transport.End is { } end && !_isOver)
        {
            _isOver = true;
            _meter?.CountEnded(end, Lines.Report().Sum(l => l.LostIn));
        }
    }
}
