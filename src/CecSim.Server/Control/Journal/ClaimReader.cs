using CecSim.Simulation.Journal;

using Contracts = CecSim.Control.Contracts;
using ProblemCode = CecSim.Control.Contracts.ProblemCode;

namespace CecSim.Server.Control.Journal;

/// <summary>Reads a claim; without a number it claims that there was at least one such request.</summary>
internal static class ClaimReader
{
    public static (JournalClaim? Claim, ProblemHttpResult? Problem) Read(Contracts.JournalClaim? body)
    {
        var problems = string.Join("; ", ProblemsOf(body));
        return problems.Length > 0
            ? (null, ProblemCode.BadRequest.ToProblem($"{problems}."))
            : (ClaimOf(body!), null);
    }

    private static IEnumerable<string> ProblemsOf(Contracts.JournalClaim? body)
    {
        if (body is null)
        {
            yield return "the body must be a JSON object";
            yield break;
        }

        if (body.Operation is { } word && !JournalPage.ReadOperation(word, out _))
        {
            var words = VendorOperations.All.Select(o => o.Word);
            yield return $"'{word}' is no operation; there are {string.Join(", ", words)}";
        }

        if (body.Times is not null && (body.AtLeast ?? body.AtMost) is not null)
        {
            yield return "times stands alone, without atLeast and atMost";
        }

        if (body is { Times: < 0 } or { AtLeast: < 0 } or { AtMost: < 0 })
        {
            yield return "times, atLeast and atMost must be 0 or more";
        }

        if (body.AtLeast > body.AtMost)
        {
            yield return "atLeast is more than atMost";
        }
    }

    private static JournalClaim ClaimOf(Contracts.JournalClaim body)
    {
        var query = new JournalQuery
        {
            Operation = body.Operation is { } word && JournalPage.ReadOperation(word, out var operation)
                ? operation
                : null,
            Method = body.Method,
            Path = body.Path,
            User = body.User,
            Status = body.Status,
            ResultCode = body.ResultCode,
            Since = body.Since,
            Until = body.Until,
            Text = body.Text,
        };
        var least = body.Times ?? body.AtLeast ?? (body.AtMost is null ? 1 : 0);
        return new JournalClaim(query, least, body.Times ?? body.AtMost);
    }
}
