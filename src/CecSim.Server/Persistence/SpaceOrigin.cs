using CecSim.Server.Snapshots;
using CecSim.Simulation.Clock;
using System.Text.Json.Serialization;

namespace CecSim.Server.Persistence;

/// <summary>What a space was made from: it takes no more than that, and its commands, to make it again.</summary>
/// <param name="Template">The name of what it was made from.</param>
/// <param name="Profile">The profile's name.</param>
/// <param name="StartedAt">The first moment of its time.</param>
/// <param name="StartsAt">The first moment that was asked for; null for the present one, after a reset as well.</param>
/// <param name="IsFrozen">Whether its time stood when it began.</param>
/// <param name="Rate">Seconds of its time in one second of real time.</param>
/// <param name="ScenarioText">The text of the scenario; null for the demo space.</param>
/// <param name="SeedKey">The app key that it was first made with, where it is a copy.</param>
internal sealed record SpaceOrigin(
    string Name,
    string Template,
    string Profile,
    ulong Seed,
    string AppKey,
    string AppSecret,
    string TenantSpaceId,
    DateTimeOffset StartedAt,
    DateTimeOffset? StartsAt,
    bool IsFrozen,
    double Rate,
    string? ScenarioText,
    string? SeedKey)
{
    public static SpaceOrigin Of(
        SpaceSettings settings, string template, ClockSettings clock, DateTimeOffset startedAt) => new(
            settings.Name,
            template,
            settings.Profile.Name,
            settings.Seed,
            settings.AppKey,
            settings.AppSecret,
            settings.TenantSpaceId,
            startedAt,
            clock.StartsAt,
            clock.IsFrozen,
            clock.Rate,
            settings.ScenarioText,
            settings.SeedKey);

    /// <summary>How the space's time begins when all of it begins anew.</summary>
    [JsonIgnore]
    public ClockSettings Clock => new() { StartsAt = StartsAt, IsFrozen = IsFrozen, Rate = Rate };

    /// <returns>Null when the text of its scenario, or its profile, is none that this build knows.</returns>
    public SpaceSettings? ReadSettings() => SnapshotService.SettingsOf(ToSnapshot());

    /// <summary>The space at its beginning.</summary>
    public SpaceSnapshot ToSnapshot() => new(
        SpaceSnapshot.CurrentVersion,
        Name,
        Profile,
        Seed,
        AppKey,
        AppSecret,
        TenantSpaceId,
        ResetsCount: 0,
        StartedAt,
        StartedAt,
        Steps: [],
        State: [])
    {
        Rate = Rate,
        Scenario = ScenarioText,
        SeedKey = SeedKey,
    };
}
