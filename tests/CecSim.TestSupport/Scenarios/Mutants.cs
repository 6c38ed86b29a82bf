namespace CecSim.Tests;

/// <summary>Scenario texts with a few accidents: parts lost or swapped, and bits of YAML where none belong.</summary>
internal static class Mutants
{
    private static readonly string[] Fragments =
    [
        "\t", "\n", "\r", "  ", "\0", "\uFEFF", "\uD800", "\u2028", "é", "😀",
        "- ", ": ", "? ", "[", "]", "{", "}", ",", "#", "|", ">", "&a ", "*a", "!x ", "!<",
        "%YAML 9.9\n", "---\n", "...\n",
        "\"", "'", "\"\\U99999999\"", "\"\\x", "\"\\ud800\"", "<<: *a\n", "@", "`", "~", "null",
        "-1", "99999999999999999999", "0x1F", "1e9", ".inf", "9999999999h", "3s",
        "name: ", "calls:\n", "script: ", "wait: ", "released: {", "inject: ", "status: ", "when: { nth: 0 }",
        "queues: ", "type: voice", "agents: ", "count: 9999", "onBusy: { transferTo: ", "hotline", "0.5", "25:61",
        "repeat: { times: 1000, steps: ", "choose: ", "run: ", "await: ", "otherwise: ", "content: { a: ", "scripts: ",
        "event: { id: ", "on: ", "do: ", "nth: ", "{ min: 1s, max: 2s }", "released", "dtmf: ", "*steps", "&steps ",
    ];

    public static string Of(string text, IReadOnlyList<string> others, Random random)
    {
        for (var changes = random.Next(1, 5); changes > 0; changes--)
        {
            var at = random.Next(text.Length + 1);
            var end = Math.Min(text.Length, at + random.Next(12));
            var other = others[random.Next(others.Count)];
            text = random.Next(6) switch
            {
                0 => text[..at] + text[end..],
                1 => text[..at] + Fragments[random.Next(Fragments.Length)] + text[at..],
                2 => text[..at] + Fragments[random.Next(Fragments.Length)] + text[end..],
                3 => text[..at] + (char)random.Next(0x20, 0x7F) + text[at..],
                4 => text[..at] + (char)random.Next(char.MaxValue + 1) + text[end..],
                _ => text[..at] + other[random.Next(other.Length)..],
            };
        }

        return text;
    }
}
