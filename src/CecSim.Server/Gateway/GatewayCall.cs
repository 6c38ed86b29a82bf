using CecSim.Simulation.Calls;
using CecSim.Simulation.Spaces;
using CecSim.Telephony.Media;
using CecSim.Telephony.Sip;

namespace CecSim.Server.Gateway;

/// <summary>One call of a browser: its signalling, its media, and the simulated call that both belong to.</summary>
internal sealed class GatewayCall(Space space, string accessCode, SipCall sip, MediaCall media) : IMediaLeg
{
    public MediaCall Media => media;

    // SIP and media have locks of their own and may call back, so nothing of this happens under the space's lock.
    void IMediaLeg.CallEnded() => ThreadPool.UnsafeQueueUserWorkItem(
        static call => call.HangUp("the call is over"), this, preferLocal: false);

    /// <summary>Media stopped by themselves, as a browser's do that was closed without a BYE.</summary>
    public void LoseMedia()
    {
        HangUp("no media");
        Leave();
    }

    /// <summary>The customer's side is gone.</summary>
    public void Leave()
    {
        media.Close();
        space.Media.Leave(accessCode, this);
    }

    private void HangUp(string reason)
    {
        sip.HangUp(reason);
        media.Close();
    }
}
