using CecSim.Server.Control.Clock;
using CecSim.Server.Spaces;

namespace CecSim.Server.Control.Spaces;

/// <summary>A space, with all that a client needs to use it.</summary>
/// <param name="State"><c>running</c>; <c>failed</c> where nothing happens any more until a reset.</param>
/// <param name="Why">What it failed by.</param>
internal sealed record SpaceBody(
    string Name,
    string Scenario,
    string Profile,
    ulong Seed,
    string AppKey,
    string AppSecret,
    string TenantSpaceId,
    IReadOnlyList<string> ChannelIds,
    IReadOnlyList<string> Addresses,
    ClockBody Clock,
    string State,
    string? Why)
{
    public static SpaceBody Of(HostedSpace space, IEnumerable<string> addresses)
    {
        var settings = space.Settings;
        return new SpaceBody(
            settings.Name,
            space.Scenario,
            settings.Profile.Name,
            settings.Seed,
            settings.AppKey,
            settings.AppSecret,
            settings.TenantSpaceId,
            [.. settings.Channels.Select(c => c.Id)],
            [.. addresses],
            ClockBody.Of(space.Space.Time.View),
            space.Space.Failure is null ? "running" : "failed",
            space.Space.Failure?.Why);
    }
}
