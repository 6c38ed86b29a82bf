namespace CecSim.Telephony.Calling.Signalling;

/// <summary>What became of an INVITE.</summary>
internal abstract record InviteOutcome
{
    private InviteOutcome()
    {
    }

    public sealed record Answered(string Sdp) : InviteOutcome;

    public sealed record Failed(CallFailure Failure) : InviteOutcome;
}
