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

    private const int LooksMax = 3;

    /// <summary>The moment is tried before it is given away: what cannot be made again from it is none.</summary>
    /// <remarks>
    /// A space whose time runs is looked at again: something may just be happening there that happened a little earlier
    /// when it was done again.
    /// </remarks>
    /// <returns>The moment, or why there is none.</returns>
    public async Task<(Moment? Moment, string? Why)> ExportAsync(HostedSpace hosted, CancellationToken ends)
    {
        for (var look = 1; ; look++)
        {
            var (moment, why) = Read(hosted);
            if (moment is null)
            {
                return (null, why);
            }

            using var copy = spaces.MakeAside(SettingsOf(moment)!, ClockOf(moment));
            if (await PlayAsync(copy, moment, ends) is not { } difference)
            {
                return (moment, null);
            }

            if (look == LooksMax || hosted.Space.Time.View.IsFrozen)
            {
                return (null, $"Done again, the same requests bring other {difference}: two came at once, or it was "
                    + "made in code.");
            }
        }
    }

    private static (Moment? Moment, string? Why) Read(HostedSpace hosted)
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
            Rate = space.Time.View.Rate,
            Scenario = settings.ScenarioText,
        };
        return (moment, null);
    }

    /// <summary>Brings a new space to where another one was; its time stands there.</summary>
    /// <returns>Which part is other than it was; null when none is.</returns>
    public async Task<string?> PlayAsync(HostedSpace hosted, Moment moment, CancellationToken ends)
    {
        for (var i = 0; i < moment.ResetsCount; i++)
        {
            hosted.Reset(ResetScope.State);
        }

        await new Replay(hosted, pipeline, endpoints, services).PlayAsync(moment, ends);
        var (_, made) = MomentState.Read(hosted.Space);
        return MomentComparison.AtRate(moment.Rate).DifferenceOf(moment.State, made);
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
}
