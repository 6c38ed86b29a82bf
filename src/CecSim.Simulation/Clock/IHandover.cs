namespace CecSim.Simulation.Clock;

/// <summary>An answer on its way to a client.</summary>
internal interface IHandover
{
    /// <summary>Ends when the answer is written or the client is gone. Called within the timeline's lock.</summary>
    Task WhenSettled();
}
