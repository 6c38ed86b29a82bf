using CecSim.Server.Control;
using CecSim.Server.Control.Snapshots;
using CecSim.Server.Control.Spaces;

namespace CecSim.Server.Snapshots;

/// <summary>A space as it stood, as <c>cecsim spaces export</c> and <c>snapshots show</c> write it.</summary>
public sealed class SnapshotFile
{
    private readonly SpaceSnapshot _snapshot;

    private SnapshotFile(SpaceSnapshot snapshot, SpaceSettings space) => (_snapshot, Space) = (snapshot, space);

    /// <summary>What the space is made from.</summary>
    public SpaceSettings Space { get; }

    /// <summary>The space's time, which stands there.</summary>
    public DateTimeOffset Now => _snapshot.Now;

    /// <exception cref="InvalidDataException">The text is no snapshot; the message says where it is wrong.</exception>
    public static SnapshotFile Parse(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, ControlJson.Default.SpaceSnapshot) is { } snapshot
                && SpaceFactory.IsName(snapshot.Name)
                && SnapshotService.SettingsOf(snapshot) is { } space
                    ? new SnapshotFile(snapshot, space)
                    : throw new InvalidDataException("Its name, its scenario or its profile is none.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"It is no exported space: {e.Message}", e);
        }
    }

    /// <summary>Puts it in the place of the space of a server that runs which has its name.</summary>
    /// <returns>Why it cannot be made again; null when it was.</returns>
    public async Task<string?> LoadAsync(IServiceProvider server, CancellationToken ends)
    {
        // The commands of the control API are done again by its routes, which are made when they are first asked for.
        server.GetRequiredService<ControlRoutes>().Make();
        var (_, problem) = await server.GetRequiredService<SnapshotMaking>().ReplaceAsync(_snapshot, ends);
        return problem is null ? null : problem.ProblemDetails.Detail ?? problem.ProblemDetails.Title;
    }
}
