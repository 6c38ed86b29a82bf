namespace CecSim.Telephony.Calling;

/// <summary>What came of placing a call.</summary>
public abstract record CallAttempt
{
    private CallAttempt()
    {
    }

    /// <summary>Media flow. The call is the caller's to end, by disposing it at the latest.</summary>
    public sealed record Connected(PlacedCall Call) : CallAttempt;

    /// <summary>It has been taken back as far as it had come.</summary>
    public sealed record Failed(CallFailure Failure) : CallAttempt;
}
