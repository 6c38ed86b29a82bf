namespace CecSim.Scenarios.Tests;

/// <summary>Rules that nothing can reach are told; where that is not certain, nothing is.</summary>
public sealed class ShadowedRulesTests
{
    [Theory]
    [InlineData("{}")]
    [InlineData("{ userId: \"*\" }")]
    [InlineData("{ media: voice } | { media: video }")]
    [InlineData("{ userId: \"vip-*\" }")]
    [InlineData("{ userId: \"v??-*\", media: voice } | { userId: \"vip*\" }")]
    [InlineData("{ header: { x-a: \"1*\" } }")]
    [InlineData("{ channel: a } | { channel: b }")]
    [InlineData("{ every: 1 } | { userId: \"vip-?\", header: { X-A: \"12\" }, every: 1 }")]
    public void A_rule_is_told_where_those_above_take_all_its_calls(string above)
    {
        var warning = Assert.Single(Warnings(above, "{ userId: \"vip-?\", header: { X-A: \"12\" } }"));

        Assert.True(warning.IsWarning);
        Assert.Matches(
            "^no call can come to rule [23]: rule [12] at line [0-9] and those above it take them all$",
            warning.Message);
    }

    [Theory]
    [InlineData("{ media: voice }")]
    [InlineData("{ userId: \"vip-\" }")]
    [InlineData("{ userId: \"VIP-*\" }")]
    [InlineData("{ userId: \"vip-1\" } | { userId: \"vip-2\" }")]
    [InlineData("{ header: { x-b: \"1*\" } }")]
    [InlineData("{ channel: a }")]
    [InlineData("{ nth: 1 } | { nth: 2 }")]
    [InlineData("{ userId: \"vip-?\", header: { X-A: \"12\" }, every: 2 }")]
    [InlineData("{ userId: \"vip-\\\\*\" }")]
    public void A_rule_to_which_a_call_may_come_is_not(string above) =>
        Assert.Empty(Warnings(above, "{ userId: \"vip-?\", header: { X-A: \"12\" } }"));

    [Theory]
    [InlineData("{ userId: u, nth: 4 }", "{ userId: u, nth: 4 }", true)]
    [InlineData("{ userId: u, every: 2 }", "{ userId: u, nth: 4 }", true)]
    [InlineData("{ userId: u, every: 2 }", "{ userId: u, every: 6 }", true)]
    [InlineData("{ userId: u, every: 2 }", "{ userId: u, nth: 3 }", false)]
    [InlineData("{ userId: u*, every: 2 }", "{ userId: u, every: 2 }", false)]
    [InlineData("{ userId: u, every: 2 }", "{ userId: u }", false)]
    public void Rules_that_count_take_only_what_both_count_alike(string above, string below, bool isTaken) =>
        Assert.Equal(isTaken, Warnings(above, below).Count == 1);

    [Fact]
    public void A_number_that_rules_above_take_is_told() => Assert.Equal(
        ["s.yaml:2:42: warning: no number can come to rule 2: rule 1 at line 2 and those above it take them all"],
        ScenarioFiles
            .Parse(
                Story.File,
                "name: a\noutbound: [{ number: \"1*\", fate: busy }, { number: \"12?\" }, { number: 2 }]")
            .Warnings.Select(w => $"{w}"));

    private static IReadOnlyList<Diagnostic> Warnings(string above, string below)
    {
        var matches = above.Split(" | ");
        var calls = string.Join("", matches.Append(below).Select(m => $"  - {{ match: {m}, script: [failed] }}\n"));
        var load = ScenarioFiles.Parse(
            Story.File, $"name: a\nspace: {{ channels: [{{ id: a }}, {{ id: b }}] }}\ncalls:\n{calls}");
        Assert.Empty(load.Complaints);
        return load.Warnings;
    }
}
