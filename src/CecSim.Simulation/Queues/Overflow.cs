namespace CecSim.Simulation.Queues;

/// <summary>What becomes of a contact that a queue cannot serve (Connection Bar, table 4-2).</summary>
public abstract record Overflow
{
    private Overflow()
    {
    }

    public sealed record Release : Overflow;

    /// <param name="Queue">Another queue of the same type.</param>
    public sealed record Transfer(string Queue) : Overflow;

    /// <param name="Ivr">The name of an IVR flow. It plays for a while and releases the call.</param>
    public sealed record TransferToIvr(string Ivr) : Overflow;
}
