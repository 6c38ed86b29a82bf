using Bogus;
using Bogus.DataSets;
using CecSim.Scenarios.People;
using CecSim.Simulation.Chat;

namespace CecSim.Scenarios;

/// <summary>What simulated robots and agents write, when a scenario does not say.</summary>
public sealed class BogusReplies : IReplyGenerator
{
    private const string ChineseLocale = "zh_CN";

    /// <summary>The same draw gives the same line, in every process; any thread may ask.</summary>
    public string LineOf(ulong draw, ChatSpeaker speaker, ChatLanguage language)
    {
        var random = Chance.Of(draw);
        return (speaker, language) switch
        {
            (ChatSpeaker.Robot, ChatLanguage.Chinese) => ChineseAnswer(random),
            (ChatSpeaker.Robot, _) => Answer(random),
            (_, ChatLanguage.Chinese) => ChinesePhrase(random),
            _ => Sentence(new Hacker { Random = random }.Phrase()),
        };
    }

    private static string Answer(Randomizer random)
    {
        var commerce = new Commerce { Random = random };
        var product = commerce.ProductName();
        return random.Int(0, 3) switch
        {
            0 => $"I found {random.Int(2, 9)} articles about \"{product}\". Is one of them what you need?",
            1 => $"Your question seems to be about \"{product}\". Please tell me more.",
            2 => $"The department for {commerce.Department(1)} knows \"{product}\" best. Shall I look there?",
            _ => $"I am still learning about \"{product}\". An agent can help you.",
        };
    }

    private static string ChineseAnswer(Randomizer random)
    {
        var city = CityOf(random);
        return random.Int(0, 3) switch
        {
            0 => $"我找到了{random.Int(2, 9)}篇关于{city}网点的文章，其中有您需要的吗？",
            1 => $"您的问题好像与{city}的业务有关，请再详细说明一下。",
            2 => $"{city}的同事最了解这个问题，需要我为您查询吗？",
            _ => "这个问题我还在学习，您可以转人工客服。",
        };
    }

    private static string ChinesePhrase(Randomizer random)
    {
        var surname = new Name(ChineseLocale) { Random = random }.LastName();
        return random.Int(0, 4) switch
        {
            0 => $"您好，我是客服小{surname}，请问有什么可以帮您？",
            1 => $"请稍等，我正在为您查询单号{random.ReplaceNumbers("########")}。",
            2 => $"您的包裹已经到达{CityOf(random)}，预计{random.Int(1, 5)}天内送达。",
            3 => $"{surname}经理会在{random.Int(1, 24)}小时内与您联系。",
            _ => "已经为您登记，请问还有其他问题吗？",
        };
    }

    private static string CityOf(Randomizer random) => new Address(ChineseLocale) { Random = random }.City();

    private static string Sentence(string phrase) => char.ToUpperInvariant(phrase[0]) + phrase[1..];
}
