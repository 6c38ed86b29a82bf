using CecSim.Server.Recording;
using CecSim.Server.Spaces;
using CecSim.Simulation.Findings;
using CecSim.Simulation.Journal;
using CecSim.Simulation.Spaces;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CecSim.Server.Control.Journal;

/// <summary>Whose journal and findings a control request is about: a space's, or the server's own.</summary>
internal sealed record RecordOf(JournalRing Journal, Space? Space, Func<IReadOnlyList<Finding>> ReadFindings)
{
    /// <returns>A problem where there is no such space, or nothing is recorded.</returns>
    public static (RecordOf? Found, ProblemHttpResult? Problem) Find(HttpContext http)
    {
        var services = http.RequestServices;
        if (!services.GetRequiredService<CecSimArgs>().Journal)
        {
            return (null, TypedResults.Problem(
                "The server was started without a journal, so it knows of no request and watched no client.",
                statusCode: StatusCodes.Status409Conflict,
                title: "Nothing is recorded."));
        }

        if (http.GetRouteValue("space") is not string name)
        {
            var recorder = services.GetRequiredService<Recorder>();
            return (new RecordOf(recorder.Journal, null, () => recorder.Findings.Read()), null);
        }

        return services.GetRequiredService<SpaceDirectory>().All.FirstOrDefault(s => s.Settings.Name == name)
            is { } space
            ? (new RecordOf(space.Journal, space, space.Watch.Read), null)
            : (null, TypedResults.Problem(
                $"No space is named '{name}'.", statusCode: StatusCodes.Status404NotFound, title: "No such space."));
    }
}
