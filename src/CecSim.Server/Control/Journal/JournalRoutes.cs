using CecSim.Simulation.Journal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace CecSim.Server.Control.Journal;

/// <summary>What came in, what went out, and why.</summary>
internal static class JournalRoutes
{
    /// <summary>Requests of a space, and those that belong to none under the bare prefix.</summary>
    public static void MapJournal(this IEndpointRouteBuilder routes)
    {
        foreach (var prefix in (string[])["/_cecsim", "/_cecsim/spaces/{space}"])
        {
            var group = routes.MapGroup(prefix);
            group.MapGet("/journal", On(Search));
            group.MapDelete("/journal", On(Clear));
            group.MapGet("/journal/har", On(Har));
            group.MapGet("/explain/{id}", On(Explain));
            group.MapPost("/journal/verify", (RequestDelegate)VerifyAsync);
        }
    }

    internal static IResult Search(HttpContext http, RecordOf record)
    {
        var (page, problem) = JournalPage.Read(http.Request.Query);
        return problem ?? (IResult)TypedResults.Json(
            JournalBodies.PageOf(record.Journal.Read(), page!), ControlJson.Wire.JournalPageBody);
    }

    internal static IResult Clear(HttpContext http, RecordOf record)
    {
        record.Journal.Clear();
        return TypedResults.NoContent();
    }

    internal static IResult Har(HttpContext http, RecordOf record)
    {
        var (page, problem) = JournalPage.Read(http.Request.Query);
        return problem ?? (IResult)TypedResults.Json(
            HarWriter.Write(page!.Of(record.Journal.Read())), ControlJson.Wire.HarBody);
    }

    internal static IResult Explain(HttpContext http, RecordOf record)
    {
        var text = (string)http.GetRouteValue("id")!;
        if (JournalId.Parse(text) is not { } id || record.Journal.Find(id) is not { } entry)
        {
            var dropped = record.Journal.Read().DroppedCount;
            return TypedResults.Problem(
                dropped == 0
                    ? $"The journal has no entry '{text}'."
                    : $"The journal has no entry '{text}'; it dropped {dropped}, this may be one of them.",
                statusCode: StatusCodes.Status404NotFound,
                title: "No such entry.");
        }

        var document = record.Space?.Settings.Profile.Document;
        return TypedResults.Json(
            ExplanationBody.Of(Explanation.Of(entry), document), ControlJson.Wire.ExplanationBody);
    }

    internal static async Task VerifyAsync(HttpContext http)
    {
        var (record, problem) = RecordOf.Find(http);
        var result = problem ?? await ClaimReader.ReadAsync(http) switch
        {
            (_, { } wrong) => wrong,
            ({ } claim, _) => (IResult)TypedResults.Json(
                JournalBodies.VerdictOf(claim.Judge(record!.Journal.Read())), ControlJson.Wire.VerdictBody),
            _ => throw new InvalidOperationException("Neither a claim nor a problem."),
        };
        await result.ExecuteAsync(http);
    }

    // Plain delegates: generic binding would compile an expression for each route before the first answer.
    private static RequestDelegate On(Func<HttpContext, RecordOf, IResult> handle) => http =>
    {
        var (record, problem) = RecordOf.Find(http);
        return (problem ?? handle(http, record!)).ExecuteAsync(http);
    };
}
