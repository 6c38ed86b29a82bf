using CecSim.Telephony.Sip;
using CecSim.Telephony.Sip.Calls;

namespace CecSim.Telephony.Calling.Signalling;

/// <summary>What a caller answers to the gateway within the call: RFC 3261 sections 12.2.2 and 15.1.2.</summary>
internal static class CallerAnswers
{
    public const string Allowed = "INVITE, ACK, BYE, CANCEL, OPTIONS, INFO";

    /// <param name="reoffer">Answers a later offer, or makes one where there is none.</param>
    public static SipResponse To(SipRequest request, CallerDialog dialog, Func<string, InviteDecision> reoffer) =>
        request.Method switch
        {
            SipMethods.Invite => Change(request, dialog, reoffer),
            SipMethods.Bye or SipMethods.Info => request.Answer(200),

            // What it would take back has been answered at once.
            SipMethods.Cancel => request.Answer(481),
            SipMethods.Options => request.Answer(200).With("Allow", Allowed),
            _ => request.Answer(405).With("Allow", Allowed),
        };

    private static SipResponse Change(SipRequest request, CallerDialog dialog, Func<string, InviteDecision> reoffer)
    {
        if (SdpBody.FaultOf(request) is { } fault)
        {
            return request.Refuse(fault);
        }

        var decision = reoffer(request.BodyText);
        if (decision is not InviteDecision.Answer { Sdp: var sdp })
        {
            return request.Refuse((InviteDecision.Refuse)decision);
        }

        var answer = dialog.Accept(request);
        answer.SetBody(SdpBody.ContentType, sdp);
        return answer;
    }
}
