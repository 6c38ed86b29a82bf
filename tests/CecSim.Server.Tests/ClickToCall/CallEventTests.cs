using System.Text.Json;

namespace CecSim.Server.Tests.ClickToCall;

/// <summary>Chapter 5, step 4: each event to the letter.</summary>
public sealed class CallEventTests
{
    private const string Empty = """{"resultCode":"0","resultDesc":"ClickToCall polled without any events"}""";

    private static readonly Cause Busy = new(-1, "line busy");

    [Theory, ClassData(typeof(EachProfile))]
    [Shows(
        "5.3/route", "5.3/query-channel-web", "5.3/resultcode-0", "5.3/resultdesc-text-event", "5.3/content-domain",
        "5.3/content-gwaddresses", "5.3/content-accesscode-digits-string",
        "5.3/content-clicktocallcaller", "5.3/168101-connected")]
    public async Task A_connected_call_brings_the_gateway_and_the_two_parties(string profile)
    {
        await using var cec = await StartAsync(profile, new ScriptStep.Connected());
        var client = await cec.SignInAsync();
        await client.CreateAsync();

        (await client.PollAsync()).MustBe(
            200,
            $$"""
            {"resultCode":"0","resultDesc":"Call connected","eventId":168101,"content":{
            "domain":"202403015666.cecsim.test","gwAddresses":["ws://{{cec.Url("http").Authority}}/sip"],
            "accessCode":"179089006886678","clickToCallCaller":"AnonymousCard"}
            }
            """.ReplaceLineEndings(""),
            EachProfile.Document(profile, "5"));
    }

    [Theory, ClassData(typeof(EachProfile))]
    [Shows(
        "5.3/event-between-polls", "5.3/events-in-order", "5.3/168102-queued",
        "5.3/168106-transfered")]
    public async Task Queuing_and_transfer_are_told_without_content(string profile)
    {
        await using var cec = await StartAsync(profile, new ScriptStep.Queued(), new ScriptStep.Transferred());
        var client = await cec.SignInAsync();
        await client.CreateAsync();

        await NextIsAsync("""{"resultCode":"0","resultDesc":"Call in queue","eventId":168102}""");
        await NextIsAsync("""{"resultCode":"0","resultDesc":"Call transfered","eventId":168106}""");

        async Task NextIsAsync(string body) =>
            (await client.PollAsync()).MustBe(200, body, EachProfile.Document(profile, "5"));
    }

    [Theory, ClassData(typeof(EachProfile))]
    [Shows("5.3/168103-queue-timeout")]
    public Task A_queue_timeout_tells_its_cause(string profile) => EndsWithAsync(
        profile,
        new ScriptStep.QueueTimeout(Busy),
        """{"resultCode":"0","resultDesc":"Call queue timeout","eventId":168103,"content":CONTENT}""");

    [Theory, ClassData(typeof(EachProfile))]
    [Shows("5.3/168105-failed")]
    public Task A_failure_tells_its_cause(string profile) => EndsWithAsync(
        profile,
        new ScriptStep.Failed(Busy),
        """{"resultCode":"0","resultDesc":"Call failed","eventId":168105,"content":CONTENT}""");

    [Theory, ClassData(typeof(EachProfile))]
    [Shows("5.3/content-causeid-number", "5.3/content-causedesc", "5.3/168110-disconnected")]
    public Task A_release_tells_its_cause(string profile) => EndsWithAsync(
        profile,
        new ScriptStep.Released(Busy),
        """{"resultCode":"0","resultDesc":"Call disconnected","eventId":168110,"content":CONTENT}""");

    [Theory, ClassData(typeof(EachProfile))]
    [Shows("5.3/causeid-minus-1-unstated", "5.4/drop-brings-last-168110")]
    public async Task A_drop_brings_the_last_event_and_then_no_more(string profile)
    {
        await using var cec = await StartAsync(profile, new ScriptStep.Connected());
        var client = await cec.SignInAsync();
        await client.CreateAsync();
        await client.PollAsync();
        var poll = await cec.HeldAsync(client.PollAsync());

        await client.DropAsync();

        (await poll).MustBe(
            200,
            """
            {"resultCode":"0","resultDesc":"Call disconnected","eventId":168110,
            "content":{"causeId":-1,"causeDesc":"released by the customer"}}
            """.ReplaceLineEndings(""),
            EachProfile.Document(profile, "5"));
        var after = await cec.HeldAsync(client.PollAsync());
        await cec.AdvanceAsync(10);
        (await after).MustBe(200, Empty, EachProfile.Document(profile, "5"));
    }

    // Huawei's own client compares eventId with ===.
    [Fact]
    [Shows("5.3/eventid-number", "5.3/valid-json")]
    public async Task The_event_id_is_a_number()
    {
        await using var cec = await TestCec.StartAsync();
        var client = await cec.SignInAsync();
        await client.CreateAsync();

        using var body = JsonDocument.Parse((await client.PollAsync()).Body);

        Assert.Equal(JsonValueKind.Number, body.RootElement.GetProperty("eventId").ValueKind);
    }

    [Fact]
    [Shows("5.3/content-accesscode-digits-string", "6/accesscode-alone-caller-tells", "6/accesscode-15-digits-prefix")]
    public async Task Each_call_has_an_access_code_of_its_own()
    {
        await using var cec = await TestCec.StartAsync();
        var codes = new List<string>();
        foreach (var userId in new[] { "ann", "bob" })
        {
            var client = await cec.SignInAsync(userId);
            await client.CreateAsync();
            using var body = JsonDocument.Parse((await client.PollAsync()).Body);
            codes.Add(body.RootElement.GetProperty("content").GetProperty("accessCode").GetString()!);
        }

        Assert.All(codes, code => Assert.Matches("^17908[0-9]{10}$", code));
        Assert.NotEqual(codes[0], codes[1]);
    }

    private static async Task EndsWithAsync(string profile, ScriptStep step, string body)
    {
        await using var cec = await StartAsync(profile, step);
        var client = await cec.SignInAsync();
        await client.CreateAsync();

        (await client.PollAsync()).MustBe(
            200,
            body.Replace("CONTENT", """{"causeId":-1,"causeDesc":"line busy"}""", StringComparison.Ordinal),
            EachProfile.Document(profile, "5"));
    }

    private static Task<TestCec> StartAsync(string profile, params ScriptStep[] steps) =>
        TestCec.StartAsync(TestCec.SettingsOf(profile) with { Calls = [new CallRule { Script = new Script(steps) }] });
}
