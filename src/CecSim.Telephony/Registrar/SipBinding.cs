using CecSim.Telephony.Sip;

namespace CecSim.Telephony.Registrar;

/// <summary>Where a softphone is to be reached (RFC 3261, section 10).</summary>
/// <param name="User">Of the address of record.</param>
/// <param name="Domain">Of the address of record.</param>
/// <param name="Contact">The URI that the phone gave.</param>
/// <param name="Flow">What it registered by, and the only sure way back.</param>
/// <param name="ExpiresAt">When it is forgotten, unless it registers again.</param>
/// <param name="UserAgent">What it says it is.</param>
public sealed record SipBinding(
    string User, string Domain, string Contact, SipFlow Flow, DateTimeOffset ExpiresAt, string? UserAgent)
{
    /// <summary>Whether what comes by a flow comes from the phone.</summary>
    public bool IsAt(SipFlow flow) => Flow.Transport == flow.Transport
        && (Flow == flow || (Flow.Remote is { } from && from.Equals(flow.Remote)));
}
