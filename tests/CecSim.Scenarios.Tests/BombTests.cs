using CecSim.Scenarios.Yaml;

namespace CecSim.Scenarios.Tests;

/// <summary>Small files that would be huge, and large ones: refused early, measured by what was read of them.</summary>
public sealed class BombTests
{
    /// <summary>The last thing that is read may count as much again: an alias of all that went before.</summary>
    private const int NodesReadMax = 2 * YamlLimits.NodesMax;

    public static TheoryData<string, string, int> Bombs => new()
    {
        { "aliases of aliases", Laughs(levels: 9, width: 9), NodesReadMax },
        { "aliases of aliases in mappings", Laughs(levels: 60, width: 2), NodesReadMax },
        { "merge keys", "a: &a { b: 1 }\nc: &c { <<: *a, d: *a }\ne: { <<: [*a, *c, *z] }", 100 },
        { "something that contains itself", "a: &a [*a]", 10 },
        { "nested lists", new string('[', 1_000_000), 50 },
        { "nested mappings", string.Concat(Enumerable.Repeat("{a: ", 250_000)), 100 },
        { "nested lists in lines", string.Concat(Enumerable.Repeat("- ", 500_000)), 50 },
        { "nested question marks", string.Concat(Enumerable.Repeat("? ", 500_000)), 50 },
        { "a long list", "a: [" + string.Concat(Enumerable.Repeat("a,", 500_000)), NodesReadMax },
        { "many keys", string.Concat(Enumerable.Range(0, 100_000).Select(i => $"k{i}: 1\n")), NodesReadMax },
        { "a file of more than a megabyte", "a: " + new string('b', YamlLimits.FileBytesMax), 0 },
    };

    [Theory]
    [MemberData(nameof(Bombs))]
    public void A_bomb_is_refused_before_it_costs_anything(string what, string yaml, int nodesMax)
    {
        var context = new ParseContext(Story.File);

        Assert.Null(YamlText.Read(yaml, context));

        Assert.NotEmpty(context.Complaints);
        Assert.True(context.NodesCount <= nodesMax, $"{what}: {context.NodesCount} values were read");
    }

    private static string Laughs(int levels, int width)
    {
        var lines = Enumerable.Range(1, levels).Select(
            level => $"a{level}: &a{level} [{string.Join(", ", Enumerable.Repeat($"*a{level - 1}", width))}]");
        return $"a0: &a0 [lol]\n{string.Join('\n', lines)}\n";
    }
}
