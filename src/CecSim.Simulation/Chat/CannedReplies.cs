namespace CecSim.Simulation.Chat;

/// <summary>A handful of lines, for spaces that are given no others.</summary>
internal sealed class CannedReplies : IReplyGenerator
{
    private static string[] Agent =>
    [
        "Hello, how can I help you?",
        "Thank you for waiting. I am looking into it.",
        "Could you tell me your order number, please?",
        "I understand. Is there anything else?",
    ];

    private static string[] Robot =>
    [
        "I am a robot. What is your question about?",
        "I did not quite get that. Could you say it in other words?",
        "You can ask for an agent at any time.",
    ];

    private static string[] ChineseAgent =>
    [
        "您好，请问有什么可以帮您？",
        "感谢您的等待，我正在为您查询。",
        "请告诉我您的订单号，好吗？",
        "明白了。请问还有其他问题吗？",
    ];

    private static string[] ChineseRobot =>
    [
        "我是智能客服，请问您想咨询什么？",
        "抱歉，我没有听懂，请换一种说法。",
        "您可以随时转人工客服。",
    ];

    public string LineOf(ulong draw, ChatSpeaker speaker, ChatLanguage language)
    {
        var lines = (speaker, language) switch
        {
            (ChatSpeaker.Robot, ChatLanguage.Chinese) => ChineseRobot,
            (ChatSpeaker.Robot, _) => Robot,
            (_, ChatLanguage.Chinese) => ChineseAgent,
            _ => Agent,
        };
        return lines[draw % (ulong)lines.Length];
    }
}
