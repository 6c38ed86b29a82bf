using CecSim.Telephony.Tests.Media;

namespace CecSim.Telephony.Tests.WebRtc.Answering;

/// <summary>Offers of a browser that something on the way, or a hand, has changed.</summary>
public sealed class OfferShapesTests : IAsyncDisposable
{
    private const string Fingerprint = "a=fingerprint:";

    private static readonly string Browser = BrowserOffers.Read("chromium-audio-video");
    private static readonly string Audio = BrowserOffers.Read("chromium-audio");

    private readonly GatewayUnderTest _test = new();

    public ValueTask DisposeAsync() => _test.DisposeAsync();

    /// <summary>What is changed, and the lines that are taken.</summary>
    public static TheoryData<string, string, string> Taken => new()
    {
        { "nothing", Browser, "audio video" },
        { "no group", Drop(Browser, "a=group"), "audio" },
        { "no group and no mids", Drop(Drop(Browser, "a=group"), "a=mid"), "audio" },
        { "one line without mid", Drop(Drop(Audio, "a=group"), "a=mid"), "audio" },
        { "group turned round", Browser.Replace("BUNDLE 0 1", "BUNDLE 1 0", StringComparison.Ordinal), "audio video" },
        { "group of names that are not there",
            Browser.Replace("BUNDLE 0 1", "BUNDLE x 0 1 y", StringComparison.Ordinal), "audio video" },
        { "group of video alone", Browser.Replace("BUNDLE 0 1", "BUNDLE 1", StringComparison.Ordinal), "audio" },
        { "two groups",
            Browser.Replace("BUNDLE 0 1", "BUNDLE 1\r\na=group:BUNDLE 0", StringComparison.Ordinal), "audio" },
        { "lip synchronisation",
            Browser.Replace("a=group:BUNDLE 0 1", "a=group:LS 0 1", StringComparison.Ordinal), "audio" },
        { "audio off", Off(Browser, "audio", "1"), "video" },
        { "video off", Off(Browser, "video", "0"), "audio" },
        { "audio that nobody knows", Browser.Replace("opus/48000/2", "speex/16000", StringComparison.Ordinal)
            .Replace("G722/8000", "x/8000", StringComparison.Ordinal)
            .Replace("PCMU/8000", "x/8000", StringComparison.Ordinal)
            .Replace("PCMA/8000", "x/8000", StringComparison.Ordinal), "video" },
        { "video that only waits for its bundle", BundleOnly(Browser), "audio video" },
        { "no rtcp-mux in video", DropIn(Browser, 1, "a=rtcp-mux"), "audio" },
        { "session transport", Lifted(Browser), "audio video" },
        { "transport in the second section, the tagged one",
            OnlyInVideo(Browser.Replace("BUNDLE 0 1", "BUNDLE 1 0", StringComparison.Ordinal)), "audio video" },
        { "transport in a section that is not the tagged one", OnlyInVideo(Browser), "audio video" },
        { "fingerprint above, the rest in the section", Moved(Browser, Fingerprint), "audio video" },
        { "plain profile", Browser.Replace("UDP/TLS/RTP/SAVPF", "RTP/AVP", StringComparison.Ordinal), "audio video" },
        { "plain profile with feedback",
            Browser.Replace("UDP/TLS/RTP/SAVPF", "RTP/AVPF", StringComparison.Ordinal), "audio video" },
        { "no candidates", Drop(Browser, "a=candidate"), "audio video" },
        { "line feeds alone", Browser.Replace("\r\n", "\n", StringComparison.Ordinal), "audio video" },
        { "carriage returns alone", Browser.Replace("\r\n", "\r", StringComparison.Ordinal), "audio video" },
        { "blanks at line ends", Browser.Replace("\r\n", " \r\n", StringComparison.Ordinal), "audio video" },
        { "tabs at line ends", Browser.Replace("\r\n", "\t\r\n", StringComparison.Ordinal), "audio video" },
        { "blank lines", Browser.Replace("\r\n", "\r\n\r\n", StringComparison.Ordinal) + "\r\n\r\n", "audio video" },
        { "no last line end", Browser.TrimEnd(), "audio video" },
        { "byte order mark", '\uFEFF' + Browser, "audio video" },
        { "tabs for blanks", Browser.Replace("a=rtpmap:111 ", "a=rtpmap:111\t", StringComparison.Ordinal)
            .Replace("m=audio ", "m=audio\t ", StringComparison.Ordinal)
            .Replace("BUNDLE 0 1", "BUNDLE\t0  1", StringComparison.Ordinal), "audio video" },
        { "blanks after colons", Browser.Replace("a=mid:", "a=mid: ", StringComparison.Ordinal)
            .Replace("a=setup:", "a=setup: ", StringComparison.Ordinal)
            .Replace("a=rtpmap:", "a=rtpmap: ", StringComparison.Ordinal), "audio video" },
    };

