using CecSim.Guarding;
using Microsoft.Extensions.Hosting;

namespace CecSim.Server.Spaces;

/// <summary>Gives every held poll its documented empty answer when the server ends.</summary>
internal sealed class ReleasePollsOnShutdown(
    SpaceDirectory spaces, IHostApplicationLifetime lifetime, Guard guard) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        guard.Register("end of held polls", EndAll, fail: null, lifetime.ApplicationStopping);
        return Task.CompletedTask;
    }

    private void EndAll()
    {
        foreach (var hosted in spaces.Hosted)
        {
            hosted.Log?.Stop();
        }

        foreach (var space in spaces.All)
        {
            guard.Run("end of held polls", space.EndPolls);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
