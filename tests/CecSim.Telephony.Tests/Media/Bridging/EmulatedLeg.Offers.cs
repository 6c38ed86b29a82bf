using CecSim.Telephony.Tests.WebRtc.Answering;

namespace CecSim.Telephony.Tests.Media.Bridging;

/// <content>What it offers and answers once it is in a call.</content>
internal sealed partial class EmulatedLeg
{
    /// <summary>Offers anew, and takes the answer.</summary>
    public void Reoffer(MediaCall call, MediaDirection direction) =>
        TakeAnswer(GatewayUnderTest.Accepted(call.Reoffer(_core.Offer(direction))).Sdp);

    public string WriteOffer(MediaDirection direction) => _core.Offer(direction);

    /// <summary>Offers another codec for its sound, and sends in it once that is answered.</summary>
    public void ChangeCodec(MediaCall call, Codec codec)
    {
        var sections = _core.Offer(MediaDirection.SendReceive).Split("m=");
        var lines = sections[1].Split("\r\n");
        var kept = lines.Skip(1).Where(l => !l.StartsWith("a=rtpmap", StringComparison.Ordinal)
            && !l.StartsWith("a=fmtp", StringComparison.Ordinal));
        var first = string.Join(' ', lines[0].Split(' ').Take(3));
        sections[1] = $"{first} 99\r\na=rtpmap:99 {codec.RtpMap()}\r\n" + string.Join("\r\n", kept);
        var offer = string.Join("m=", sections);
        var answer = GatewayUnderTest.Accepted(call.Reoffer(offer)).Sdp;
        AnswerRules.AssertKept(offer, answer, isFirst: false);
        TakeAnswer(answer);
        Assert.Contains(codec, _codecs);
        var read = Offer.ReadAnswer(SdpDescription.Parse(answer, out _)!, Readable, out var detail);
        Assert.True(read is not null, detail);
        _core.Description.Take(read.Value.Offer, _core.Lines, MediaSource.Peer);
        _encoder = null;
    }

    /// <summary>Answers an offer of the gateway.</summary>
    public string Answer(string offer)
    {
        var read = Offer.Read(offer, Readable, out _, out var detail);
        Assert.True(read is not null, detail);
        Assert.True(_core.Transport.TryOpen(read.Kinds));
        return _core.Answer(read, MediaSource.Peer);
    }

    public void TakeAnswer(string answer)
    {
        if (_ice is not null && _ice.Remote is null)
        {
            var first = SdpAnswer.Read(answer, _codecs, out var why);
            Assert.True(first is not null, why);
            Assert.True(_core.TakeAnswer(first.Description, first.Offer, MediaSource.Peer));
            _ice.Begin(first.Offer.Secured.Ice, first.Candidates);
            return;
        }

        var description = SdpDescription.Parse(answer, out _)!;
        var read = Offer.ReadAnswer(description, Readable, out var detail);
        Assert.True(read is not null, detail);
        Assert.True(_core.TakeAnswer(description, read.Value.Offer, MediaSource.Peer));
    }

    private OfferWishes Readable =>
        new(_codecs, [_core.Transport.Security]) { TakesComfortNoise = true };
}
