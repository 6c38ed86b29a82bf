namespace CecSim.Telephony.Sip;

/// <summary>What the caller made of a re-INVITE of ours.</summary>
/// <param name="Status">The final status; 491 also when the call was not ready for one.</param>
/// <param name="Sdp">The answer, when it was accepted.</param>
public sealed record ReinviteOutcome(int Status, string? Sdp)
{
    public bool IsAccepted => Status is >= 200 and < 300 && Sdp is not null;
}
