using CecSim.Telephony.Media.Bridging;

namespace CecSim.Telephony.Media.Lines;

/// <content>
/// What is lost: asked for again and waited for on the way in, sent again on the way out (RFC 4585 and RFC 4588).
/// </content>
internal abstract partial class MediaSection
{
    private const int VideoAheadMax = 512;
    private const int AudioAheadMax = 64;

    /// <summary>So many numbers fit into the buffer of reports whichever they are.</summary>
    private const int MissingMax = 32;

    private const int AskTimesMax = 11;

    /// <summary>How long others wait for a packet that they have overtaken and nobody can ask for.</summary>
    private static readonly TimeSpan ReorderMax = TimeSpan.FromMilliseconds(60);

    /// <summary>Until the first report tells it.</summary>
    private static readonly TimeSpan LikelyRoundTrip = TimeSpan.FromMilliseconds(100);

    /// <summary>A sender that has answered does not answer again so soon.</summary>
    private static readonly TimeSpan AskTwiceWithin = TimeSpan.FromMilliseconds(20);

    private static readonly TimeSpan AskAgainMargin = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan VideoWaitMin = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan VideoWaitMax = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AudioWaitMax = TimeSpan.FromMilliseconds(200);

    /// <summary>Loss comes back: pictures are not hurried for so long after it.</summary>
    private static readonly TimeSpan LossLasts = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan SmoothMargin = TimeSpan.FromMilliseconds(40);
    private static readonly TimeSpan SmoothMax = TimeSpan.FromMilliseconds(400);

    private readonly ReorderBuffer _order;
    private readonly uint _repeaterSsrc;
    private LineRepeater? _repeater;
    private long? _lossAt;
    private long _cameAt;

    private TimeSpan LastRoundTrip => _roundTrip.Time ?? LikelyRoundTrip;

    /// <summary>
    /// Sound that cannot be asked for again is not kept waiting. What was overtaken goes on when it comes, under the
    /// next number and with a time stamp that tells its place: RFC 3550 section 5.1 has such streams.
    /// </summary>
    private bool KeepsOrder => Offered.TakesNack || Offered.Kind == MediaKind.Video;

    // Four requests, each of which or its answer may be lost; a caller hears sooner that sound is missing.
    private TimeSpan WaitMax => !Offered.TakesNack ? ReorderMax
        : Offered.Kind == MediaKind.Video ? Within(VideoWaitMin, (4 * LastRoundTrip) + LikelyRoundTrip, VideoWaitMax)
        : Within(ReorderMax, LastRoundTrip + ReorderMax, AudioWaitMax);

    /// <summary>
    /// While packets are lost, all pictures wait as long as it takes to ask for one twice, so that a repair does not
    /// let them stand still and then hurry. Without loss they wait for nothing.
    /// </summary>
    private TimeSpan Smoothing =>
        _lossAt is { } at && Offered.Kind == MediaKind.Video && Clock.GetElapsedTime(at) < LossLasts
            ? Within(TimeSpan.Zero, (2 * LastRoundTrip) + SmoothMargin, SmoothMax)
            : TimeSpan.Zero;

    private static TimeSpan Within(TimeSpan least, TimeSpan value, TimeSpan most) =>
        value < least ? least : value > most ? most : value;

    private void TakeRetransmission(Span<byte> buffer, int length, in RtpHeader header)
    {
        Counters.RetransmittedIn++;
        if (Incoming is { } incoming
            && Retransmission.TryRestore(
                buffer, length, header, incoming.Ssrc, Codec.PayloadType, out var restored)
            && RtpHeader.TryRead(buffer[restored], out var original)
            && _order.PlaceOf(original.Sequence) is ReorderPlace.Next or ReorderPlace.Early)
        {
            PutInOrder(buffer[restored.Start..], restored.End.Value - restored.Start.Value, original);
        }
    }

