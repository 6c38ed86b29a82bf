namespace CecSim.ScenarioFiles.Tests;

/// <summary>Each scenario tells its caller the story that its file promises.</summary>
public sealed class ScenarioFilesTests
{
    private static readonly Dictionary<string, string[]> Stories = new()
    {
        ["agent-hangs-up"] = ["0s 168101 Call connected", "4s 168110 Call disconnected"],
        ["call-fails"] = ["0s 168102 Call in queue", "2s 168105 Call failed"],
        ["connect-at-once"] = ["0s 168101 Call connected"],
        ["queue-then-connect"] =
            ["0s 168102 Call in queue", "3s 168101 Call connected", "8s 168110 Call disconnected"],
        ["queue-timeout"] = ["0s 168102 Call in queue", "60s 168103 Call queue timeout"],
        ["token-expires-while-polling"] =
            ["0s 168102 Call in queue", "0s 403", "2s 168101 Call connected", "8s 168110 Call disconnected"],
        ["transfer-mid-call"] =
            ["0s 168101 Call connected", "3s 168106 Call transfered", "7s 168110 Call disconnected"],
    };

    public static TheoryData<string> Names => [.. ScenarioFolder.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_scenario_tells_its_story(string name)
    {
        Assert.True(Stories.ContainsKey(name), $"The story of scenarios/{name}.yaml is not told here.");

        Assert.Equal(Stories[name], await Ladder.RunAsync(ScenarioFolder.PathOf(name)));
    }

    [Fact]
    public void No_story_is_told_of_a_scenario_that_is_gone() =>
        Assert.Equal(ScenarioFolder.Names, Stories.Keys.Order(StringComparer.Ordinal));
}
