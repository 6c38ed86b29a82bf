using CecSim.Control.Contracts;
using CecSim.Server.Control.Calls;
using CecSim.Simulation.Calls;
using CecSim.Simulation.Users;

namespace CecSim.Server.Control.Pact;

/// <summary>
/// Click-to-calls of the user (protocol section 5). Such a call is moved by hand alone, so that neither a free agent
/// nor a rule of the scenario is needed, and every setup gives the same.
/// </summary>
internal static class CallStates
{
    private static readonly ProviderStateParam Media = new("media", "voice or video; voice");

    private static readonly ProviderStateParam Event = new(
        "event",
        "queued, connected, transferred, released, queueTimeout, failed, or a step of a scenario's script; connected");

    private static readonly string[] Values = [.. TokenStates.Both, "callId", "accessCode"];

    public static IReadOnlyList<ProviderState> All { get; } =
    [
        new(
            "a call waits in a queue",
            "The user's call queues; its next event is 168102.",
            [Media],
            Values,
            scene => WithCall(scene, (_, id) => Push(scene, id, "queued"))),
        new(
            "a call is connected",
            "The user's call is connected; its next event is 168101.",
            [Media],
            Values,
            scene => WithCall(scene, (_, id) => Push(scene, id, "connected"))),
        new(
            "an event is waiting",
            "The next poll for call events brings that event.",
            [Media, Event],
            Values,
            scene => WithCall(scene, (user, id) => PushOnly(scene, user, id))),
        new(
            "no event is waiting",
            "The user's call is connected, and the next poll for call events gets the empty answer at once.",
            [Media],
            Values,
            scene => WithCall(scene, (user, id) =>
            {
                Push(scene, id, "connected");
                scene.Space.Calls.LetNextPollGo(user);
                return null;
            })),
    ];

    private static string? WithCall(PactScene scene, Func<User, long, string?> act)
    {
        var media = scene.Text("media");
        if (media is not (null or "voice" or "video"))
        {
            return $"media must be voice or video, not '{media}'.";
        }

        var user = scene.SignIn();
        if (user.Refusal is { } refusal)
        {
            return $"{scene.UserId} cannot sign in: {refusal}.";
        }

        var id = scene.Space.Calls.Place(user.Value, media == "video" ? MediaAbility.Video : MediaAbility.Voice);
        scene.Give("callId", id);
        scene.Give("accessCode", scene.Space.Calls.Find(id)!.AccessCode);
        return act(user.Value, id);
    }

    private static string? Push(PactScene scene, long callId, JsonNode step)
    {
        var (item, problem) = HandEvents.Read(
            System.Text.Json.JsonDocument.Parse(step.ToJsonString()).RootElement, resultDesc: null);
        return item is null
            ? problem!.ProblemDetails.Detail
            : HandEvents.ProblemOf(scene.Space.Calls.Push(callId, item))?.ProblemDetails.Detail;
    }

    // What comes of a connected call alone has its 168101 before it; that is not what the pact is about.
    private static string? PushOnly(PactScene scene, User user, long callId)
    {
        var step = scene.Param("event") ?? "connected";
        if (scene.Text("event") is not ("queued" or "connected" or "queueTimeout" or null))
        {
            Push(scene, callId, "connected");
            scene.Space.Calls.ForgetEvents(user);
        }

        return Push(scene, callId, step);
    }
}
