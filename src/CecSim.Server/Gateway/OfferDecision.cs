using CecSim.Telephony.Media;
using CecSim.Telephony.Sip;
using CecSim.Telephony.WebRtc.Sdp;

namespace CecSim.Server.Gateway;

/// <summary>What SIP says of an offer that is not taken (RFC 3261, section 21.4.26).</summary>
internal static class OfferDecision
{
    public static InviteDecision.Refuse Of(MediaAnswer.Refused refused) => refused.Reason switch
    {
        OfferRefusal.TooManyCalls => new(503)
        {
            Why = refused.Detail,
            Headers = [new SipHeader("Retry-After", "5")],
        },
        var reason => new(488) { Why = refused.Detail, WarnCode = CodeOf(reason) },
    };

    private static int CodeOf(OfferRefusal reason) => reason switch
    {
        OfferRefusal.PlainRtp => SipWarnCode.IncompatibleTransportProtocol,
        OfferRefusal.NoMedia => SipWarnCode.MediaTypeNotAvailable,
        OfferRefusal.NoCommonCodec => SipWarnCode.IncompatibleMediaFormat,
        _ => SipWarnCode.Miscellaneous,
    };
}
