using CecSim.Telephony.Tests.WebRtc.Answering;

namespace CecSim.Telephony.Tests.Media;

/// <summary>An offer that the gateway makes for a peer that brings none: RFC 3261 section 13.2.1.</summary>
public sealed class OwnOfferTests : IAsyncDisposable
{
    private readonly GatewayUnderTest _test = new();

    public ValueTask DisposeAsync() => _test.DisposeAsync();

    [Theory]
    [InlineData("active", DtlsSetup.Passive)]
    [InlineData("passive", DtlsSetup.Active)]
    public async Task A_peer_of_either_role_that_answers_is_connected(string setup, object theirs)
    {
        var peer = _test.NewPeer();
        var (call, offer) = GatewayUnderTest.Accepted(_test.Gateway.Offer());
        var answer = peer.Offer with { Setup = setup, Video = [OfferText.Vp8] };

        Assert.Null(call.TakeAnswer(answer.ToString()));

        // The peer reads it as an answer that had decided; its own has.
        var decided = $"a=setup:{theirs.ToString()!.ToLowerInvariant()}";
        await _test.WhileTimeGoesOnAsync(
            peer.ConnectAsync(offer.Replace("a=setup:actpass", decided, StringComparison.Ordinal)));
        peer.SendRtp(Rtp.Packet(111, 1, 960, [1, 2, 3]));
        Assert.Equal([1, 2, 3], Rtp.Payload(await peer.NextRtpAsync()));
        Assert.Equal([LineState.Active, LineState.Active], call.Report().Lines.Select(l => l.State));
    }

    [Fact]
    public void The_offer_has_all_that_can_be_had_and_reads_as_one()
    {
        var (_, offer) = GatewayUnderTest.Accepted(_test.Gateway.Offer());

        Assert.Contains("a=ice-lite", SdpLines.Of(offer));
        Assert.EndsWith(" 111 9 0 8 110 126", SdpLines.Section(offer, 0)[0], StringComparison.Ordinal);
        Assert.EndsWith(" 96 102 97 103", SdpLines.Section(offer, 1)[0], StringComparison.Ordinal);
        var (_, answer) = GatewayUnderTest.Accepted(_test.Gateway.Accept(offer));
        Assert.Empty(AnswerRules.BrokenBy(offer, answer));
    }

    [Fact]
    public void A_line_that_the_answer_refuses_is_no_part_of_the_call()
    {
        var (call, _) = GatewayUnderTest.Accepted(_test.Gateway.Offer());
        var answer = new OfferText { Setup = "active", Video = [OfferText.Vp8] }.ToString()
            .Replace("m=video 9", "m=video 0", StringComparison.Ordinal);

        Assert.Null(call.TakeAnswer(answer));

        Assert.Equal([LineState.Active, LineState.Closed], call.Report().Lines.Select(l => l.State));
        var later = call.WriteOffer();
        Assert.StartsWith("m=video 0 ", SdpLines.Section(later, 1)[0], StringComparison.Ordinal);
        Assert.Equal("2", SdpLines.Value(later, "o=- ").Split(' ')[1]);
    }

    [Theory]
    [InlineData("v=0", "no m-line with a port")]
    [InlineData("one line", "not the m-lines of the offer")]
    [InlineData("no ice", "a=ice-ufrag")]
    public void An_answer_of_no_use_is_told_by_what_it_lacks(string answer, string said)
    {
        var (call, _) = GatewayUnderTest.Accepted(_test.Gateway.Offer());
        var text = answer switch
        {
            "one line" => new OfferText { Setup = "active" }.ToString(),
            "no ice" => new OfferText { Setup = "active", Video = [OfferText.Vp8], Without = ["a=ice-"] }.ToString(),
            _ => answer,
        };

        Assert.Contains(said, call.TakeAnswer(text), StringComparison.Ordinal);

        Assert.Equal(DtlsState.New, call.Report().Dtls);
        Assert.Empty(call.Report().Lines);
    }
}
