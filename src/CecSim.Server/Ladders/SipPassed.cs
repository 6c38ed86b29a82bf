using CecSim.Simulation.SpaceEvents;
using CecSim.Telephony.Sip;

namespace CecSim.Server.Ladders;

/// <summary>A SIP message came or went.</summary>
/// <param name="CallId">The call that it belongs to; null for none.</param>
/// <param name="Account">The account of the agent's phone at its end; null for none.</param>
/// <param name="Reason">Of an answer: why, without secrets; null for a request.</param>
internal sealed record SipPassed(
    DateTimeOffset At, TracedMessage Message, string SipCallId, long? CallId, string? Account, string? Reason)
    : SpaceEvent(At)
{
    public override long BytesCount => base.BytesCount + Message.Bytes.Length;
}
