using CecSim.Control.Contracts;
using Microsoft.AspNetCore.Http.Features;

namespace CecSim.Server.Control.Access;

/// <summary>The space that a route names; the gate has found it.</summary>
internal sealed record SpaceOfRoute(HostedSpace Hosted)
{
    /// <summary>What the gate answers with where a route names a space.</summary>
    public static readonly ProblemCode[] Refusals = [ProblemCode.SpaceUnknown, ProblemCode.SpaceFailed];

    public Space Space => Hosted.Space;

    public static ValueTask<SpaceOfRoute> BindAsync(HttpContext http) =>
        ValueTask.FromResult(http.Features.GetRequiredFeature<SpaceOfRoute>());
}
