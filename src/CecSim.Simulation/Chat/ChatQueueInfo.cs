namespace CecSim.Simulation.Chat;

/// <summary>How a queuing text session stands (API reference, queryQueueInfo).</summary>
/// <param name="Position">The place in the queue, from 1.</param>
/// <param name="TotalWait">Since it looks for an agent, in all queues.</param>
/// <param name="CurrentDeviceWait">In the queue that it waits in now.</param>
/// <param name="ConfiguredWaitMax">The queue's maximum waiting time.</param>
/// <param name="LongestWait">Of all who wait in the queue.</param>
/// <param name="EstimatedWait">The maximum waiting time, as in the only documented sample.</param>
public sealed record ChatQueueInfo(
    int Position,
    TimeSpan TotalWait,
    TimeSpan CurrentDeviceWait,
    TimeSpan ConfiguredWaitMax,
    TimeSpan LongestWait,
    TimeSpan EstimatedWait);