    private void PutInOrder(Span<byte> buffer, int length, in RtpHeader header)
    {
        _cameAt = Clock.GetTimestamp();
        switch (_order.PlaceOf(header.Sequence))
        {
            case ReorderPlace.Early when KeepsOrder:
                _order.Keep(header.Sequence, buffer[..length]);
                break;
            case ReorderPlace.Late:
                if (!KeepsOrder)
                {
                    Hand(buffer, length, header);
                }

                break;
            case ReorderPlace.Anew:
                Flush();
                Leap();
                Deliver(buffer, length, header);
                break;
            case ReorderPlace.Next when _order.IsWaiting || Smoothing > TimeSpan.Zero:
                _order.Keep(header.Sequence, buffer[..length]);
                DeliverKept(Smoothing);
                break;
            default:
                Deliver(buffer, length, header);
                break;
        }
    }

    private void Deliver(Span<byte> buffer, int length, in RtpHeader header)
    {
        Hand(buffer, length, header);
        _order.Pass(header.Sequence);
    }

    private void DeliverKept(TimeSpan smoothing)
    {
        while (_order.TryPeekNext(out var buffer, out var length, out var cameAt)
            && Clock.GetElapsedTime(cameAt) >= smoothing)
        {
            RtpHeader.TryRead(buffer[..length], out var header);
            _cameAt = cameAt;
            Hand(buffer, length, header);
            _order.Pass(header.Sequence);
        }
    }

    private void Hand(Span<byte> buffer, int length, in RtpHeader header)
    {
        if (_uses[header.PayloadType] == PayloadUse.ComfortNoise)
        {
            Forward(ForwardedKind.ComfortNoise, header.PayloadOf(buffer[..length]), header);
        }
        else if (_uses[header.PayloadType] == PayloadUse.Media)
        {
            _recording?.Take(
                Offered.Mid,
                Codec.Codec,
                header,
                header.PayloadOf(buffer[..length]),
                Clock.GetElapsedTime(0, _cameAt));
            Take(buffer, length, header);
        }
    }

    // Nothing more is waited for.
    private void Flush()
    {
        DeliverKept(TimeSpan.Zero);
        while (_order.HasGap)
        {
            GiveUp(TimeSpan.Zero);
        }
    }

    private void GiveUp(TimeSpan smoothing)
    {
        _order.SkipGap();
        Missed();
        DeliverKept(smoothing);
    }

    // The sender has begun anew, or more is lost than is waited for: its time stamps may be others too.
    private void Leap()
    {
        _forwardLeaps = true;
        if (Source == MediaSource.Echo)
        {
            Outgoing.Interrupt();
        }

        if (_order.HasStarted)
        {
            Missed();
        }
    }

    private void Repair()
    {
        if (!_order.IsWaiting)
        {
            return;
        }

        DeliverKept(Smoothing);
        while (_order.HasGap && _order.Waited >= WaitMax)
        {
            GiveUp(Smoothing);
        }

        if (!Offered.TakesNack || Incoming is not { } incoming)
        {
            return;
        }

        Span<ushort> missing = stackalloc ushort[MissingMax];
        var count = _order.TakeMissing(missing, AskTwiceWithin, LastRoundTrip + AskAgainMargin, AskTimesMax);
        if (count > 0)
        {
            Counters.NacksOut++;
            _lossAt = Clock.GetTimestamp();
            var writer = BeginFeedback();
            writer.Nack(Ssrc, incoming.Ssrc, missing[..count]);
            _path.SendRtcp(_rtcp, writer.Length);
        }
    }

    private void Repeat(ReadOnlySpan<byte> missed)
    {
        Counters.NacksIn++;
        for (; missed.Length >= 4 && _repeater is not null; missed = missed[4..])
        {
            var number = BinaryPrimitives.ReadUInt16BigEndian(missed);
            var behind = BinaryPrimitives.ReadUInt16BigEndian(missed[2..]);
            RepeatOne(number);
            for (var i = 0; i < 16; i++)
            {
                if ((behind >> i & 1) != 0)
                {
                    RepeatOne((ushort)(number + i + 1));
                }
            }
        }
    }

    // A receiver that asks again before the first answer can have come would only fill the way.
    private void RepeatOne(ushort number) =>
        Counters.RetransmittedOut +=
            MaySend && _repeater!.TryRepeat(number, Codec.Retransmission, LastRoundTrip / 2) ? 1 : 0;
}
