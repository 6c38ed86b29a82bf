using CecSim.Control.Contracts;

using HeldTokenView = CecSim.Simulation.Tokens.HeldTokenView;
using TokenState = CecSim.Simulation.Tokens.TokenState;

namespace CecSim.Server.Control.Tokens;

/// <summary>Who has which token, and their ends before their time.</summary>
internal static class TokenEndpoints
{
    public static void MapTokens(this IEndpointRouteBuilder space)
    {
        space.MapGet("/tokens", List).WithSummary("List who has which token, and until when");
        space.MapPost("/tokens/{id}/expire", Expire).WithSummary("Let a token expire now")
            .Refuses(ProblemCode.TokenUnknown);
        space.MapPost("/tokens/{id}/revoke", Revoke).WithSummary("Take a token back")
            .Refuses(ProblemCode.TokenUnknown);
    }

    /// <param name="text">Only tokens whose id, kind, user or state has it in it, in letters of either case.</param>
    /// <param name="limit">So many at most; null for all.</param>
    /// <param name="soonest">Only those that are good, and those that end first at the front.</param>
    internal static Results<Ok<TokenList>, ProblemHttpResult> List(
        SpaceOfRoute space, string? text, int? limit, bool soonest = false)
    {
        if (limit < 0)
        {
            return ProblemCode.BadRequest.ToProblem($"limit is how many are told, 0 or more, not {limit}.");
        }

        var found = space.Space.Tokens.View.Where(t => Has(t, text) && (t.IsGood || !soonest)).ToList();
        var told = (soonest ? found.OrderBy(t => t.ExpiresAt) : found.AsEnumerable()).Take(limit ?? int.MaxValue);
        return TypedResults.Ok(
            new TokenList([.. told.Select(TokenMapping.ToContract)], found.Count, found.Count(t => t.IsGood)));
    }

    private static bool Has(HeldTokenView token, string? text) =>
        text is null
        || $"{token.Id} {token.Kind} {token.User.UserId} {token.State}"
            .Contains(text, StringComparison.OrdinalIgnoreCase);

    internal static Results<NoContent, ProblemHttpResult> Expire(string id, SpaceOfRoute space) =>
        space.Space.Tokens.End(id, TokenState.Expired) ? TypedResults.NoContent() : Unknown(id);

    internal static Results<NoContent, ProblemHttpResult> Revoke(string id, SpaceOfRoute space) =>
        space.Space.Tokens.End(id, TokenState.Revoked) ? TypedResults.NoContent() : Unknown(id);

    private static ProblemHttpResult Unknown(string id) => ProblemCode.TokenUnknown.ToProblem(
        $"No customer has a token {id} that is good. GET .../tokens tells who has which.");
}
