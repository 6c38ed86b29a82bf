using CecSim.Simulation.Commands;

namespace CecSim.Server.Snapshots;

/// <summary>A space as it stood, and all that brought it there: to be kept, handed on, and made again.</summary>
/// <param name="ResetsCount">How often it had begun anew in the midst of its time.</param>
/// <param name="Steps">What came to it, in order, with every token and secret.</param>
/// <param name="State">What could be seen of it: calls, polls, agents, queues and faults.</param>
internal sealed record SpaceSnapshot(
    int Version,
    string Name,
    string Profile,
    ulong Seed,
    string AppKey,
    string AppSecret,
    string TenantSpaceId,
    int ResetsCount,
    DateTimeOffset StartedAt,
    DateTimeOffset Now,
    IReadOnlyList<RecordedCommand> Steps,
    JsonObject State)
{
    public const int CurrentVersion = 1;

    /// <summary>
    /// What a snapshot may weigh as JSON, and therefore what is taken as one. The steps that a log keeps
    /// have room in it, in letters of any kind.
    /// </summary>
    public const int BytesMax = 64 * 1024 * 1024;

    /// <summary>
    /// Seconds of space time in one second of real time, when it was exported: how far a moment's times may lie from
    /// those of the same steps done again.
    /// </summary>
    public double Rate { get; init; } = 1;

    /// <summary>The text of the scenario that it was made from; null for the demo space.</summary>
    public string? Scenario { get; init; }

    /// <summary>The app key that it was first made with, where it is a copy.</summary>
    public string? SeedKey { get; init; }

    /// <summary>The same story, no further than to a moment; what was seen at its end is not known there.</summary>
    public SpaceSnapshot To(int commandsCount, DateTimeOffset moment) =>
        this with { Steps = [.. Steps.Take(commandsCount)], Now = moment, State = [] };

    /// <summary>The same of another space, whose requests come with its credentials.</summary>
    public SpaceSnapshot As(SpaceSettings settings)
    {
        return this with
        {
            Name = settings.Name,
            AppKey = settings.AppKey,
            AppSecret = settings.AppSecret,
            SeedKey = SeedKey ?? AppKey,
            Steps =
            [
                .. Steps.Select(s => s with
                {
                    Values = s.Values?.ToDictionary(v => v.Key, v => Put(v.Value)),
                    Body = s.Body is null ? null : Put(s.Body),
                }),
            ],
        };

        string Put(string text) => text
            .Replace(AppKey, settings.AppKey, StringComparison.Ordinal)
            .Replace(AppSecret, settings.AppSecret, StringComparison.Ordinal);
    }
}
