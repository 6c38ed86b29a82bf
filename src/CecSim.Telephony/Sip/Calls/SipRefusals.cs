using CecSim.Telephony.Sip.Transactions;

namespace CecSim.Telephony.Sip.Calls;

/// <summary>Sees each refusal on its way out: none leaves without its reason. Called during turns.</summary>
internal sealed class SipRefusals(ISipCalls application, SipSerialExecutor turns)
{
    /// <summary>Completes the answer, if it is a refusal, and sends it once the application has noted it.</summary>
    /// <param name="send">Sends the answer as it is then. Happens at once for any other.</param>
    public void Send(SipRequest request, SipResponse response, SipFlow flow, SipCall? call, Action send)
    {
        // A first challenge refuses nobody: it is how a registration begins (RFC 3261, section 22.1).
        if (response.Status < 400 || (response.Status == 401 && response.Why is null))
        {
            send();
            return;
        }

        var refused = new RefusedRequest(request, response.WithWarning(), flow, call);
        turns.AfterTurn(() => turns.Guard.Run("notice of a refusal", () => application.Refused(refused)));

        // Whoever has the answer may ask at once what there is to know of it.
        turns.AfterTurn(() => turns.Take(send));
    }
}
