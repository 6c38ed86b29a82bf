using CecSim.Control.Contracts;
using CecSim.Server.Control.Clock;

namespace CecSim.Server.Control.Spaces;

/// <summary>Spaces, as the control API tells them: with all that a client needs to use one.</summary>
internal static class SpaceMapping
{
    public static SpaceDetails ToContract(this HostedSpace space, IEnumerable<string> addresses)
    {
        var settings = space.Settings;
        return new SpaceDetails(
            settings.Name,
            space.Scenario,
            settings.Profile.Name,
            settings.Seed,
            settings.AppKey,
            settings.AppSecret,
            settings.TenantSpaceId,
            [.. settings.Channels.Select(c => c.Id)],
            [.. addresses],
            space.Space.Time.View.ToContract(),
            space.Space.Failure is null ? SpaceState.Running : SpaceState.Failed,
            space.Space.Failure?.Why);
    }
}
