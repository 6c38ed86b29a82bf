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
        control.MapPost(Path, SetAsync).WithSummary("Set up a provider state, or tear it down")
            .Refuses(ProblemCode.StateUnknown, ProblemCode.StateImpossible, ProblemCode.SpaceFailed);
    }

    internal static Ok<ProviderStateList> List() => TypedResults.Ok(new ProviderStateList(
        PactScene.CommonParams,
        PactScene.CommonValues,
        [.. ProviderStates.All.Select(s => new Contracts.ProviderState(s.Name, s.About, s.Params, s.Values))]));

    /// <summary>Answers when all is as asked for, with the values of the states; of two alike the later one.</summary>
    internal static async Task<Results<Ok<JsonObject>, ProblemHttpResult>> SetAsync(
        JsonElement? body, HttpRequest request, SpaceDirectory spaces)
    {
        if (StateCall.Read(body, request.Query) is not { } calls)
        {
            return ProblemCode.BadRequest.ToProblem(StateCall.Shape);
        }

        var values = new JsonObject();
        foreach (var call in calls)
        {
            var (scene, problem) = SetUp(call, spaces);
            if (scene is null)
            {
                return problem!;
            }

            if (scene.Hosted.Log is { } log)
            {
                await log.WhenKeptAsync();
            }

            foreach (var (name, value) in scene.Values)
            {
                values[name] = value?.DeepClone();
            }
        }

        return TypedResults.Ok(values);
    }

    /// <summary>Sets up once more in a space what was set up in it, or in the one that it is a copy of.</summary>
    /// <exception cref="InvalidDataException">It is no state that this build knows.</exception>
    public static void Replay(HostedSpace hosted, string call)
    {
        using var body = JsonDocument.Parse(call);
        if (StateCall.Read(body.RootElement, new QueryCollection()) is not [var only]
            || ProviderStates.Find(only.State) is not { } state
            || PactScene.Of(hosted, only).Scene is not { } scene)
        {
            throw new InvalidDataException($"{call} is no provider state.");
        }

        Play(scene, state, only.IsTeardown);
    }

    private static (PactScene? Scene, ProblemHttpResult? Problem) SetUp(StateCall call, SpaceDirectory spaces)
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
            if (scene.Hosted.Log?.WhyFull is { } full)
            {
                return (null, ProblemCode.CannotBeKept.ToProblem(full));
            }

            complaint = Play(scene, state, call.IsTeardown);
            if (!call.IsTeardown)
            {
                scene.Space.Commands.AddProviderState(call.ToJson());
            }
        }

        return complaint is null
            ? (scene, null)
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
