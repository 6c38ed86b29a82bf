using CecSim.Control.Contracts;

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

    internal static Ok<TokenList> List(SpaceOfRoute space) =>
        TypedResults.Ok(new TokenList([.. space.Space.Tokens.View.Select(TokenMapping.ToContract)]));

    internal static Results<NoContent, ProblemHttpResult> Expire(string id, SpaceOfRoute space) =>
        space.Space.Tokens.End(id, TokenState.Expired) ? TypedResults.NoContent() : Unknown(id);

    internal static Results<NoContent, ProblemHttpResult> Revoke(string id, SpaceOfRoute space) =>
        space.Space.Tokens.End(id, TokenState.Revoked) ? TypedResults.NoContent() : Unknown(id);

    private static ProblemHttpResult Unknown(string id) => ProblemCode.TokenUnknown.ToProblem(
        $"No customer has a token {id} that is good. GET .../tokens tells who has which.");
}
