using Microsoft.Extensions.Hosting;

namespace CecSim.Server.Spaces;

/// <summary>Gives every held poll its documented empty answer when the server ends.</summary>
internal sealed class EndOfPolls(SpaceDirectory spaces, IHostApplicationLifetime lifetime) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStopping.Register(() =>
        {
            foreach (var space in spaces.All)
            {
                space.EndPolls();
            }
        });
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
