using CecSim.Simulation.Journal;

using Contracts = CecSim.Control.Contracts;
using ProblemCode = CecSim.Control.Contracts.ProblemCode;

namespace CecSim.Server.Control.Journal;

/// <summary>What came in, what went out, and why: of a space, or of no space.</summary>
internal static class JournalEndpoints
{
    public static void MapJournal(this IEndpointRouteBuilder recorded)
    {
        recorded.MapGet("/journal", Search).WithSummary("Find requests with their answers").TakesQuery();
        recorded.MapDelete("/journal", Clear).WithSummary("Begin the journal anew");
        recorded.MapGet("/journal/har", Har).WithSummary("Find requests, as an HTTP Archive").TakesQuery();
        recorded.MapPost("/journal/verify", Verify).WithSummary("Judge a claim about what clients did");
        recorded.MapGet("/explain/{id}", Explain).WithSummary("Tell why a request was answered as it was")
            .Refuses(ProblemCode.EntryUnknown);
    }

    internal static Results<Ok<Contracts.JournalPage>, ProblemHttpResult> Search(HttpRequest request, RecordOf record)
    {
        var (page, problem) = JournalPage.Read(request.Query);
        return page is null ? problem! : TypedResults.Ok(JournalMapping.PageOf(record.Journal.Read(), page));
    }

    /// <summary>Findings stay: they tell of more than the journal holds.</summary>
    internal static NoContent Clear(RecordOf record)
    {
        record.Journal.Clear();
        return TypedResults.NoContent();
    }

    internal static Results<Ok<HarBody>, ProblemHttpResult> Har(HttpRequest request, RecordOf record)
    {
        var (page, problem) = JournalPage.Read(request.Query);
        return page is null ? problem! : TypedResults.Ok(HarWriter.Write(page.Of(record.Journal.Read())));
    }

    internal static Results<Ok<Contracts.JournalVerdict>, ProblemHttpResult> Verify(
        Contracts.JournalClaim? body, RecordOf record)
    {
        var (claim, problem) = ClaimReader.Read(body);
        return claim is null ? problem! : TypedResults.Ok(JournalMapping.VerdictOf(claim.Judge(record.Journal.Read())));
    }

    internal static Results<Ok<Contracts.Explanation>, ProblemHttpResult> Explain(string id, RecordOf record) =>
        JournalId.Parse(id) is { } known && record.Journal.Find(known) is { } entry
            ? TypedResults.Ok(JournalMapping.ToContract(Explanation.Of(entry), record.Space?.Settings.Profile.Document))
            : ProblemCode.EntryUnknown.ToProblem(record.Journal.DroppedCount switch
            {
                0 => $"The journal has no entry '{id}'.",
                var dropped => $"The journal has no entry '{id}'; it dropped {dropped}, this may be one of them.",
            });

    private static void TakesQuery(this RouteHandlerBuilder search) =>
        search.WithMetadata(new QueryKeys(JournalPage.Known));
}
