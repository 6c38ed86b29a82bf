namespace CecSim.Telephony.Registrar;

/// <summary>A binding with what tells whether a REGISTER may change it (RFC 3261, section 10.3, step 7).</summary>
internal sealed record BoundContact(
    SipBinding Public, SipUri Uri, string CallId, uint Sequence, IDisposable? Expiry, IDisposable? Probe)
{
    /// <summary>A REGISTER of the same phone with an older number was overtaken on its way.</summary>
    public bool IsNewerThan(SipRequest register) => CallId == register.CallId && Sequence >= register.Sequence;
}
