namespace CecSim.Simulation.Chat;

/// <summary>A handful of lines, for spaces that are given no others.</summary>
internal sealed class FewWords : IChatWords
{
    private static readonly string[] Agent =
    [
        "Hello, how can I help you?",
        "Thank you for waiting. I am looking into it.",
        "Could you tell me your order number, please?",
        "I understand. Is there anything else?",
    ];

    private static readonly string[] Robot =
    [
        "I am a robot. What is your question about?",
        "I did not quite get that. Could you say it in other words?",
        "You can ask for an agent at any time.",
    ];

    public string LineOf(ulong draw, ChatSpeaker speaker)
    {
        var lines = speaker == ChatSpeaker.Robot ? Robot : Agent;
        return lines[draw % (ulong)lines.Length];
    }
}
