namespace CecSim.Simulation.Ivr;

/// <summary>What a sentence is spoken with: the phrases that ship, one behind the other, or a synthesizer.</summary>
public static class SpokenText
{
    private const string Digits = "zero one two three four five six seven eight nine";

    /// <summary>Of a synthesizer whose speed nobody knows: slower than most, so that nothing cuts it.</summary>
    private static readonly TimeSpan PerCharacter = TimeSpan.FromMilliseconds(85);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <summary>Each phrase that ships, with the milliseconds of its clip.</summary>
    private static readonly Dictionary<string, int> Milliseconds = new(StringComparer.Ordinal)
    {
        ["zero"] = 620,
        ["one"] = 520,
        ["two"] = 460,
        ["three"] = 480,
        ["four"] = 540,
        ["five"] = 580,
        ["six"] = 560,
        ["seven"] = 640,
        ["eight"] = 440,
        ["nine"] = 600,
        ["star"] = 560,
        ["hash"] = 480,
        ["welcome"] = 680,
        ["good morning"] = 860,
        ["please wait"] = 840,
        ["one moment please"] = 1400,
        ["please hold the line"] = 1480,
        ["you are number"] = 880,
        ["in the queue"] = 820,
        ["please press"] = 860,
        ["press"] = 500,
        ["for"] = 520,
        ["or"] = 440,
        ["and"] = 480,
        ["to"] = 460,
        ["then"] = 500,
        ["sales"] = 640,
        ["support"] = 700,
        ["service"] = 700,
        ["orders"] = 640,
        ["billing"] = 560,
        ["an agent"] = 780,
        ["the menu"] = 760,
        ["this again"] = 800,
        ["to hear"] = 660,
        ["to speak to"] = 920,
        ["please enter"] = 840,
        ["your number"] = 840,
        ["your code"] = 760,
        ["followed by"] = 960,
        ["all agents are busy"] = 1480,
        ["nobody is here now"] = 1460,
        ["please call again later"] = 1580,
        ["please try again"] = 1240,
        ["that was not understood"] = 1440,
        ["thank you"] = 760,
        ["thank you for calling"] = 1380,
        ["goodbye"] = 700,
        ["you are connected to"] = 1280,
        ["employee"] = 760,
    };

    public static IReadOnlyCollection<string> Phrases => Milliseconds.Keys;

    /// <returns>The phrases that make up a text; null where one of its words is in none.</returns>
    public static IReadOnlyList<string>? PhrasesOf(string text)
    {
        var words = WordsOf(text);
        var found = new List<string>();
        for (var at = 0; at < words.Count;)
        {
            if (LongestAt(words, at) is not { } phrase)
            {
                return null;
            }

            found.Add(phrase);
            at += phrase.Count(c => c == ' ') + 1;
        }

        return found.Count == 0 ? null : found;
    }

    public static TimeSpan LengthOf(string text) => PhrasesOf(text) is { } phrases
        ? TimeSpan.FromMilliseconds(phrases.Sum(p => Milliseconds[p]))
        : Pause + (PerCharacter * text.Length);

    private static string? LongestAt(IReadOnlyList<string> words, int at) => Milliseconds.Keys
        .Where(p => p.Split(' ') is var own && words.Skip(at).Take(own.Length).SequenceEqual(own))
        .MaxBy(p => p.Length);

    // A number is read digit by digit.
    private static IReadOnlyList<string> WordsOf(string text)
    {
        var digits = Digits.Split(' ');
        return
        [
            .. Words(text).SelectMany(word => word.All(char.IsAsciiDigit)
                ? word.Select(d => digits[d - '0'])
                : [word]),
        ];
    }

    private static IEnumerable<string> Words(string text) => text
        .Replace("*", " star ", StringComparison.Ordinal)
        .Replace("#", " hash ", StringComparison.Ordinal)
        .Split([' ', ',', '.', ';', ':', '!', '?', '\n'], StringSplitOptions.RemoveEmptyEntries)
        .Select(w => w.ToLowerInvariant());
}
