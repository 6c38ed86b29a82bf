using CecSim.Control.Contracts;
using CecSim.Scenarios;
using CecSim.Server.Control.Spaces;
using CecSim.Server.Snapshots;
using CecSim.Simulation.Commands;

namespace CecSim.Server.Control.Snapshots;

/// <summary>From a snapshot to a space of this server, whole or not at all.</summary>
internal sealed class SnapshotMaking(SpaceDirectory spaces, SnapshotService snapshots) : IDisposable
{
    /// <summary>What a snapshot can be refused for.</summary>
    public static readonly ProblemCode[] Refusals =
    [
        ProblemCode.MomentBroken, ProblemCode.CannotBeRepeated, ProblemCode.SpaceFailed, .. SpaceFactory.NoRoom,
    ];

    // Two at once would each remove what the other has only half made.
    private readonly SemaphoreSlim _replacing = new(1);

    /// <summary>Makes it beside the others.</summary>
    /// <param name="compares">Whether the space must be what the snapshot says of it.</param>
    public async Task<(HostedSpace? Space, ProblemHttpResult? Problem)> MakeAsync(
        SpaceSnapshot snapshot, CancellationToken aborted, bool compares = true)
    {
        var (settings, problem) = Read(snapshot);
        if (settings is null)
        {
            return (null, problem);
        }

        var (hosted, refused) = SpaceFactory.Add(
            spaces, snapshot.Name, settings, SnapshotService.ClockOf(snapshot));
        if (hosted is null)
        {
            return (null, refused);
        }

        var whyNot = await TryPlayAsync(
            hosted, snapshot, compares, () => spaces.Remove(hosted.Name), aborted);
        return whyNot is null ? (hosted, null) : (null, whyNot);
    }

    /// <summary>
    /// Makes it in the place of the space that has its name, which goes on where the snapshot cannot be made again.
    /// </summary>
    public async Task<(HostedSpace? Space, ProblemHttpResult? Problem)> ReplaceAsync(
        SpaceSnapshot snapshot, CancellationToken aborted)
    {
        var (settings, problem) = Read(snapshot);
        if (settings is null)
        {
            return (null, problem);
        }

        using (var aside = spaces.MakeAside(settings, SnapshotService.ClockOf(snapshot)))
        {
            if (await TryPlayAsync(aside, snapshot, compares: true, () => { }, aborted) is { } whyNot)
            {
                return (null, whyNot);
            }
        }

        await _replacing.WaitAsync(aborted);
        try
        {
            if (spaces.FindByAppKey(snapshot.AppKey) is { Settings.Name: var owner } && owner != snapshot.Name)
            {
                return (null, ProblemCode.CredentialsTaken.ToProblem(
                    $"The appKey {snapshot.AppKey} is that of {owner} now: delete that, or load under another name."));
            }

            spaces.Remove(snapshot.Name);
            return await MakeAsync(snapshot, CancellationToken.None);
        }
        finally
        {
            _replacing.Release();
        }
    }

    /// <summary>The same under another name, beside the space that it was.</summary>
    /// <remarks>
    /// Two spaces with one app key cannot be told apart. The tenant stays: it stands in the tokens that clients have.
    /// </remarks>
    public SpaceSnapshot Beside(SpaceSnapshot snapshot, string name) =>
        spaces.FindByAppKey(snapshot.AppKey) is not null && SnapshotService.SettingsOf(snapshot) is { } settings
            ? snapshot.As(ScenarioCopies.Copy(settings, name) with { TenantSpaceId = settings.TenantSpaceId })
            : snapshot with { Name = name };

    public void Dispose() => _replacing.Dispose();

    private static (SpaceSettings? Settings, ProblemHttpResult? Problem) Read(SpaceSnapshot snapshot)
    {
        if (snapshot.Version != SpaceSnapshot.CurrentVersion)
        {
            return Broken($"Its version is {snapshot.Version}, not {SpaceSnapshot.CurrentVersion}.");
        }

        if (snapshot.Steps.Count > CommandLog.CommandsMax || snapshot.ResetsCount is < 0 or > SnapshotService.ResetsMax)
        {
            return Broken($"It has more than {CommandLog.CommandsMax} steps or resets.");
        }

        return SnapshotService.SettingsOf(snapshot) is not { } settings ? Broken("Its scenario or its profile is none.")
            : SnapshotService.WhyNoTime(snapshot) is { } why ? Broken(why)
            : (settings, null);

        static (SpaceSettings?, ProblemHttpResult?) Broken(string why) =>
            (null, ProblemCode.MomentBroken.ToProblem(why));
    }

    private async Task<ProblemHttpResult?> TryPlayAsync(
        HostedSpace hosted, SpaceSnapshot snapshot, bool compares, Action undo, CancellationToken aborted)
    {
        var isWhole = false;
        try
        {
            if (await snapshots.PlayAsync(hosted, snapshot, aborted) is { } difference && compares)
            {
                return ProblemCode.CannotBeRepeated.ToProblem($"Its steps bring other {difference} than it says.");
            }

            isWhole = true;
            return null;
        }
        catch (Exception e) when (e is InvalidDataException or ArgumentException or UriFormatException)
        {
            return ProblemCode.MomentBroken.ToProblem(e.Message);
        }
        finally
        {
            // Whatever ended it, half a space is none.
            if (!isWhole)
            {
                undo();
            }
        }
    }
}
