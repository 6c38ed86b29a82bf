namespace CecSim.ScenarioFiles.Tests.ConnectionBar;

/// <summary>What two pages with the connection bar see of each scenario, one after the other.</summary>
public sealed class BarFilesTests
{
    private const string LetIn = "0s 200 with 11 cookies";

    // The last event of the first page is the end of its wrap-up.
    private static readonly string[] Call =
    [
        "0s AgentState_Ready", "0s AgentState_Busy", "0s AgentOther_PhoneAlerting", "0s AgentEvent_Ringing",
        "2s AgentEvent_Talking", "5s AgentEvent_Call_Release", "5s AgentEvent_Customer_Release",
        "5s AgentOther_PhoneRelease", "5s AgentState_Work", "10s AgentState_Ready",
    ];

    private static readonly Dictionary<string, string[]> Stories = new()
    {
        ["agent-event-lost"] = [LetIn, .. Call[..4], .. Call[5..]],
        ["agent-event-twice"] = [LetIn, .. Call[..5], "2s AgentEvent_Talking", .. Call[5..]],
        ["cookies-refused"] = ["0s 200 with 0 cookies", "0s 401 the cookie sum_token is missing"],
        ["frame-late"] = ["0s 200 with 11 cookies and the frame 3000 ms later", .. Call],
        ["person-at-a-bar"] = [LetIn, .. Call],
        ["validation-not-json"] = ["0s 500 null", LetIn, .. Call],
        ["validation-refused"] = ["0s 500 the token is dead", LetIn, .. Call],
        ["validation-slow"] = ["5s 200 with 11 cookies", .. Call.Select(Later)],
        ["validation-tls-error"] = ["0s 500 null", LetIn, .. Call],
    };

    private static readonly string[] CallsOut =
    [
        LetIn, "0s AgentState_Ready",
        "0s AgentOther_PhoneAlerting", "0s AgentState_Busy", "5s AgentEvent_Talking",
        "25s AgentEvent_Call_Release", "25s AgentEvent_Customer_Release",
        "25s AgentOther_PhoneRelease", "25s AgentState_Work", "30s AgentState_Ready",
        "30s AgentOther_PhoneAlerting", "30s AgentState_Busy", "31s AgentEvent_Call_Out_Fail",
        "31s AgentOther_PhoneRelease", "31s AgentState_Ready",
        "31s AgentOther_PhoneAlerting", "31s AgentState_Busy", "62s AgentEvent_Call_Out_Fail",
        "62s AgentOther_PhoneRelease", "62s AgentState_Ready",
        "62s AgentOther_PhoneAlerting", "62s AgentState_Busy", "63s AgentEvent_Call_Out_Fail",
        "63s AgentOther_PhoneRelease", "63s AgentState_Ready",
    ];

    public static TheoryData<string> Names => [.. ScenarioFolder.BarNames.Where(n => n != "call-out")];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_page_sees_the_story_that_the_file_promises(string name)
    {
        Assert.True(Stories.ContainsKey(name), $"The story of scenarios/connection-bar/{name}.yaml is not told here.");
        await using var ladder = await BarLadder.StartAsync(ScenarioFolder.PathOfBar(name));

        await ladder.LoadAsync();
        if (ladder.Lines[^1].Contains(" 500 ", StringComparison.Ordinal))
        {
            await ladder.LoadAsync();
        }

        await ladder.TakeACallAsync();

        Assert.Equal(Stories[name], ladder.Lines);
    }

    [Fact]
    [Shows("8/patience-10s")]
    public async Task An_API_that_takes_too_long_keeps_the_second_page_out()
    {
        await using var ladder = await BarLadder.StartAsync(ScenarioFolder.PathOfBar("validation-slow"));

        await ladder.LoadAsync();
        await ladder.LoadAsync();

        Assert.Equal(["5s 200 with 11 cookies", "15s 500 null"], ladder.Lines);
    }

    [Fact]
    public async Task Each_number_has_the_fate_that_the_file_gives_it()
    {
        await using var ladder = await BarLadder.StartAsync(ScenarioFolder.PathOfBar("call-out"));

        await ladder.LoadAsync();
        await ladder.CallOutAsync("88889007", "88889008", "88889009", "88889010");

        Assert.Equal(CallsOut, ladder.Lines);
    }

    [Fact]
    public void No_story_is_told_of_a_scenario_that_is_gone() => Assert.Equal(
        ScenarioFolder.BarNames, Stories.Keys.Append("call-out").Order(StringComparer.Ordinal));

    // Five seconds went by before the page was let in.
    private static string Later(string line)
    {
        var (seconds, what) = (line[..line.IndexOf('s', StringComparison.Ordinal)], line.Split(' ', 2)[1]);
        return $"{int.Parse(seconds, System.Globalization.CultureInfo.InvariantCulture) + 5}s {what}";
    }
}
