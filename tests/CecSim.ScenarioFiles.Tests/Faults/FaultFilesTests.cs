namespace CecSim.ScenarioFiles.Tests.Faults;

/// <summary>What the caller of each scenario of a fault sees, and that the seed decides all of it.</summary>
public sealed class FaultFilesTests
{
    private const string Queued = "0s 168102 Call in queue";
    private const string Connected = "2s 168101 Call connected";
    private const string Released = "8s 168110 Call disconnected";

    // The caller of these tests has no media, so nothing of the gateway strikes.
    private static readonly string[] UndisturbedPolls = [Queued, Connected, Released];

    private static readonly Dictionary<string, string[]> Stories = new()
    {
        ["access-token-expired"] = ["0s 403 the access token has expired", Queued, Connected, Released],
        ["access-token-revoked"] = [Queued, "0s 403 the access token was revoked", Connected, Released],
        ["connection-reset"] = [Queued, "0s ConnectionReset", Connected, Released],
        ["content-type"] = [Queued, "2s 168101 Call connected, said to be text/html", Released],
        ["delay"] = ["3s 168102 Call in queue", "6s 168101 Call connected", "9s 168110 Call disconnected"],
        ["delay-log-normal"] =
            ["7s 168102 Call in queue", "11.2s 168101 Call connected", "12s 168110 Call disconnected"],
        ["delay-uniform"] = ["2.9s 168102 Call in queue", "5.5s 168101 Call connected", Released],
        ["dribble"] = [Queued, "12s 168101 Call connected", "12s 168110 Call disconnected"],
        ["drop-connection-after-taking-event"] = [Queued, "2s ConnectionReset", Released],
        ["drop-event"] = [Queued, Released],
        ["dtls-failure"] = UndisturbedPolls,
        ["duplicate-event"] = [Queued, Connected, Connected, Released],
        ["empty-response"] = [Queued, "0s closed without a byte", Connected, Released],
        ["four-bad-seconds"] =
        [
            Queued,
            Connected,
            "3s 502 a fault of the scenario",
            "4s 502 a fault of the scenario",
            "5s 502 a fault of the scenario",
            "6s 502 a fault of the scenario",
            Released,
        ],
        ["garbage"] = [Queued, "0s no HTTP", Connected, Released],
        ["gateway-hangs-up"] = UndisturbedPolls,
        ["hang"] = [Queued, "60s no answer", "61s 168101 Call connected", "61s 168110 Call disconnected"],
        ["ice-blackhole"] = UndisturbedPolls,
        ["jitter"] = UndisturbedPolls,
        ["late-event"] = [Queued, "7s 168101 Call connected", Released],
        ["malformed-chunk"] = [Queued, "2s broken chunk", "3s 168101 Call connected", Released],
        ["messaging-token-expired"] = [Queued, "0s 403 the ccmessaging-token has expired", Connected, Released],
        ["no-answer"] = UndisturbedPolls,
        ["one-poll-in-three"] = [Queued, Connected, "2s ConnectionReset", "3s ConnectionReset", Released],
        ["one-way-audio"] = UndisturbedPolls,
        ["packet-loss"] = UndisturbedPolls,
        ["reorder-events"] = [Connected, "2s 168102 Call in queue", Released],
        ["result-code"] =
        [
            "0s resultCode 13",
            "1s 168102 Call in queue",
            "3s 168101 Call connected",
            "9s 168110 Call disconnected",
        ],
        ["sip-status"] = UndisturbedPolls,
        ["socket-drops"] = UndisturbedPolls,
        ["status"] =
        [
            "0s 503 a fault of the scenario",
            "1s 503 a fault of the scenario",
            "2s 168102 Call in queue",
            Connected,
            Released,
        ],
        ["too-many-requests"] = [Queued, "0s 429 a fault of the scenario 5", "5s 168101 Call connected", Released],
        ["truncate"] = [Queued, "2s truncated", "3s 168101 Call connected", Released],
    };

    public static TheoryData<string> Names => [.. ScenarioFolder.FaultNames];

    /// <summary>Those in which something is drawn while the call is on.</summary>
    public static TheoryData<string> LeftToChance => ["delay-uniform", "delay-log-normal", "one-poll-in-three"];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_faulty_scenario_tells_its_story(string name)
    {
        Assert.True(Stories.ContainsKey(name), $"The story of scenarios/faults/{name}.yaml is not told here.");
        var file = ScenarioFolder.PathOfFault(name);

        var lines = (await FaultLadder.RunAsync(file)).Lines;

        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', lines));
        Assert.Equal(Stories[name], lines);
    }

    [Fact]
    public void No_story_is_told_of_a_scenario_that_is_gone() =>
        Assert.Equal(ScenarioFolder.FaultNames, Stories.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_same_seed_gives_the_same_bytes_and_another_seed_others(string name)
    {
        var file = ScenarioFolder.PathOfFault(name);
        var transcript = (await FaultLadder.RunAsync(file)).Transcript;

        Assert.Equal(transcript, (await FaultLadder.RunAsync(file)).Transcript);
        Assert.NotEqual(transcript, (await FaultLadder.RunAsync(file, seed: 2)).Transcript);
    }

    // Tokens alone would make two transcripts differ; here it is the faults that must.
    [Theory]
    [MemberData(nameof(LeftToChance))]
    public async Task Another_seed_breaks_in_other_places(string name)
    {
        var file = ScenarioFolder.PathOfFault(name);
        var stories = new HashSet<string>();
        foreach (var seed in new ulong[] { 1, 2, 3, 4 })
        {
            stories.Add(string.Join('\n', (await FaultLadder.RunAsync(file, seed)).Lines));
        }

        Assert.InRange(stories.Count, 2, 4);
    }
}
