namespace CecSim.Simulation.Polls;

/// <summary>What a held poll came on.</summary>
public interface IPollConnection
{
    /// <summary>The client is gone, and the server is about to notice.</summary>
    bool IsAborted { get; }

    /// <summary>Breaks it. Outside the timeline.</summary>
    void Cut();
}
