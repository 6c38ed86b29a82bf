using CecSim.Telephony.Sip.Messages;
using CecSim.Telephony.Sip.Transactions;

namespace CecSim.Telephony.Sip.Calls;

/// <summary>Sees each refusal on its way out: none leaves without its reason. Called during turns.</summary>
internal sealed class SipRefusals(ISipCalls application, SipTurns turns, Action<Exception>? failed)
{
    public void Note(SipRequest request, SipResponse response, SipFlow flow, SipCall? call)
    {
        // A first challenge refuses nobody: it is how a registration begins (RFC 3261, section 22.1).
        if (response.Status < 400 || (response.Status == 401 && response.Why is null))
        {
            return;
        }

        if (response.Headers[SipWarning.Name] is null)
        {
            response.With(SipWarning.Name, SipWarning.Of(response.WarnCode, response.Why ?? response.Reason));
        }

        var refused = new RefusedRequest(request, response, flow, call);
        turns.AfterTurn(() =>
        {
            try
            {
                application.Refused(refused);
            }
            catch (Exception failure)
            {
                failed?.Invoke(failure);
            }
        });
    }
}
