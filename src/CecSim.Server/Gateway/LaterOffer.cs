using CecSim.Telephony.Media;
using CecSim.Telephony.Sip;
using CecSim.Telephony.WebRtc.Sdp;

namespace CecSim.Server.Gateway;

/// <summary>What becomes of an offer within a call (RFC 3261, section 14), whichever leg brings it.</summary>
internal static class LaterOffer
{
    private const string Ended = "The call's media have ended.";

    /// <summary>Answers it, or makes one where there is none. A refusal changes nothing.</summary>
    /// <param name="live">The leg's media; null when they have ended.</param>
    /// <param name="taken">Is told once an offer was taken.</param>
    public static InviteDecision Answer(MediaCall? live, string sdp, Action<MediaCall> taken)
    {
        if (live is null)
        {
            return OfferDecision.Of(new MediaAnswer.Refused(OfferRefusal.CallIsOver, Ended));
        }

        if (sdp.Length == 0)
        {
            return new InviteDecision.Answer(live.WriteOffer());
        }

        var answer = live.Reoffer(sdp);
        if (answer is MediaAnswer.Refused refused)
        {
            return OfferDecision.Of(refused);
        }

        taken(live);
        return new InviteDecision.Answer(((MediaAnswer.Accepted)answer).Sdp);
    }

    /// <summary>Takes the answer to an offer that the peer had asked for.</summary>
    /// <param name="live">The leg's media; null when they have ended.</param>
    /// <param name="taken">Is told once it was taken.</param>
    /// <returns>What is wrong with it; null when it is in order.</returns>
    public static string? TakeAnswer(MediaCall? live, string sdp, Action<MediaCall> taken)
    {
        var complaint = live is null ? Ended : live.TakeAnswer(sdp);
        if (complaint is null)
        {
            taken(live!);
        }

        return complaint;
    }
}
