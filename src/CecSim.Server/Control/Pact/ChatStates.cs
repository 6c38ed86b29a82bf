using CecSim.Simulation.Channels;
using CecSim.Simulation.Chat;
using CecSim.Simulation.Users;

namespace CecSim.Server.Control.Pact;

/// <summary>Text sessions of the user, and files (protocol section 4).</summary>
internal static class ChatStates
{
    private const string DefaultText = "How can I help you?";

    private static readonly string[] WithAgent = [.. TokenStates.Both, "workNo"];

    public static IReadOnlyList<ProviderState> All { get; } =
    [
        new(
            "a text session is with a robot",
            "The user's text session is served by the channel's robot; no message waits.",
            [],
            TokenStates.Both,
            scene => Connect(scene, ChannelService.Robot, ChatState.WithRobot, scene.Space.Chats.ForgetMessages)),
        new(
            "a text session is with an agent",
            "An agent serves the user's text session; no message waits.",
            [],
            WithAgent,
            scene => Meet(scene, (user, _) => scene.Space.Chats.ForgetMessages(user))),
        new(
            "a text session waits in a queue",
            "The user's text session queues, for no agent is free.",
            [],
            TokenStates.Both,
            scene => AgentStates.OccupyAll(scene.Space)
                ?? Connect(scene, ChannelService.Human, ChatState.Queuing, _ => { })),
        new(
            "a text session has ended",
            "The user's text session has ended, and its last message was fetched.",
            [],
            TokenStates.Both,
            scene => Connect(scene, ChannelService.Robot, ChatState.WithRobot, user =>
            {
                scene.Space.Chats.Disconnect(user);
                scene.Space.Chats.ForgetMessages(user);
            })),
        new(
            "a message is waiting",
            "The next poll for messages brings one of the agent who serves the user's text session.",
            [new("text", $"what the agent has written; {DefaultText}")],
            WithAgent,
            scene => Meet(scene, (user, workNo) =>
            {
                scene.Space.Chats.ForgetMessages(user);
                scene.Space.Chats.WriteAs(workNo, user.UserId, scene.Text("text") ?? DefaultText);
            })),
        new(
            "no message is waiting",
            "An agent serves the user's text session, and the next poll for messages gets the empty answer at once.",
            [],
            WithAgent,
            scene => Meet(scene, (user, _) => scene.Space.Chats.LetNextPollGo(user))),
        new(
            "a file was uploaded",
            "objectKey is that of a file; the user is signed in.",
            [new("content", "the file's text; Hello")],
            [.. TokenStates.Both, "objectKey"],
            scene =>
            {
                var content = System.Text.Encoding.UTF8.GetBytes(scene.Text("content") ?? "Hello");
                var (user, key) = (scene.SignIn(), scene.Space.Chats.Files.Upload(content));
                if ((user.Refusal ?? key.Refusal) is { } refusal)
                {
                    return $"The file cannot be taken: {refusal}.";
                }

                scene.Give("objectKey", key.Value);
                return null;
            }),
    ];

    private static string? Meet(PactScene scene, Action<User, int> act) =>
        AgentStates.FreeAll(scene.Space) ?? Connect(scene, ChannelService.Human, ChatState.WithAgent, user =>
        {
            var workNo = scene.Space.Agents.View.First(a => a.ChatsWith.Contains(user)).WorkNo;
            scene.Give("workNo", workNo);
            act(user, workNo);
        });

    // The channel serves only this session so: another one meets the channel as it was.
    private static string? Connect(PactScene scene, ChannelService service, ChatState wished, Action<User> act)
    {
        var user = scene.SignIn();
        if (user.Refusal is { } refusal)
        {
            return $"{scene.UserId} cannot sign in: {refusal}.";
        }

        var before = user.Value.Channel;
        scene.ChangeChannel(c => c with { Service = service, WorkingHours = null });
        Outcome<ChatState> state = scene.Space.Chats.Connect(user.Value);
        scene.ChangeChannel(_ => before);
        if (state.Refusal is not null || state.Value != wished)
        {
            var what = state.Refusal?.ToString() ?? state.Value.ToString();
            return $"The space cannot serve a text session so: {what}. See its queues and agents.";
        }

        act(user.Value);
        return null;
    }
}
