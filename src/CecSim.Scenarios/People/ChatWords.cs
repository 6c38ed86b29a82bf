using Bogus;
using Bogus.DataSets;
using CecSim.Scenarios.People;
using CecSim.Simulation.Chat;

namespace CecSim.Scenarios;

/// <summary>What simulated robots and agents write, when a scenario does not say.</summary>
public sealed class ChatWords : IChatWords
{
    /// <summary>The same draw gives the same line, in every process; any thread may ask.</summary>
    public string LineOf(ulong draw, ChatSpeaker speaker)
    {
        var random = Chance.Of(draw);
        return speaker switch
        {
            ChatSpeaker.Robot => Answer(random),
            ChatSpeaker.Agent => Sentence(new Hacker { Random = random }.Phrase()),
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

    private static string Sentence(string phrase) => char.ToUpperInvariant(phrase[0]) + phrase[1..];
}
