using CecSim.Control.Contracts;
using CecSim.Server.Snapshots;

using Contracts = CecSim.Control.Contracts;

namespace CecSim.Server.Control.Pact;

/// <summary>Provider states for any Pact verifier: what a pact's <c>given</c> says becomes so.</summary>
internal static class ProviderStateEndpoints
{
    public const string Path = "/pact/provider-states";

    public static void MapProviderStates(this IEndpointRouteBuilder control)
    {
        control.MapGet(Path, List).WithSummary("List the states that a pact can ask for");
        control.MapPost(Path, Set).WithSummary("Set up a provider state, or tear it down")
            .Refuses(ProblemCode.StateUnknown, ProblemCode.StateImpossible, ProblemCode.SpaceFailed);
    }

    internal static Ok<ProviderStateList> List() => TypedResults.Ok(new ProviderStateList(
        PactScene.CommonParams,
        PactScene.CommonValues,
        [.. ProviderStates.All.Select(s => new Contracts.ProviderState(s.Name, s.About, s.Params, s.Values))]));

    /// <summary>Answers when all is as asked for, with the values of the states; of two alike the later one.</summary>
    internal static Results<Ok<JsonObject>, ProblemHttpResult> Set(
        JsonElement? body, HttpRequest request, SpaceDirectory spaces)
    {
        if (StateCall.Read(body, request.Query) is not { } calls)
        {
            return ProblemCode.BadRequest.ToProblem(StateCall.Shape);
        }

        var values = new JsonObject();
        foreach (var call in calls)
        {
            var (given, problem) = SetUp(call, spaces);
            if (problem is not null)
            {
                return problem;
            }

            foreach (var (name, value) in given!)
            {
                values[name] = value?.DeepClone();
            }
        }

        return TypedResults.Ok(values);
    }

    private static (JsonObject? Values, ProblemHttpResult? Problem) SetUp(StateCall call, SpaceDirectory spaces)
    {
        if (ProviderStates.Find(call.State) is not { } state)
        {
            var meant = ProviderStates.Nearest(call.State);
            return (null, ProblemCode.StateUnknown.ToProblem(
                $"No state is called '{call.State}'{(meant is null ? "." : $"; did you mean '{meant}'?")} "
                + $"GET {Access.ControlApiMiddleware.Prefix}{Path} lists all."));
        }

        if (ProviderStates.ComplaintOf(state, call) is { } wrong)
        {
            return (null, ProblemCode.BadRequest.ToProblem(wrong));
        }

        var (scene, complaint) = PactScene.Of(spaces, call);
        if (scene is not null)
        {
            scene.Space.Commands.Break("a provider state was set up in it");
            complaint = Play(scene, state, call.IsTeardown);
        }

        return complaint is null
            ? (scene!.Values, null)
            : (null, ProblemCode.StateImpossible.ToProblem($"'{state.Name}': {complaint}"));
    }

    // After an interaction nothing is left of it; which of its states is told first does not matter.
    private static string? Play(PactScene scene, ProviderState state, bool isTeardown)
    {
        if (isTeardown)
        {
            scene.Hosted.Reset(ResetScope.Faults);
            scene.Hosted.Reset(ResetScope.State);
            return null;
        }

        scene.GiveCommon();
        return state.Setup(scene);
    }
}
