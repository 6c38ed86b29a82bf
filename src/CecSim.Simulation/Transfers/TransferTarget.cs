namespace CecSim.Simulation.Transfers;

/// <summary>To whom an agent hands a call on, or with whom it consults before.</summary>
public abstract record TransferTarget
{
    private TransferTarget()
    {
    }

    /// <param name="Queue">A skill queue of the type of the call's own.</param>
    public sealed record ToSkill(string Queue) : TransferTarget;

    public sealed record ToAgent(int WorkNo) : TransferTarget;

    /// <param name="Digits">As an agent would dial it.</param>
    public sealed record ToNumber(string Digits) : TransferTarget;

    /// <param name="Name">Of an IVR flow.</param>
    public sealed record ToIvr(string Name) : TransferTarget;
}
