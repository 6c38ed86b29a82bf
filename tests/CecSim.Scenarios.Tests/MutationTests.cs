using System.Diagnostics;

namespace CecSim.Scenarios.Tests;

/// <summary>Whatever the text of a file, reading it gives a scenario or complaints, and no exception.</summary>
public sealed class MutationTests
{
    private const int MutationsCount = 100_000;
    private const int Seed = 20240301;

    [Fact]
    public void Any_text_gives_a_scenario_or_complaints_and_never_an_exception()
    {
        List<string> texts = [Everything.Yaml, EveryStep.Yaml, .. Repository.ScenarioTexts];
        Assert.True(texts.Count > 8);
        var (fine, wrong) = (0, 0);

        // A seed each, so that one mutant can be made again without those before it.
        Parallel.For(0, MutationsCount, index =>
        {
            var mutant = Mutants.Of(texts[index % texts.Count], texts, new Random(Seed + index));
            var (scenarios, complaints) = Parse(mutant);

            Assert.True(scenarios.Count == 1 ^ complaints.Count > 0, mutant);
            Assert.True(complaints.All(c => c is { Line: > 0, Column: > 0, Message.Length: > 0 }), mutant);
            Assert.True(complaints.All(c => !c.ToString().Contains('\n')), mutant);
            Interlocked.Add(ref fine, scenarios.Count);
            Interlocked.Add(ref wrong, 1 - scenarios.Count);
        });

        // Mutants of one kind only would show nothing.
        Assert.True(fine > 5000 && wrong > 20_000, $"{fine} fine, {wrong} wrong");
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
}
