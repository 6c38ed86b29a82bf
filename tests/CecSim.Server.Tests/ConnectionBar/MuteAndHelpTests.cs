using CecSim.Server.Tests.Control.Stream;

namespace CecSim.Server.Tests.ConnectionBar;

/// <summary>"Agents can ... mute calls ... or seek help in one-click mode" (Connection Bar, chapter 1).</summary>
public sealed class MuteAndHelpTests
{
    private const string Agents = "spaces/demo/agents";

    private static readonly SpaceSettings OneAgent = new()
    {
        Queues = [new() { Name = "voice", Type = QueueType.VoiceClickToDial }],
        Agents = [new() { WorkNo = 1001, AccountCode = "11" }],
    };

    [Theory]
    [InlineData("mute", "unmute", "muted")]
    [InlineData("seek-help", "cancel-help", "needsHelp")]
    [Shows("9/mute-and-help", "9/mute-told", "9/help-told")]
    public async Task What_an_agent_says_of_its_call_at_the_bar_is_told_and_taken_back(
        string action, string opposite, string field)
    {
        await using var cec = await TestCec.StartAsync(OneAgent);
        var (page, control) = await TalkAsync(cec);
        using var stream = await SseReader.FollowAsync(cec);

        Assert.True(Said(await page.ActAsync(action)));
        Assert.True((bool)(await stream.NextAsync("agent"))["agent"]![field]!);
        Assert.True((bool)(await control.GetAsync(Agents))["agents"][0]![field]!);

        Assert.False((bool)(await control.PostAsync($"{Agents}/1001/{opposite}"))[field]!);
        Assert.False(Said(await page.ActAsync("open")));

        bool Said(Answer answer) => (bool)JsonNode.Parse(answer.Body)!["agent"]![field]!;
    }

    [Fact]
    public async Task Both_are_over_with_the_call_and_there_are_none_without_one()
    {
        await using var cec = await TestCec.StartAsync(OneAgent);
        var (page, control) = await TalkAsync(cec);
        await page.MustAsync("mute");
        await page.MustAsync("seek-help");
        await page.MustAsync("hold");
        var held = (await control.GetAsync(Agents))["agents"][0]!;
        await page.MustAsync("release");
        var over = (await control.GetAsync(Agents))["agents"][0]!;

        Assert.Equal((true, true), ((bool)held["muted"]!, (bool)held["needsHelp"]!));
        Assert.Equal((false, false), ((bool)over["muted"]!, (bool)over["needsHelp"]!));
        Assert.Equal("NoCall", (await page.ActAsync("seek-help")).Text("message"));
        Assert.Equal(409, (await control.PostAsync($"{Agents}/1001/mute")).Status);
    }

    private static async Task<(BarPage Page, ControlApiClient Door)> TalkAsync(TestCec cec)
    {
        var page = new BarPage(cec.Http);
        await page.LoadAsync();
        await page.MustAsync("sign-in");
        var client = await cec.SignInAsync();
        await client.CreateAsync();
        await page.MustAsync("answer");
        return (page, new ControlApiClient(cec.Http));
    }
}
