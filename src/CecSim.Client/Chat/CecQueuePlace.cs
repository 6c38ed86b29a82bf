namespace CecSim.Client.Chat;

/// <summary>Where a text session stands in its queue (queryQueueInfo); CEC counts in whole seconds.</summary>
/// <param name="Position">From 1.</param>
/// <param name="TotalWait">The <c>totalWaitTime</c>.</param>
/// <param name="LongestWait">The <c>longestWaitTime</c>.</param>
/// <param name="CurrentDeviceWait">The <c>currentDeviceWaitTime</c>.</param>
/// <param name="ConfiguredWaitMax">The <c>configMaxcWaitTime</c>, as CEC spells it.</param>
/// <param name="EstimatedWait">The <c>estimateWaitTime</c>.</param>
public sealed record CecQueuePlace(
    int Position,
    TimeSpan TotalWait,
    TimeSpan LongestWait,
    TimeSpan CurrentDeviceWait,
    TimeSpan ConfiguredWaitMax,
    TimeSpan EstimatedWait);