    [Theory]
    [MemberData(nameof(Taken))]
    public void A_changed_offer_is_answered_by_the_rules(string change, string offer, string taken)
    {
        var answer = Answer(offer);

        var lines = SdpSections.Of(answer).Media.Where(m => m.Port != "0").Select(m => m.Kind);
        Assert.Equal((change, taken), (change, string.Join(' ', lines)));
        var clean = offer.TrimStart('\uFEFF').Replace("\r", "\n", StringComparison.Ordinal);
        Assert.Empty(AnswerRules.BrokenBy(clean, answer));
    }

    [Theory]
    [InlineData("a=sendonly ", "recvonly")]
    [InlineData("a=sendonly\t", "recvonly")]
    [InlineData("a= sendonly", "recvonly")]
    [InlineData("a=inactive  \t ", "inactive")]
    [InlineData("a=recvonly\u00A0", "sendonly")]
    public void A_direction_with_blanks_around_it_is_no_other(string line, string answered)
    {
        var offer = new OfferText { AudioDirection = "XX" }.ToString().Replace("a=XX", line, StringComparison.Ordinal);

        Assert.Contains($"a={answered}", SdpLines.Section(Answer(offer), 0));
    }

    /// <summary>Lines that a sloppy reader would pass over, and what was meant with them.</summary>
    [Theory]
    [InlineData("A=sendonly")]
    [InlineData(" a=sendonly")]
    [InlineData("a =sendonly")]
    [InlineData("a=sendonly\0")]
    [InlineData("sendonly")]
    public void A_line_that_cannot_be_read_is_refused_by_its_text(string line)
    {
        var offer = new OfferText { AudioDirection = "XX" }.ToString().Replace("a=XX", line, StringComparison.Ordinal);

        var refused = Assert.IsType<MediaAnswer.Refused>(_test.Gateway.Accept(offer));

        Assert.Equal(OfferRefusal.Malformed, refused.Reason);
        Assert.Contains(line.Replace('\0', '?').TrimEnd(), refused.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("111 opus/48000/2", "111 opus/48000/2")]
    [InlineData("111 opus/48000", "111 opus/48000")]
    [InlineData("111 OPUS/48000/2", "111 OPUS/48000/2")]
    [InlineData("111  opus / 48000 / 2 ", "111 opus/48000/2")]
    [InlineData("0 pcmu/8000/1", "0 pcmu/8000/1")]
    [InlineData("8 PCMA/8000", "8 PCMA/8000")]
    public void An_encoding_is_known_however_it_is_spelled_and_given_back_as_it_came(string offered, string answered)
    {
        var offer = new OfferText { Audio = [offered.Trim().Split(' ')[0] + " XX"] }.ToString()
            .Replace($"{offered.Split(' ')[0]} XX", offered, StringComparison.Ordinal);

        Assert.Contains($"a=rtpmap:{answered}", SdpLines.Section(Answer(offer), 0));
    }

    [Theory]
    [InlineData("111 opus/48000/3")]
    [InlineData("111 opus/16000/2")]
    [InlineData("0 PCMU/8000/2")]
    [InlineData("111 opus")]
    [InlineData("111 opus/x/2")]
    public void An_encoding_of_another_clock_or_channels_is_none_that_is_known(string offered)
    {
        var refused = Assert.IsType<MediaAnswer.Refused>(
            _test.Gateway.Accept(new OfferText { Audio = [offered] }.ToString()));

        Assert.Equal(OfferRefusal.NoCommonCodec, refused.Reason);
        Assert.Contains("audio: none of its codecs is opus or G722 or PCMU", refused.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("telephone-event/8000/1")]
    [InlineData("telephone-event/8000")]
    [InlineData("Telephone-Event/8000/1")]
    [InlineData("telephone-event / 8000 / 1")]
    public void Keys_are_known_however_they_are_spelled(string encoding)
    {
        var answer = Answer(new OfferText { Audio = [OfferText.Pcmu, $"101 {encoding}"] }.ToString());

        Assert.EndsWith(" 0 101", SdpLines.Section(answer, 0)[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=42e01f", true)]
    [InlineData("packetization-mode=0;profile-level-id=42e01f", true)]
    [InlineData("profile-level-id=42e01f", true)]
    [InlineData(null, true)]
    [InlineData("profile-level-id=640c1f; Packetization-Mode = 1", true)]
    [InlineData("packetization-mode=2;profile-level-id=42e01f", false)]
    public void H264_is_taken_in_the_modes_that_keep_the_order_of_their_units(string? parameters, bool isTaken)
    {
        var offer = new OfferText { Video = [OfferText.H264] }.ToString();
        var start = offer.IndexOf("a=fmtp:102", StringComparison.Ordinal);
        var end = offer.IndexOf('\n', start) + 1;
        offer = offer[..start] + (parameters is null ? "" : $"a=fmtp:102 {parameters}\r\n") + offer[end..];

        var video = SdpLines.Section(Answer(offer), 1);

        Assert.Equal(isTaken, video[0].EndsWith("SAVPF 102", StringComparison.Ordinal) && !video[0].Contains(" 0 "));
        Assert.Equal(isTaken && parameters is not null ? [$"a=fmtp:102 {parameters}"] : [],
            video.Where(l => l.StartsWith("a=fmtp:102", StringComparison.Ordinal)));
    }

    [Fact]
    public void Of_several_h264_formats_the_first_that_can_be_taken_is()
    {
        const string Mapped = "a=rtpmap:97 H264";
        var offer = new OfferText { Video = ["97 H264/90000", "98 H264/90000", OfferText.H264, OfferText.Vp8] }
            .ToString()
            .Replace(Mapped, $"a=fmtp:97 packetization-mode=2\r\n{Mapped}", StringComparison.Ordinal);

        Assert.EndsWith("SAVPF 98", SdpLines.Section(Answer(offer), 1)[0], StringComparison.Ordinal);
    }

    /// <summary>Each sentence says what is wrong, and what would do.</summary>
    [Theory]
    [InlineData("a=rtcp-mux", OfferRefusal.NoRtcpMux, "a=rtcp-mux")]
    [InlineData("a=ice-ufrag", OfferRefusal.NoIce, "a=ice-ufrag")]
    [InlineData("a=ice-pwd", OfferRefusal.NoIce, "a=ice-pwd")]
    [InlineData("a=fingerprint", OfferRefusal.NoFingerprint, "a=fingerprint")]
    [InlineData("m=", OfferRefusal.NoMedia, "no m-line")]
    public void An_offer_that_lacks_something_is_refused_by_what_it_lacks(
        string without, OfferRefusal reason, string said)
    {
        var refused = Assert.IsType<MediaAnswer.Refused>(_test.Gateway.Accept(Drop(Browser, without)));

        Assert.Equal(reason, refused.Reason);
        Assert.Contains(said, refused.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1", "1")]
    [InlineData("1/sendonly", "1/recvonly")]
    [InlineData("1/recvonly", "1/sendonly")]
    [InlineData("1/sendrecv", "1/sendrecv")]
    [InlineData("1/inactive", "1/inactive")]
    public void An_extension_of_one_direction_is_answered_by_the_other(string offered, string answered)
    {
        var offer = new OfferText().ToString().Replace("a=extmap:1 ", $"a=extmap:{offered} ", StringComparison.Ordinal);

        Assert.Contains(
            $"a=extmap:{answered} urn:ietf:params:rtp-hdrext:ssrc-audio-level", SdpLines.Section(Answer(offer), 0));
    }

    [Fact]
    public void Two_lines_of_one_name_are_refused()
    {
        var refused = Assert.IsType<MediaAnswer.Refused>(
            _test.Gateway.Accept(Browser.Replace("a=mid:1", "a=mid:0", StringComparison.Ordinal)));

        Assert.Contains("a=mid:0", refused.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_later_offer_may_bring_a_group_and_take_it_away()
    {
        var (call, first) = GatewayUnderTest.Accepted(_test.Gateway.Accept(Drop(Audio, "a=group")));
        Assert.DoesNotContain("a=group", first, StringComparison.Ordinal);
        Assert.DoesNotContain("a=group", call.WriteOffer(MediaDirection.SendOnly), StringComparison.Ordinal);

        var with = GatewayUnderTest.Accepted(call.Reoffer(Browser)).Sdp;
        Assert.Equal("BUNDLE 0 1", SdpLines.Value(with, "a=group:"));
        Assert.Contains("a=group:BUNDLE 0 1", SdpLines.Of(call.WriteOffer(MediaDirection.SendOnly)));

        var without = GatewayUnderTest.Accepted(call.Reoffer(Drop(Browser, "a=group"))).Sdp;
        Assert.Empty(AnswerRules.BrokenBy(Drop(Browser, "a=group"), without));
        Assert.Equal([LineState.Active, LineState.Refused], call.Report().Lines.Select(l => l.State));
    }

    private static string Drop(string offer, string start) => string.Concat(
        SdpLines.Of(offer).Where(l => !l.StartsWith(start, StringComparison.Ordinal)).Select(l => l + "\r\n"));

    private static string DropIn(string offer, int line, string start)
    {
        var parts = offer.Split("m=");
        parts[line + 1] = Drop(parts[line + 1], start);
        return string.Join("m=", parts);
    }

    private static string Off(string offer, string kind, string left)
    {
        var line = SdpLines.Of(offer).First(l => l.StartsWith($"m={kind}", StringComparison.Ordinal));
        var words = line.Split(' ');
        words[1] = "0";
        return offer.Replace(line, string.Join(' ', words), StringComparison.Ordinal)
            .Replace("BUNDLE 0 1", $"BUNDLE {left}", StringComparison.Ordinal);
    }

    // As RFC 9143 section 7.2 has it: no address and nothing of a transport.
    private static string BundleOnly(string offer)
    {
        var parts = Off(offer, "video", "0 1").Split("m=video");
        return $"{parts[0]}m=video{Bare(parts[1])}a=bundle-only\r\n";
    }

    private static string OnlyInVideo(string offer)
    {
        var parts = offer.Split("m=video");
        return $"{Bare(parts[0])}m=video{parts[1]}";
    }

    private static string Bare(string text) => new[] { "a=ice-", Fingerprint, "a=setup", "a=rtcp-mux", "a=candidate" }
        .Aggregate(text, Drop);

    private static string Lifted(string offer) =>
        new[] { "a=ice-ufrag:", "a=ice-pwd:", Fingerprint, "a=setup:" }.Aggregate(offer, Moved);

    private static string Moved(string offer, string start)
    {
        var line = SdpLines.Of(offer).First(l => l.StartsWith(start, StringComparison.Ordinal));
        var rest = Drop(offer, start);
        return rest.Insert(rest.IndexOf("m=", StringComparison.Ordinal), line + "\r\n");
    }

    private string Answer(string offer) => GatewayUnderTest.Accepted(_test.Gateway.Accept(offer)).Sdp;
}
