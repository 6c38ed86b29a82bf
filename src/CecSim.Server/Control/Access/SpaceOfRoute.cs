using CecSim.Server.Spaces;
using CecSim.Simulation.Spaces;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace CecSim.Server.Control.Access;

/// <summary>The space that a route names; the gate has found it.</summary>
internal sealed record SpaceOfRoute(HostedSpace Hosted)
{
    public Space Space => Hosted.Space;

    public static ValueTask<SpaceOfRoute> BindAsync(HttpContext http) =>
        ValueTask.FromResult(http.Features.GetRequiredFeature<SpaceOfRoute>());
}
