using CecSim.Guarding;
using CecSim.Server.Control;
using CecSim.Server.Snapshots;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CecSim.Server.Persistence;

/// <summary>
/// Makes the spaces that were kept again, before anybody is let in: several at once, each by what came to it. One that
/// cannot be made again has failed, and no other with it.
/// </summary>
internal sealed partial class SpaceRestoration(
    FolderStore store,
    SpaceDirectory spaces,
    SnapshotService snapshots,
    ControlRoutes routes,
    TimeProvider real,
    ILogger<SpaceRestoration> log) : IHostedService
{
    private static readonly TimeSpan TellEvery = TimeSpan.FromSeconds(2);

    private int _spacesCount;
    private long _commandsCount;

    /// <summary>How many spaces were made again, by how many commands.</summary>
    public (int Spaces, long Commands) Restored => (_spacesCount, _commandsCount);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var complaint in store.Complaints)
        {
            TellLost(complaint);
        }

        foreach (var (name, why) in spaces.NotRestored)
        {
            TellLost($"The space {name} that is kept in {store.Folder} is not served: {why}.");
        }

        if (store.Stored.Count == 0)
        {
            return;
        }

        // The commands of the control API are done again by its routes, which are made when they are first asked for.
        routes.Make();
        var telling = new Lock();
        var told = real.GetTimestamp();
        await Parallel.ForEachAsync(store.Stored, cancellationToken, async (stored, ends) =>
        {
            if (spaces.Find(stored.Origin.Name) is { Log: not null } hosted)
            {
                await RestoreAsync(hosted, stored, ends);
            }

            lock (telling)
            {
                if (real.GetElapsedTime(told) > TellEvery)
                {
                    told = real.GetTimestamp();
                    TellProgress(_spacesCount, store.Stored.Count);
                }
            }
        });
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task RestoreAsync(HostedSpace hosted, StoredSpace stored, CancellationToken ends)
    {
        if (stored.Damage is { } damage)
        {
            TellLost($"The space {hosted.Name} cannot be made again: {damage} A reset of all of it begins anew.");
            hosted.Space.Fail(new Failure("log of a space", new InvalidDataException(damage)));
            return;
        }

        if (stored.TornBytes > 0)
        {
            TellTorn(stored.Path, stored.TornBytes);
        }

        try
        {
            var clock = await snapshots.RestoreAsync(hosted, stored.Commands, ends);
            if (!clock.IsFrozen)
            {
                hosted.Space.Time.Run(clock.Rate);
            }

            Interlocked.Increment(ref _spacesCount);
            Interlocked.Add(ref _commandsCount, stored.Commands.Count);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            TellLost($"The space {hosted.Name} cannot be made again from {stored.Path}: {e.Message}");
            hosted.Space.Fail(new Failure("log of a space", e));
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Complaint}")]
    private partial void TellLost(string complaint);

    [LoggerMessage(LogLevel.Warning, "{Path}: the last {Bytes} bytes were written by half, and are left out.")]
    private partial void TellTorn(string path, long bytes);

    [LoggerMessage(LogLevel.Warning, "{Done} of {All} spaces are made again.")]
    private partial void TellProgress(int done, int all);
}
