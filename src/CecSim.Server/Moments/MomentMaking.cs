using System.Text.Json.Nodes;
using CecSim.Scenarios;
using CecSim.Server.Exchanges;
using CecSim.Server.Spaces;
using CecSim.Simulation.Clock;
using CecSim.Simulation.Spaces;
using Microsoft.AspNetCore.Routing;

namespace CecSim.Server.Moments;

/// <summary>From a space to a moment of it, and back.</summary>
internal sealed class MomentMaking(
    SpaceDirectory spaces, VendorPipeline pipeline, EndpointDataSource endpoints, IServiceProvider services)
{
    public const int ResetsMax = 10_000;

    /// <summary>The moment is tried before it is given away: what cannot be made again from it is none.</summary>
    /// <returns>The moment, or why there is none.</returns>
    public async Task<(Moment? Moment, string? Why)> ExportAsync(HostedSpace hosted, CancellationToken ends)
    {
        var space = hosted.Space;
        var (now, state) = MomentState.Read(space);
        var (steps, gap) = SpaceLedger.Of(space).Read();
        if (gap is not null)
        {
            return (null, $"{char.ToUpperInvariant(gap[0])}{gap[1..]}; a reset begins anew.");
        }

        var settings = space.Settings;
        var moment = new Moment(
            Moment.CurrentVersion,
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
            Scenario = settings.ScenarioText,
        };
        using var copy = spaces.MakeAside(SettingsOf(moment)!, ClockOf(moment));
        await PlayAsync(copy, moment, ends);
        return DifferenceOf(moment, copy) is { } difference
            ? (null, $"Done again, the same requests bring {difference}: two came at once, or it was made in code.")
            : (moment, null);
    }

    /// <summary>Brings a new space to where another one was; its time stands there.</summary>
    /// <returns>What is other than it was; null when nothing is.</returns>
    public async Task<string?> PlayAsync(HostedSpace hosted, Moment moment, CancellationToken ends)
    {
        for (var i = 0; i < moment.ResetsCount; i++)
        {
            hosted.Reset(ResetScope.State);
        }

        await new Replay(hosted, pipeline, endpoints, services).PlayAsync(moment, ends);
        return DifferenceOf(moment, hosted);
    }

    /// <returns>Null when the text of its scenario is none.</returns>
    public static SpaceSettings? SettingsOf(Moment moment)
    {
        var made = moment.Scenario is null
            ? new SpaceSettings()
            : Scenario(moment.Scenario);
        return made is null || Profile.Find(moment.Profile) is not { } profile
            ? null
            : made with
            {
                Name = moment.Name,
                Profile = profile,
                Seed = moment.Seed,
                AppKey = moment.AppKey,
                AppSecret = moment.AppSecret,
                TenantSpaceId = moment.TenantSpaceId,
            };
    }

    /// <returns>Why its time is none that a space can have; null when it is.</returns>
    public static string? WhyNoTime(Moment moment) =>
        ClockOf(moment).WhyNot()
        ?? (moment.Steps.Select(s => s.At).Append(moment.Now).Any(at => at > ClockSettings.Latest)
            ? $"No space's time goes beyond {ClockSettings.Latest:yyyy-MM-dd'T'HH:mm:ss'Z'}."
            : null);

    public static ClockSettings ClockOf(Moment moment) =>
        ClockSettings.Frozen with { StartsAt = moment.StartedAt };

    private static SpaceSettings? Scenario(string text) =>
        ScenarioFiles.Parse("moment", text).Scenarios is [var only, ..] ? only.Space : null;

    private static string? DifferenceOf(Moment moment, HostedSpace made)
    {
        var (_, state) = MomentState.Read(made.Space);
        return moment.State
            .Where(part => !JsonNode.DeepEquals(part.Value, state[part.Key]))
            .Select(part => $"other {part.Key}")
            .FirstOrDefault();
    }
}
