using CecSim.Telephony.Media.Clips;

namespace CecSim.Telephony.WebRtc.Sdp;

/// <summary>
/// What one side says of itself once the media are agreed on, in an answer or in a later offer: RFC 8829 sections 5.2
/// and 5.3.
/// </summary>
/// <param name="Bundle">The names of the group's lines; null when none was offered (RFC 9143 section 7.3).</param>
internal sealed record LocalDescription(
    ulong SessionId,
    int Version,
    LocalTransport Own,
    IReadOnlyList<LocalLine> Lines,
    IReadOnlyList<string>? Bundle)
{
    private const int FrameMilliseconds = 1000 / AudioClips.FramesPerSecond;

    private readonly SdpText _text = SdpText.Begin(SessionId, Version, Own.Address.Address);

    public string Write()
    {
        Own.WriteSession(_text);
        if (Bundle is { Count: > 0 })
        {
            _text.Line($"a=group:BUNDLE {string.Join(' ', Bundle)}");
        }

        if (Own.IsForBrowsers)
        {
            _text.Line($"a=msid-semantic: WMS cecsim");
        }

        foreach (var line in Lines)
        {
            if (line.Offered.IsTaken)
            {
                Write(line, line.Offered.Codec!);
            }
            else
            {
                Refuse(line.Offered.Media);
            }
        }

        return _text.ToString();
    }

    private void Write(LocalLine line, OfferedCodec codec)
    {
        var own = Own.For(line.Offered.Kind)!;
        byte?[] types = [codec.PayloadType, codec.Retransmission, codec.ComfortNoise, codec.Digits?.PayloadType];
        _text.Media(
            line.Offered.Media.Kind,
            own.Address,
            line.Offered.Media.Protocol,
            string.Join(' ', types.Where(t => t is not null)));
        own.WriteLine(_text);
        WriteMid(line.Offered.Media);
        foreach (var extension in line.Offered.Extensions.Attributes())
        {
            _text.Line($"a={extension}");
        }

        _text.Line($"a={line.Direction.Attribute()}");
        if (own.Multiplexes(line.Offered.Media, Bundle))
        {
            _text.Line($"a=rtcp-mux");
        }

        WriteCodec(line.Offered, codec);
        if (Own.IsForBrowsers && line.Direction.Sends())
        {
            _text.Line($"a=msid:cecsim cecsim-{line.Offered.Media.Kind}");
            WriteSources(line);
        }
    }

    // RFC 5576 section 4.2 and RFC 4588 section 8.8: which stream repeats which.
    private void WriteSources(LocalLine line)
    {
        if (line.RetransmissionSsrc is { } repeats)
        {
            _text.Line($"a=ssrc-group:FID {line.Ssrc} {repeats}");
        }

        _text.Line($"a=ssrc:{line.Ssrc} cname:cecsim");
        if (line.RetransmissionSsrc is { } again)
        {
            _text.Line($"a=ssrc:{again} cname:cecsim");
        }
    }

    private void WriteCodec(OfferedLine line, OfferedCodec codec)
    {
        _text.Line($"a=rtpmap:{codec.PayloadType} {codec.Map}");
        if (codec.OwnParameters is { } parameters)
        {
            _text.Line($"a=fmtp:{codec.PayloadType} {parameters}");
        }

        if (codec.Retransmission is { } retransmission)
        {
            _text.Line($"a=rtpmap:{retransmission} rtx/{codec.Codec.ClockRate()}");
            _text.Line($"a=fmtp:{retransmission} apt={codec.PayloadType}");
        }

        if (codec.ComfortNoise is { } comfortNoise)
        {
            _text.Line($"a=rtpmap:{comfortNoise} CN/{codec.Codec.ClockRate()}");
        }

        if (codec.Digits is { } digits)
        {
            _text.Line($"a=rtpmap:{digits.PayloadType} {digits.Map}");
            _text.Line($"a=fmtp:{digits.PayloadType} 0-15");
        }

        foreach (var feedback in line.Feedback())
        {
            _text.Line($"a=rtcp-fb:{codec.PayloadType} {feedback}");
        }

        if (!Own.IsForBrowsers && line.Kind == MediaKind.Audio)
        {
            _text.Line($"a=ptime:{FrameMilliseconds}");
        }
    }

    // RFC 3264 section 6: a refused line stays in its place, with port 0 and at least one format.
    private void Refuse(SdpMedia media)
    {
        _text.Line($"m={media.Kind} 0 {media.Protocol} {string.Join(' ', media.Formats)}");
        _text.Line($"c=IN IP4 0.0.0.0");
        _text.Line($"a=inactive");
        WriteMid(media);
    }

    private void WriteMid(SdpMedia media)
    {
        if (media.Mid is { } mid)
        {
            _text.Line($"a=mid:{mid}");
        }
    }
}
