using CecSim.Control.Contracts;
using CecSim.Server.Recording;
using CecSim.Simulation.Findings;
using CecSim.Simulation.Journal;

using Finding = CecSim.Simulation.Findings.Finding;

namespace CecSim.Server.Control.Journal;

/// <summary>Whose journal and findings a control request is about: a space's, or the server's own.</summary>
internal sealed record RecordOf(JournalRing Journal, Space? Space, Func<IReadOnlyList<Finding>> ReadFindings)
{
    public static ValueTask<RecordOf> BindAsync(HttpContext http) => ValueTask.FromResult(
        http.Features.Get<SpaceOfRoute>()?.Space is { } space
            ? new RecordOf(space.Journal, space, space.Monitor.Read)
            : OfServer(http.RequestServices.GetRequiredService<Recorder>()));

    /// <summary>Routes that nothing stands behind when nothing is recorded.</summary>
    public static IEndpointRouteBuilder Recorded(IEndpointRouteBuilder routes)
    {
        var recorded = routes.MapGroup("").Refuses(ProblemCode.NothingRecorded);
        recorded.AddEndpointFilter(static (context, next) =>
            context.HttpContext.RequestServices.GetRequiredService<CecSimArgs>().Journal
                ? next(context)
                : ValueTask.FromResult<object?>(ProblemCode.NothingRecorded.ToProblem(
                    "The server was started without a journal, so it knows of no request and watched no client.")));
        return recorded;
    }

    private static RecordOf OfServer(Recorder recorder) =>
        new(recorder.Journal, null, () => recorder.Findings.Read());
}
