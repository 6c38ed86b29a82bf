namespace CecSim.ScenarioFiles.Tests;

/// <summary>Each scenario tells its caller the story that its file promises.</summary>
public sealed class ScenarioFilesTests
{
    private static readonly Dictionary<string, (Story Story, string[] Ladder)> Stories = new()
    {
        ["agent-declines"] = (new(), ["0s 168101 Call connected", "3s 168105 Call failed"]),
        ["agent-hangs-up"] = (new(), ["0s 168101 Call connected", "4s 168110 Call disconnected"]),
        ["busy-queue-with-ten-callers"] = (new(CallersCount: 10), BusyQueue()),
        ["call-fails"] = (new(), ["0s 168102 Call in queue", "2s 168105 Call failed"]),
        ["call-then-chat"] = (
            new(Chats: ChatWhen.OnceConnected),
            ["0s 168101 Call connected", "0s chat 0", "12s 168110 Call disconnected"]),
        ["chat-then-call"] = (
            new(Chats: ChatWhen.BeforeTheCall),
            ["0s chat 0", "0s 168101 Call connected", "12s 168110 Call disconnected"]),
        ["connect-at-once"] = (new(), ["0s 168101 Call connected"]),
        ["no-agents"] = (new(), ["0s refused 13 No agents available currently"]),
        ["one-poll-at-a-time"] = (
            new(),
            [
                "0s 168102 Call in queue",
                "0s 168199 Call whispered",
                "0s 168101 Call connected to Ann",
                "0s 168110 Call disconnected",
            ]),
        ["outside-hours"] = (new(), ["0s refused 12 The current time is outside the working hours of agents"]),
        ["queue-then-connect"] = (
            new(), ["0s 168102 Call in queue", "3s 168101 Call connected", "8s 168110 Call disconnected"]),
        ["queue-timeout"] = (new(), ["0s 168102 Call in queue", "60s 168103 Call queue timeout"]),
        ["refund-in-chat"] = (
            new(Chats: ChatWhen.OnceQueued),
            [
                "0s chat 0",
                "0s 168102 Call in queue",
                "0s chat 0",
                "0s 168101 Call connected",
                "5s 168110 Call disconnected",
            ]),
        ["restless-call"] = (
            new(CallersCount: 2),
            [
                "0s u1 168101 Call connected",
                "0s u2 168101 Call connected",
                "1s u2 168110 Call disconnected",
                "2s u1 168106 Call transfered",
                "3s u1 168106 Call transfered",
                "5s u1 168106 Call transfered",
                "6s u1 168110 Call disconnected",
            ]),
        ["token-expires-while-polling"] = (
            new(),
            ["0s 168102 Call in queue", "0s 403", "2s 168101 Call connected", "8s 168110 Call disconnected"]),
        ["transfer-mid-call"] = (
            new(), ["0s 168101 Call connected", "3s 168106 Call transfered", "7s 168110 Call disconnected"]),
        ["two-tabs"] = (new(), ["0s 168101 Call connected"]),
    };

    public static TheoryData<string> Names => [.. ScenarioFolder.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_scenario_tells_its_story(string name)
    {
        Assert.True(Stories.ContainsKey(name), $"The story of scenarios/{name}.yaml is not told here.");

        var (story, ladder) = Stories[name];
        Assert.Equal(ladder, await Ladder.RunAsync(ScenarioFolder.PathOf(name), story));
    }

    [Fact]
    public void No_story_is_told_of_a_scenario_that_is_gone() =>
        Assert.Equal(ScenarioFolder.Names, Stories.Keys.Order(StringComparer.Ordinal));

    // An agent has a caller for 2 s of ringing, 20 s of talk and 5 s of wrap-up; the queue gives up after 120 s.
    private static string[] BusyQueue()
    {
        const int servedCount = 5;
        var first = (string[])["0s u1 168101 Call connected", "22s u1 168110 Call disconnected"];
        var waiting = Enumerable.Range(2, 9).Select(n => $"0s u{n} 168102 Call in queue");
        var served = Enumerable.Range(1, servedCount - 1).SelectMany(n => (string[])
        [
            $"{n * 27}s u{n + 1} 168101 Call connected",
            $"{(n * 27) + 22}s u{n + 1} 168110 Call disconnected",
        ]);
        var givenUp = Enumerable.Range(servedCount + 1, 10 - servedCount)
            .Select(n => $"120s u{n} 168103 Call queue timeout");
        return [first[0], .. waiting, first[1], .. served.SkipLast(1), .. givenUp, .. served.TakeLast(1)];
    }
}
