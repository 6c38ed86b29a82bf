namespace CecSim.Simulation.Polls;

/// <summary>Something that is told to a client after it happened.</summary>
public interface IHappened
{
    DateTimeOffset At { get; }
}
