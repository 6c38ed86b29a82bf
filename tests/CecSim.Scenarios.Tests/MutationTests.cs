using System.Diagnostics;

namespace CecSim.Scenarios.Tests;

/// <summary>Whatever the text of a file, reading it gives a scenario or complaints, and no exception.</summary>
public sealed class MutationTests
{
    private const int MutationsPerFile = 1500;

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

    [Fact]
    public void Any_text_gives_a_scenario_or_complaints_and_never_an_exception()
    {
        var texts = Directory.GetFiles(Repository.Scenarios, "*.yaml").Order().Select(File.ReadAllText).ToList();
        texts.Add(Everything.Yaml);
        texts.Add(EveryStep.Yaml);
        Assert.True(texts.Count > 1);

        var random = new Random(20240301);
        var (fine, wrong) = (0, 0);
        foreach (var text in texts.SelectMany(t => Enumerable.Repeat(t, MutationsPerFile)))
        {
            var mutant = Mutate(text, texts, random);
            var (scenarios, complaints) = Parse(mutant);
            Assert.True(scenarios.Count == 1 ^ complaints.Count > 0, mutant);
            Assert.All(complaints, c => Assert.True(c is { Line: > 0, Column: > 0, Message.Length: > 0 }, mutant));
            Assert.All(complaints, c => Assert.DoesNotContain('\n', c.ToString()));
            fine += scenarios.Count;
            wrong += 1 - scenarios.Count;
        }

        // Mutants of one kind only would show nothing.
        Assert.True(fine > 100 && wrong > 1000, $"{fine} fine, {wrong} wrong");
    }

    [Fact]
    public void The_largest_hostile_files_are_read_in_a_moment()
    {
        string[] bricks =
        [
            "[", "{", "a: ", "- ", "? ", "&a ", "!", "\"", "'", "| ", "#", "\t", "\n", "a,", "[a: ", "{a, ",
        ];
        var watch = Stopwatch.StartNew();
        foreach (var brick in bricks)
        {
            var hostile = string.Concat(Enumerable.Repeat(brick, 1_000_000 / brick.Length));
            Assert.NotEmpty(Parse(hostile).Complaints);
            Assert.NotEmpty(Parse(Story.Head + "calls: " + hostile).Complaints);
        }

        // Thousands of names that are nearly those of a thousand queues.
        var queues = Enumerable.Range(0, 1000).Select(i => $"{{ name: number-{i:d5} }}");
        var agents = Enumerable.Range(101, 2000).Select(i => $"{{ workNo: {i}, queues: [numbr-{i}] }}");
        var lists = $"{{ queues: [{string.Join(", ", queues)}], agents: [{string.Join(", ", agents)}] }}";
        Assert.Equal(2000, Parse($"{Story.Head}space: {lists}").Complaints.Count);

        // Scripts that would take longer than the universe has been there.
        var chain = Enumerable.Range(0, 900).Select(i =>
            $"s{i}: [{string.Join(", ", Enumerable.Repeat($"run: s{i + 1}", 9))}]");
        Assert.NotEmpty(Parse($"{Story.Head}scripts: {{ {string.Join(", ", chain)}, s900: [queued] }}").Complaints);

        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 30);
    }

    private static ScenarioLoad Parse(string text)
    {
        try
        {
            return ScenarioFiles.Parse(Story.File, text);
        }
        catch (Exception escaped)
        {
            throw new InvalidOperationException($"Escaped from:\n{text[..Math.Min(text.Length, 2000)]}", escaped);
        }
    }

    private static string Mutate(string text, List<string> others, Random random)
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
