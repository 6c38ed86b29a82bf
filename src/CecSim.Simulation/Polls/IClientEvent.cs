namespace CecSim.Simulation.Polls;

/// <summary>What a long poll brings, whatever its kind.</summary>
public interface IClientEvent
{
    /// <summary>When it began to wait for a poll.</summary>
    DateTimeOffset At { get; }

    /// <summary>Nothing comes after it until the customer begins anew.</summary>
    bool IsFinal { get; }
}
