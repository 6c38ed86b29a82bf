using CecSim.Server.Tests.Gateway;

using static CecSim.Server.Tests.TestCec;

namespace CecSim.Server.Tests.Control;

public sealed class StatisticsTests
{
    private const string Statistics = "spaces/demo/statistics";

    [Fact]
    public async Task An_empty_space_comes_to_nothing()
    {
        await using var cec = await StartAsync();

        (await new ControlApiClient(cec.Http).GetAsync(Statistics)).MustBeJson(
            """
            {"now":"2026-01-05T09:00:00+00:00","requests":0,"heldPolls":0,"waiting":0,"faultStrikes":0,"calls":[],
            "media":{"calls":0}}
            """);
    }

    [Fact]
    public async Task Requests_polls_strikes_and_calls_are_counted()
    {
        await using var cec = await StartAsync();
        var control = new ControlApiClient(cec.Http);
        var client = await cec.SignInAsync("ann");
        var armed = await control.PostAsync(
            "spaces/demo/faults", """{"at":"getClickToCallEvents","when":{"first":1},"inject":{"status":503}}""");
        Assert.Equal(201, armed.Status);

        await client.CreateAsync();
        await client.PollAsync();
        await client.PollAsync();
        var poll = await cec.HeldAsync(client.PollAsync());

        var seen = await control.GetAsync(Statistics);
        Assert.Equal(6, (int)seen["requests"]!);
        Assert.Equal(1, (int)seen["heldPolls"]!);
        Assert.Equal(1, (int)seen["faultStrikes"]!);
        Assert.Equal(1, seen["calls"].AsArray().Sum(c => (int)c!["count"]!));
        await control.PostAsync("spaces/demo/clock", """{"advance":"PT1M"}""");
        await poll;
        Assert.Equal(0, (int)(await control.GetAsync(Statistics))["heldPolls"]!);
    }

    [Fact]
    public async Task Media_are_counted_as_long_as_a_call_has_some_with_what_was_lost_of_them()
    {
        await using var cec = await StartAsync();
        var control = new ControlApiClient(cec.Http);
        await using var peer = new TestPeer();
        var call = await InvitedCall.ConnectAsync(cec);
        using var phone = await call.OpenPhoneAsync();
        await peer.ConnectAsync(
            await phone.InviteAsync(call.AccessCode, call.Domain, offer: peer.Offer.ToString()));
        foreach (var sequence in (int[])[1, 2, 4])
        {
            peer.SendRtp(Rtp.Loud(111, sequence, (uint)sequence * 960, level: 7, [1, 2, 3]));
            await peer.NextRtpAsync();
        }

        var media = (await control.GetAsync(Statistics))["media"];
        Assert.Equal((1, 25), ((int)media["calls"]!, (double)media["lossInPercent"]!));
        Assert.InRange((double)media["jitterMs"]!, 0, 20_000);
        Assert.Null(media["lossOutPercent"]);

        await phone.ByeAsync(call.Domain);
        await call.Client.PollAsync();
        Assert.Equal("""{"calls":0}""", (await control.GetAsync(Statistics))["media"].ToJsonString());
    }

    [Theory]
    [InlineData("state", 2)]
    [InlineData("all", 0)]
    public async Task Requests_are_counted_anew_with_the_journal(string scope, int requests)
    {
        await using var cec = await StartAsync();
        var control = new ControlApiClient(cec.Http);
        await cec.SignInAsync("ann");

        await control.PostAsync("spaces/demo/reset", $$"""{"scope":"{{scope}}"}""");

        Assert.Equal(requests, (int)(await control.GetAsync(Statistics))["requests"]!);
    }
}
