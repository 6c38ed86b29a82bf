using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CecSim.Server.Control.Journal;

internal static class ControlProblems
{
    /// <summary>Names all that is wrong at once.</summary>
    public static ProblemHttpResult WrongInput(IEnumerable<string> problems) => TypedResults.Problem(
        string.Join("; ", problems) + ".", statusCode: StatusCodes.Status400BadRequest, title: "The request is wrong.");
}
