using CecSim.Server.Tests.Control;

namespace CecSim.Server.Tests.Phones;

/// <summary>Phones that are told of an agent's account, over sockets.</summary>
public sealed class WatchedPhoneTests
{
    [Fact]
    public async Task A_phone_sees_that_an_agents_phone_rings_talks_and_is_free_again()
    {
        await using var cec = await TestCec.StartAsync(PhoneBench.Centre());
        using var phone = await WirePhone.RegisterAsync(cec, "88881001");
        using var watcher = WirePhone.Open(cec, "88881001");
        await watcher.SubscribeAsync("88881001", "dialog");
        var idle = await watcher.TakeAsync("NOTIFY");
        Assert.Equal("application/dialog-info+xml", WirePhone.Header(idle, "Content-Type"));
        Assert.StartsWith("active;expires=", WirePhone.Header(idle, "Subscription-State"), StringComparison.Ordinal);
        Assert.DoesNotContain("<dialog ", WirePhone.BodyOf(idle), StringComparison.Ordinal);

        var client = await cec.SignInAsync();
        await client.CreateAsync();
        var rings = await watcher.TakeAsync("NOTIFY");
        await phone.PickUpAsync();
        var talks = await watcher.TakeAsync("NOTIFY");
        await client.DropAsync();
        var isOver = await watcher.TakeAsync("NOTIFY");

        Assert.Contains(
            "direction=\"recipient\"><state>early</state>", WirePhone.BodyOf(rings), StringComparison.Ordinal);
        Assert.Contains("<state>confirmed</state>", WirePhone.BodyOf(talks), StringComparison.Ordinal);
        Assert.DoesNotContain("<dialog ", WirePhone.BodyOf(isOver), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_subscription_stands_in_the_journal_of_the_space_that_has_the_account()
    {
        var north = new SpaceSettings { Name = "north", AppKey = "north", TenantSpaceId = "1" };
        await using var cec = await TestCec.StartAsync(new CecSimArgs
        {
            SipPort = 0,
            Spaces =
            [
                north,
                north with
                {
                    Name = "south",
                    AppKey = "south",
                    TenantSpaceId = "2",
                    Agents = [new AgentSettings { WorkNo = 1001, SipAccount = "8888", SipPassword = "cti-1234" }],
                },
            ],
        });
        using var phone = WirePhone.Open(cec, "8888");
        var address = "<sip:8888@127.0.0.1>";

        var answer = await phone.AskAsync(
            "SUBSCRIBE", new WirePhone.Leg("watch", $"{address};tag=watch", address), "Event: presence\r\n");

        Assert.StartsWith("SIP/2.0 489 Bad Event", answer, StringComparison.Ordinal);
        Assert.Equal("dialog, message-summary", WirePhone.Header(answer, "Allow-Events"));
        var journal = await new ControlApiClient(cec.Http).GetAsync("spaces/south/journal?method=SUBSCRIBE");
        Assert.StartsWith(
            "The event 'presence' is not served here",
            (string?)Assert.Single(journal["entries"]!.AsArray())!["wrong"]![0],
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_phone_that_asks_for_messages_is_told_that_none_waits()
    {
        await using var cec = await TestCec.StartAsync(PhoneBench.Centre());
        using var phone = await WirePhone.RegisterAsync(cec, "88881001");

        await phone.SubscribeAsync("88881001", "message-summary");

        Assert.Equal("Messages-Waiting: no\r\n", WirePhone.BodyOf(await phone.TakeAsync("NOTIFY")));
    }
}
