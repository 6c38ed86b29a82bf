using CecSim.Server.Control.Clock;
using CecSim.Server.Spaces;

namespace CecSim.Server.Control.Spaces;

/// <summary>A space, with all that a client needs to use it.</summary>
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
    ClockBody Clock)
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
            ClockBody.Of(space.Space.Time.View));
    }
}
