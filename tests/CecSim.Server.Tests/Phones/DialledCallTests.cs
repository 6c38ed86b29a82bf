using CecSim.Scenarios;
using CecSim.Server.ConnectionBar;
using CecSim.Server.Gateway;
using CecSim.Server.Tests.Gateway;
using CecSim.Telephony.Media;
using static CecSim.Server.Tests.Phones.PhoneBench;

namespace CecSim.Server.Tests.Phones;

/// <summary>A customer dials an access code at a phone (Connection Bar, table 4-3).</summary>
public sealed class DialledCallTests
{
    private const string Number = "123451";

    private static readonly QueueSettings Voice = new() { Name = "voice" };

    [Theory]
    [InlineData("udp")]
    [InlineData("tcp")]
    [Shows("10.2/waits-with-music")]
    public async Task A_customer_who_dials_waits_with_music_and_talks_to_the_agents_phone(string transport)
    {
        await using var cec = await TestCec.StartAsync(Hotline());
        await using var agent = await RegisterAsync(cec, "audio_codecs=PCMU");
        await using var customer = Baresip.Start(
            cec.Softphones,
            transport,
            $"<sip:13800000000@127.0.0.1;transport={transport}>;regint=0;audio_codecs=PCMU",
            $"/dial sip:{Number}@127.0.0.1",
            CustomerHertz);

        await agent.SaysAsync("Incoming call from:");
        await Eventually.IsTrueAsync("the music", () => cec.FindMediaOf(1)?.Source == MediaSource.Music);
        agent.Command("/accept");

        await Pitch.HeardAsync(customer.Heard, AgentHertz);
        await Pitch.HeardAsync(agent.Heard, CustomerHertz);
        customer.Command("/hangup");
        await EventAsync(cec, "AgentEvent_Customer_Release");
    }

    [Fact]
    [Shows("10.2/customer-dials", "10.2/ordinary-call")]
    public async Task The_call_is_one_of_the_space_and_its_agent_is_told_who_dialled_what()
    {
        await using var cec = await TestCec.StartAsync(Hotline());
        using var customer = new DiallingPhone(cec);

        Assert.StartsWith("SIP/2.0 200 ", await customer.DialAsync(Number), StringComparison.Ordinal);

        var call = (await cec.ReadAsync($"{ControlAnswers.Space}/calls"))["calls"]![0]!;
        Assert.Equal(
            ("13800000000", "phone", "voice", 1001),
            ((string?)call["userId"], (string?)call["channelId"], (string?)call["queue"], (int?)call["workNo"]));
        Assert.StartsWith(Number, (string?)call["accessCode"], StringComparison.Ordinal);
        await cec.AdvanceAsync(10);
        var ringing = cec.Space.Agents.Events.Single(e => e.Notice.EventType == "AgentEvent_Ringing");
        var told = AgentEnvelope.Of(ringing)["event"]!["content"]!;
        Assert.Equal(
            ("13800000000", Number, "5", "0"),
            ((string?)told["caller"], (string?)told["called"], (string?)told["mediaType"], (string?)told["feature"]));
    }

    [Theory]
    [InlineData("nobody", 480, 20, "No agent is on duty in the queue of 123451")]
    [InlineData("full", 486, 17, "As many wait in the queue of 123451 as may")]
    [InlineData("granted", 503, 34, "As many voice calls are under way as the tenant has been granted")]
    [Shows("10.2/turned-away")]
    public async Task A_caller_who_is_turned_away_is_no_call_and_is_told_why(
        string how, int status, int cause, string why)
    {
        await using var cec = await TestCec.StartAsync(Hotline(s => how switch
        {
            "nobody" => s with { Agents = [s.Agents[0] with { Type = AgentType.Multimedia }] },
            "full" => s with { Queues = [Voice with { MaxCalls = 1 }] },
            _ => s with { Resources = new() { MaxConcurrentVoiceCalls = 2 } },
        }));
        using var first = new DiallingPhone(cec);
        using var second = new DiallingPhone(cec);
        using var customer = new DiallingPhone(cec);
        await first.DialAsync(Number);
        await second.DialAsync(Number);
        var before = cec.Space.Calls.View.Count;

        var refusal = await customer.DialAsync(Number);

        Assert.StartsWith($"SIP/2.0 {status} ", refusal, StringComparison.Ordinal);
        Assert.Contains($"Reason: Q.850;cause={cause};text=\"{why}\"", refusal, StringComparison.Ordinal);
        Assert.Matches($"Warning: 399 .+ \"{why}", refusal);
        Assert.Equal(before, cec.Space.Calls.View.Count);
        Assert.Equal(status, (int?)(await cec.JournalAsync("?method=INVITE"))[0]["response"]!["status"]);
    }

