using CecSim.Control.Contracts;
using CecSim.Simulation.Clock;
using CecSim.Simulation.Commands;

namespace CecSim.Server.Snapshots;

/// <summary>From a space to a snapshot of it, and back.</summary>
internal sealed class SnapshotService(
    SpaceDirectory spaces, VendorPipeline pipeline, EndpointDataSource endpoints, IServiceProvider services)
{
    public const int ResetsMax = 10_000;

    private const int LooksMax = 3;

    /// <summary>The snapshot is tried before it is given away: what cannot be made again from it is none.</summary>
    /// <remarks>
    /// A space whose time runs is looked at again: something may just be happening there that happened a little earlier
    /// when it was done again.
    /// </remarks>
    /// <returns>The snapshot, or why there is none.</returns>
    public async Task<(SpaceSnapshot? Snapshot, string? Why)> ExportAsync(HostedSpace hosted, CancellationToken ends)
    {
        for (var look = 1; ; look++)
        {
            var (snapshot, why) = Read(hosted);
            if (snapshot is null)
            {
                return (null, why);
            }

            using var copy = spaces.MakeAside(SettingsOf(snapshot)!, ClockOf(snapshot));
            if (await PlayAsync(copy, snapshot, ends) is not { } difference)
            {
                return (snapshot, null);
            }

            if (look == LooksMax || hosted.Space.Time.View.IsFrozen)
            {
                return (null, $"Done again, the same requests bring other {difference}: two came at once, or it was "
                    + "made in code.");
            }
        }
    }

    private static (SpaceSnapshot? Snapshot, string? Why) Read(HostedSpace hosted)
    {
        var space = hosted.Space;
        var (now, state) = SnapshotState.Read(space);
        var (steps, gap) = space.Commands.Read();
        if (gap is not null)
        {
            return (null, $"{char.ToUpperInvariant(gap[0])}{gap[1..]}; a reset begins anew.");
        }

        var settings = space.Settings;
        var snapshot = new SpaceSnapshot(
            SpaceSnapshot.CurrentVersion,
            settings.Name,
            settings.Profile.Name,
            settings.Seed,
            settings.AppKey,
            settings.AppSecret,
            settings.TenantSpaceId,
            hosted.ResetsCount,
            space.Time.StartedAt,
            now,
            steps,
            state)
        {
            Rate = space.Time.View.Rate,
            Scenario = settings.ScenarioText,
            SeedKey = settings.SeedKey,
        };
        return (snapshot, null);
    }

    /// <summary>Brings a new space to where another one was; its time stands there.</summary>
    /// <returns>Which part is other than it was; null when none is.</returns>
    public async Task<string?> PlayAsync(HostedSpace hosted, SpaceSnapshot snapshot, CancellationToken ends)
    {
        for (var i = 0; i < snapshot.ResetsCount; i++)
        {
            hosted.Reset(ResetScope.State);
        }

        await new Replay(hosted, pipeline, endpoints, services).PlayAsync(snapshot.Steps, snapshot.Now, ends);
        hosted.Space.Commands.AddMoment();
        var (_, made) = SnapshotState.Read(hosted.Space);
        return SnapshotComparison.AtRate(snapshot.Rate).DifferenceOf(snapshot.State, made);
    }

    /// <summary>Brings a space that was kept to where it was when the process ended; its time stands there.</summary>
    /// <returns>How its time goes on.</returns>
    /// <exception cref="InvalidDataException">A command is none that this build knows.</exception>
    public async Task<ClockSettings> RestoreAsync(
        HostedSpace hosted, IReadOnlyList<RecordedCommand> commands, CancellationToken ends)
    {
        var replay = new Replay(hosted, pipeline, endpoints, services);
        await replay.PlayAsync(commands, until: null, ends);
        hosted.Log!.Resume();
        var now = hosted.Space.Time.ReadNow();
        await replay.PlayAsync([new RecordedCommand(CommandKind.Restarted, now)], now, ends);
        return replay.Clock ?? hosted.ClockAfterReset;
    }

    /// <returns>Null when the text of its scenario is none.</returns>
    public static SpaceSettings? SettingsOf(SpaceSnapshot snapshot)
    {
        var made = snapshot.Scenario is null
            ? new SpaceSettings()
            : ScenarioOf(snapshot.Scenario);
        return made is null || Profile.Find(snapshot.Profile) is not { } profile
            ? null
            : made with
            {
                Name = snapshot.Name,
                Profile = profile,
                Seed = snapshot.Seed,
                AppKey = snapshot.AppKey,
                AppSecret = snapshot.AppSecret,
                TenantSpaceId = snapshot.TenantSpaceId,
                SeedKey = snapshot.SeedKey,
            };
    }

    /// <returns>Why its time is none that a space can have; null when it is.</returns>
    public static string? WhyNoTime(SpaceSnapshot snapshot) =>
        ClockOf(snapshot).WhyNot()
        ?? (snapshot.Steps.Select(s => s.At).Append(snapshot.Now).Any(at => at > ClockSettings.Latest)
            ? $"No space's time goes beyond {ClockSettings.Latest:yyyy-MM-dd'T'HH:mm:ss'Z'}."
            : null);

    public static ClockSettings ClockOf(SpaceSnapshot snapshot) =>
        ClockSettings.Frozen with { StartsAt = snapshot.StartedAt };

    /// <returns>Null when it is none.</returns>
    public static SpaceSettings? ScenarioOf(string text) =>
        ScenarioFiles.Parse("moment", text).Scenarios is [var only, ..] ? only.Space : null;
}
