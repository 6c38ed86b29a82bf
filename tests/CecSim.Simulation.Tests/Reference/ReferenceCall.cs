namespace CecSim.Simulation.Tests.Reference;

internal sealed class ReferenceCall
{
    public bool IsLive { get; set; } = true;

    public QueueSettings? Queue { get; set; }

    public ReferenceAgent? Agent { get; set; }

    /// <summary>What its client is told.</summary>
    public List<string> Log { get; } = [];
}