    [Fact]
    [Shows("10.1/voice-and-video-queues")]
    public async Task The_number_of_a_click_to_dial_queue_cannot_be_dialled()
    {
        await using var cec = await TestCec.StartAsync(Hotline(s => s with
        {
            Queues = [Voice with { Type = QueueType.VoiceClickToDial }],
        }));
        using var customer = new DiallingPhone(cec);

        Assert.StartsWith("SIP/2.0 404 ", await customer.DialAsync(Number), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_that_leads_nowhere_is_refused_with_those_that_do()
    {
        await using var cec = await TestCec.StartAsync(Hotline());
        using var customer = new DiallingPhone(cec);

        var refusal = await customer.DialAsync("123459");

        Assert.StartsWith("SIP/2.0 404 No called route has this number", refusal, StringComparison.Ordinal);
        Assert.Matches("Warning: 399 .+those are 123451", refusal);
    }

    [Fact]
    public async Task The_ladder_of_the_call_has_the_customers_SIP_and_the_agents_events()
    {
        await using var cec = await TestCec.StartAsync(Hotline());
        using var customer = new DiallingPhone(cec);
        await customer.DialAsync(Number);
        await cec.AdvanceAsync(3);
        await customer.HangUpAsync();
        await EventAsync(cec, "AgentEvent_Customer_Release");

        var ladder = await cec.ReadAsync($"{ControlAnswers.Space}/calls/1/ladder");

        // Media of a plain leg are there with the answer: before it or after it is for the threads to say.
        var steps = ladder["steps"]!.AsArray().Where(s => (string)s!["protocol"]! != "media")
            .Select(s => $"{s!["from"]} > {s["to"]} {s["label"]}").ToList();
        Assert.Equal(
            [
                "customer > gateway INVITE", "gateway > customer 100 Trying (INVITE)",
                "gateway > customer 200 OK (INVITE)", "customer > gateway ACK", "customer > gateway BYE",
            ],
            steps.Where(s => s.Contains("customer", StringComparison.Ordinal)).Take(5));
        Assert.Contains("cec > agent AgentEvent_Ringing", steps);
        Assert.Contains("cec > agent AgentEvent_Talking", steps);
        Assert.Empty(ladder["missing"]!.AsArray());
    }

    [Fact]
    public async Task A_customer_dials_by_TLS()
    {
        await using var cec = await TestCec.StartAsync(Hotline() with { SipTlsPort = 0 });
        await using var agent = await RegisterAsync(cec, "answermode=auto;audio_codecs=PCMU");
        await using var customer = Baresip.Start(
            cec.Gateway.SoftphonesByTls[0],
            "tls",
            "<sip:13800000000@127.0.0.1;transport=tls>;regint=0;audio_codecs=PCMU",
            $"/dial sip:{Number}@127.0.0.1",
            CustomerHertz);

        await Pitch.HeardAsync(customer.Heard, AgentHertz);
        await Pitch.HeardAsync(agent.Heard, CustomerHertz);
    }

    [Fact]
    public async Task A_customer_dials_from_a_page()
    {
        await using var cec = await TestCec.StartAsync(Hotline());
        using var page = await BrowserPhone.OpenAsync($"ws://{cec.Url("http").Authority}{GatewayAddresses.Path}");

        var answer = await page.InviteAsync(Number, cec.Space.Media.Domain);

        Assert.StartsWith("SIP/2.0 200 ", answer, StringComparison.Ordinal);
        Assert.Equal("voice", Assert.Single(cec.Space.Calls.View).Queue);
    }

    [Fact]
    public async Task A_space_with_a_customer_who_waits_goes_on_elsewhere()
    {
        var load = ScenarioFiles.Load([Checkout.PathOf("scenarios", "ivr", "extensions.yaml")]);
        await using var here = await TestCec.StartAsync(
            new CecSimArgs { SipPort = 0, Spaces = [load.Scenarios.Single().Space] });
        await using var there = await TestCec.StartAsync(new CecSimArgs { Spaces = [] });
        using var sales = new DiallingPhone(here);
        using var asked = new DiallingPhone(here, "13800000001");
        await sales.DialAsync("123451");
        await asked.DialAsync("12345");
        await here.AdvanceAsync(2);
        await asked.PressByInfoAsync('2');
        await Eventually.IsTrueAsync("a call in the queue", () => here.Space.Calls.View[1].Queue == "support");
        var moment = await here.ReadAsync($"{ControlAnswers.Space[..^"demo".Length]}extensions/export");

        var made = await new ControlApiClient(there.Http).PostAsync("import", moment.ToJsonString());

        Assert.True(made.Status == 201, $"{made.Body}");
        await here.AdvanceAsync(2);
        await there.AdvanceAsync(2);
        Assert.Equal(Seen(here), Seen(there));

        static IEnumerable<(string, string, string?, int?)> Seen(TestCec cec) =>
            cec.Space.Calls.View.Select(c => (c.User.UserId, c.AccessCode, c.Queue, c.WorkNo));
    }

    [Fact]
    public async Task A_customer_who_waits_too_long_is_released_with_a_BYE()
    {
        await using var cec = await TestCec.StartAsync(Hotline(s => s with
        {
            Agents = [s.Agents[0] with { Conduct = new() { Ignores = 1 } }],
            RingingMax = TimeSpan.FromMinutes(2),
        }));
        using var first = new DiallingPhone(cec);
        using var second = new DiallingPhone(cec, "13800000001");
        await first.DialAsync(Number);
        await second.DialAsync(Number);
        Assert.Equal(1, cec.Space.Calls.View[1].Place);

        await cec.AdvanceAsync(61);

        await second.RequestAsync("BYE");
        Assert.Equal(CallState.Ended, cec.Space.Calls.View[1].State);
    }

    private static CecSimArgs Hotline(Func<SpaceSettings, SpaceSettings>? change = null) => Centre(s =>
    {
        var hotline = s with
        {
            Queues = [Voice],
            CalledRoutes = [new CalledRoute("12345", "1", Voice.Name)],
        };
        return change is null ? hotline : change(hotline);
    });
}
