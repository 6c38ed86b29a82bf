namespace CecSim.ControlClient;

/// <summary>What the space comes to, in counts.</summary>
public sealed partial class SpaceControl
{
    /// <summary>What the space comes to at this moment, in counts: little to ask for, however much goes on.</summary>
    /// <param name="cancellationToken">Ends the request.</param>
    public Task<SpaceStatistics> ReadStatisticsAsync(CancellationToken cancellationToken = default) =>
        _channel.GetAsync($"{_path}/statistics", ControlContractJson.Default.SpaceStatistics, cancellationToken);
}
