using CecSim.Telephony.Tests.Media;
using FsCheck;
using FsCheck.Fluent;

namespace CecSim.Telephony.Tests.WebRtc.Answering;

/// <summary>Whatever is offered, the answer keeps the rules of offer and answer.</summary>
public sealed class AnswerRulesTests : IAsyncDisposable
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(1_000).WithEndSize(4);

    private readonly GatewayUnderTest _test = new();

    public ValueTask DisposeAsync() => _test.DisposeAsync();

    [Fact]
    public void An_offer_of_any_shape_is_answered_by_the_rules() =>
        Prop.ForAll(RandomOffer.Any(), shape =>
        {
            var offer = shape.ToString();
            var (call, answer) = GatewayUnderTest.Accepted(_test.Gateway.Accept(offer));
            call.Close();
            var sound = SdpSections.Of(answer).Media.Where(m => m is { Kind: "audio", Port: not "0" });
            Assert.True(sound.Count() == 1, $"No sound was taken of\n{offer}");
            AnswerRules.AssertKept(offer, answer);
        }).Check(Runs);

    [Fact]
    public void A_later_offer_of_any_shape_is_answered_by_the_rules_or_refused_with_a_reason() =>
        Prop.ForAll(RandomOffer.Any(), RandomOffer.Any(), (first, second) =>
        {
            var before = first with { Setup = second.Setup };
            var (call, _) = GatewayUnderTest.Accepted(_test.Gateway.Accept(before.ToString()));
            var outcome = call.Reoffer(second.ToString());
            call.Close();
            if (second.Kinds.Count < first.Kinds.Count)
            {
                // RFC 3264 section 8: no line of a session ever goes.
                var refused = Assert.IsType<MediaAnswer.Refused>(outcome);
                Assert.Contains("m-lines", refused.Detail, StringComparison.Ordinal);
                return;
            }

            // Which part a gateway takes that may choose depends on the offer before: it is the same here.
            AnswerRules.AssertKept(second.ToString(), GatewayUnderTest.Accepted(outcome).Sdp);
        }).Check(Runs);

    [Fact]
    public void An_offer_of_a_phone_of_any_shape_is_answered_by_the_rules_or_refused_with_a_reason() =>
        Prop.ForAll(RandomPhoneOffer.Any(), offer =>
        {
            var wishes = new MediaOptions { TakesPhones = true };
            var outcome = _test.Gateway.Accept(offer, wishes);
            if (outcome is MediaAnswer.Refused refused)
            {
                Assert.NotEmpty(refused.Detail);
                return;
            }

            var (call, answer) = GatewayUnderTest.Accepted(outcome);
            call.Close();
            AnswerRules.AssertKept(offer, answer);
        }).Check(Runs);
}
