namespace CecSim.Server.Tests.ConnectionBar;

/// <summary>What a page is told when its person hands a call on, or gets one that was handed on.</summary>
public sealed class BarTransferTests
{
    private static readonly SpaceSettings Desk = new()
    {
        Queues = [new() { Name = "voice", Type = QueueType.VoiceClickToDial }],
        Agents =
        [
            new() { WorkNo = 1001, AccountCode = "11" },
            new() { WorkNo = 1002, AccountCode = "12" },
        ],
    };

    [Fact]
    [Shows("9.3/succ-trans-result")]
    [Shows("9.3/ringing-of-transfer")]
    public async Task Both_pages_are_told_in_the_words_of_the_reference()
    {
        await using var cec = await TestCec.StartAsync(Desk);
        using var other = new HttpClient { BaseAddress = cec.Http.BaseAddress };
        var first = await SignedInAsync(cec.Http, "11");
        var second = await SignedInAsync(other, "12");
        await (await cec.SignInAsync()).CreateAsync();
        await first.MustAsync("answer");
        await first.TakeAsync(cec);

        await first.MustAsync("transfer", """{"agent":"1002"}""");

        var result = (await first.TakeAsync(cec))[0]["event"]!;
        Assert.Equal("AgentEvent_SuccTransResult", (string?)result["eventType"]);
        var callId = (string?)result["content"]!["callId"];
        Assert.Equal($$"""{"result":0,"callId":"{{callId}}"}""", result["content"]!.ToJsonString());
        var ringing = (await second.TakeAsync(cec))
            .Single(e => (string?)e["event"]!["eventType"] == "AgentEvent_Ringing")["event"]!["content"]!;
        Assert.Equal(("yes", "1001"), ((string?)ringing["transfer"], (string?)ringing["transfrom"]));
    }

    private static async Task<BarPage> SignedInAsync(HttpClient browser, string account)
    {
        var page = new BarPage(browser);
        await page.LoadAsync(BarPage.Credentials(account: account));
        await page.MustAsync("sign-in");
        return page;
    }
}
