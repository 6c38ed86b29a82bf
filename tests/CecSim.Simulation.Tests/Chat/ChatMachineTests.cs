namespace CecSim.Simulation.Tests.Chat;

public sealed class ChatMachineTests
{
    private static readonly ChatInput[] Inputs =
    [
        new ChatInput.MeetRobot(),
        new ChatInput.StartQueuing(),
        new ChatInput.MeetAgent(),
        new ChatInput.LoseAgent(),
        new ChatInput.MoveToIvr(),
        new ChatInput.Write(),
        new ChatInput.KeepTyping(),
        new ChatInput.AskForAgent(),
        new ChatInput.Finish(ChatEnd.Silence),
    ];

    // A column for each input in the order above; "-" is what the contact centre never says in that state.
    [Theory]
    [InlineData(ChatState.Seeking,
        "WithRobot | Queuing | WithAgent Greet | - | InIvr | Seeking OweAnswer | Seeking | Seeking | Ended Close")]
    [InlineData(ChatState.WithRobot,
        "- | - | - | - | - | WithRobot OweAnswer | WithRobot | Seeking SeekAgent | Ended Close")]
    [InlineData(ChatState.Queuing,
        "- | Queuing | WithAgent Greet | - | InIvr | Queuing OweAnswer | Queuing | Queuing | Ended Close")]
    [InlineData(ChatState.WithAgent,
        "- | - | - | Seeking SeekAgent | - | WithAgent OweAnswer | WithAgent | AlreadyWithAgent | Ended Close")]
    [InlineData(ChatState.InIvr,
        "- | - | - | - | - | InIvr | InIvr | MovedToIvr | Ended Close")]
    [InlineData(ChatState.Ended,
        "ChatEnded | ChatEnded | ChatEnded | ChatEnded | ChatEnded | ChatEnded | ChatEnded | ChatEnded | ChatEnded")]
    public void Every_input_has_its_answer_in_every_state(ChatState state, string answers) =>
        Assert.Equal(answers, string.Join(" | ", Inputs.Select(input => AnswerOf(state, input))));

    [Fact]
    public void The_list_of_inputs_is_complete() => Assert.Equal(
        typeof(ChatInput).GetNestedTypes().Select(t => t.Name).Order(),
        Inputs.Select(i => i.GetType().Name).Order());

    private static string AnswerOf(ChatState state, ChatInput input)
    {
        try
        {
            return ChatMachine.Decide(state, input) switch
            {
                ChatDecision.Accepted { Effect: ChatEffect.None } a => $"{a.Next}",
                ChatDecision.Accepted a => $"{a.Next} {a.Effect}",
                ChatDecision.Refused r => $"{r.Reason}",
                var other => $"{other}",
            };
        }
        catch (InvalidOperationException)
        {
            return "-";
        }
    }
}
