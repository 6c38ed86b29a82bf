using CecSim.Server.Tests.Control;
using CecSim.Server.Tests.Gateway;
using CecSim.Server.Tests.Phones;

namespace CecSim.Server.Tests.Ladders;

/// <summary>What is told of a call, over all that it was made of.</summary>
public sealed class CallLadderTests
{
    private const string Ladder = $"{ControlAnswers.Space}/calls/1/ladder";

    [Fact]
    public async Task Requests_events_SIP_of_both_ends_and_media_are_on_one_axis()
    {
        await using var cec = await TestCec.StartAsync(PhoneBench.Centre());
        await using var agent = await PhoneBench.RegisterAsync(cec, "answermode=auto;audio_codecs=PCMU");
        var call = await InvitedCall.ConnectAsync(cec);
        await PhoneBench.EventAsync(cec, "AgentOther_PhoneOffhook");
        using var customer = await call.OpenPhoneAsync();
        await customer.InviteAsync(call.AccessCode, call.Domain);
        await cec.AdvanceAsync(5);
        await customer.ByeAsync(call.Domain);
        await agent.SaysAsync("session closed");
        await PhoneBench.EventAsync(cec, "AgentState_Work");
        var last = await call.Client.PollAsync();
        Assert.Contains("168110", last.Body, StringComparison.Ordinal);

        var told = await cec.ReadAsync(Ladder);
        var steps = told["steps"]!.AsArray().Select(s => s!).ToList();

        Assert.Empty(told["missing"]!.AsArray());
        Assert.Equal(
            [
                "customer > POST createClickToCall", "customer < 168101 connected", "customer < 200",
                "customer > GET getClickToCallEvents", "customer < 200 168101", "customer < 168110 released",
                "customer > GET getClickToCallEvents", "customer < 200 168110",
            ],
            Between("cec", "customer"));
        Assert.Equal(
            [
                "customer > INVITE", "customer < 100 Trying (INVITE)", "customer < 200 OK (INVITE)", "customer > ACK",
                "customer > BYE", "customer < 200 OK (BYE)", "customer > media over: hungUp",
            ],
            Between("gateway", "customer").Where(s => s != "customer > media connected"));
        Assert.Equal(
            ["phone < INVITE", "phone > 200 Answering (INVITE)", "phone < ACK"],
            Between("gateway", "phone").Where(s => !s.Contains(" 1", StringComparison.Ordinal)).Take(3));
        Assert.Contains("phone < BYE", Between("gateway", "phone"));
        Assert.Equal(["agent < AgentState_Busy", "agent < AgentOther_PhoneAlerting"], Between("cec", "agent").Take(2));
        Assert.Equal("agent < AgentState_Work", Between("cec", "agent")[^1]);

        // Real time goes on while the clock of the space stands still.
        var afterMs = steps.Select(s => (double)s["afterMs"]!).ToList();
        Assert.Equal(0, afterMs[0]);
        Assert.Equal(afterMs.Order(), afterMs);
        var bye = steps.Single(s => (string)s["label"]! == "BYE" && (string)s["from"]! == "customer");
        Assert.Equal(DateTimeOffset.Parse("2026-01-05T09:00:05Z", null), (DateTimeOffset)bye["at"]!);
        Assert.Equal(DateTimeOffset.Parse("2026-01-05T09:00:00Z", null), (DateTimeOffset)steps[0]["at"]!);

        var invite = steps.First(s => (string)s["label"]! == "INVITE" && (string)s["from"]! == "customer");
        Assert.StartsWith($"INVITE sip:{call.AccessCode}@", (string)invite["message"]!, StringComparison.Ordinal);
        Assert.Matches("a=ice-pwd:\\*\\*\\*[0-9a-f]{8}\n", (string)invite["message"]!);
        Assert.NotEmpty((string)steps[0]["journal"]!);

        List<string> Between(string one, string other) =>
        [
            .. steps
                .Where(s => $"{s["from"]} {s["to"]}" is var way && (way == $"{one} {other}" || way == $"{other} {one}"))
                .Select(s => $"{other} {((string)s["from"]! == other ? '>' : '<')} {s["label"]}"),
        ];
    }

    [Fact]
    public async Task A_phone_that_did_not_pick_up_is_in_it()
    {
        await using var cec = await TestCec.StartAsync(PhoneBench.Centre());
        await using var agent = await PhoneBench.RegisterAsync(cec, "answermode=manual;audio_codecs=PCMU");
        var client = await cec.SignInAsync();
        await client.CreateAsync();
        await PhoneBench.EventAsync(cec, "AgentOther_PhoneAlerting");
        await cec.AdvanceAsync(31);
        await Eventually.IsTrueAsync("the phone has heard of it", () => cec.Gateway.Dialogs
            .Of(cec.Space, cec.Space.Calls.View[0].AccessCode)
            .SelectMany(d => cec.Sip.Trace.MessagesOf(d.SipCallId))
            .Any(m => m.StartLine.StartsWith("SIP/2.0 487 ", StringComparison.Ordinal)));

        var steps = (await cec.ReadAsync(Ladder))["steps"]!.AsArray();

        Assert.Contains(steps, s => (string)s!["label"]! == "CANCEL" && (string)s["to"]! == "phone");
        Assert.Contains(steps, s => ((string)s!["label"]!).StartsWith("487 ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_offer_that_is_refused_is_told_with_its_status()
    {
        await using var cec = await TestCec.StartAsync();
        var call = await InvitedCall.ConnectAsync(cec);
        using var customer = await call.OpenPhoneAsync();

        var refusal = await customer.InviteAsync(call.AccessCode, call.Domain, offer: "v=0\r\n");

        var steps = (await cec.ReadAsync(Ladder))["steps"]!.AsArray();
        var status = refusal.Split("\r\n")[0]["SIP/2.0 ".Length..];
        Assert.Contains($"{status} (INVITE)", steps.Select(s => (string)s!["label"]!));
    }

    [Fact]
    public async Task A_poll_that_brings_nothing_is_left_out_and_one_that_is_refused_says_why()
    {
        await using var cec = await TestCec.StartAsync();
        var client = await cec.SignInAsync();
        await client.CreateAsync();
        await client.PollAsync();
        var held = await cec.HeldAsync(client.PollAsync());
        await cec.AdvanceAsync(60);
        await held;

        var labels = (await cec.ReadAsync(Ladder))["steps"]!.AsArray().Select(s => (string)s!["label"]!).ToList();

        Assert.Single(labels, l => l == "GET getClickToCallEvents");
    }

    [Fact]
    public async Task Calls_of_one_user_that_begin_at_one_moment_have_requests_of_their_own()
    {
        await using var cec = await TestCec.StartAsync();
        var client = await cec.SignInAsync();
        await client.CreateAsync();
        await client.PollAsync();
        await client.DropAsync();
        await client.CreateAsync();

        Assert.Equal(["createClickToCall", "getClickToCallEvents", "dropClickToCall"], await RequestsAsync(1));
        Assert.Equal(["createClickToCall"], await RequestsAsync(2));

        async Task<IEnumerable<string>> RequestsAsync(int call) =>
            (await cec.ReadAsync($"{ControlAnswers.Space}/calls/{call}/ladder"))["steps"]!.AsArray()
                .Where(s => (string)s!["protocol"]! == "http" && (string)s["from"]! == "customer")
                .Select(s => ((string)s!["label"]!).Split(' ')[1]);
    }

    [Fact]
    public async Task What_is_not_kept_is_said()
    {
        await using var cec = await TestCec.StartAsync(PhoneBench.Centre() with { Journal = false });
        var call = await InvitedCall.ConnectAsync(cec);
        using var customer = await call.OpenPhoneAsync();
        await customer.InviteAsync(call.AccessCode, call.Domain);

        var told = await cec.ReadAsync(Ladder);

        Assert.Equal(
            "Requests and SIP messages: the server keeps no journal (--no-journal).",
            (string)told["missing"]!.AsArray().Single()!);
        Assert.DoesNotContain(told["steps"]!.AsArray(), s => (string)s!["protocol"]! is "http" or "sip");
    }

    [Fact]
    public async Task Messages_that_were_dropped_for_those_of_others_are_counted()
    {
        await using var cec = await TestCec.StartAsync();
        var call = await InvitedCall.ConnectAsync(cec);
        using var customer = await call.OpenPhoneAsync();
        await customer.InviteAsync(call.AccessCode, call.Domain);
        using var stranger = cec.Sip.OpenWebSocket(isSecure: false, remote: null);
        for (var i = 0; i < 2_000; i++)
        {
            stranger.Receive(Encoding.UTF8.GetBytes($"OPTIONS sip:a SIP/2.0\r\nCall-ID: {i}\r\n\r\n"));
        }

        var told = await cec.ReadAsync(Ladder);

        Assert.Matches(
            "^SIP messages: [1-9][0-9]* of the server's oldest were dropped[.]$",
            (string)told["missing"]!.AsArray().Single()!);
        Assert.DoesNotContain(told["steps"]!.AsArray(), s => (string)s!["protocol"]! == "sip");
    }

    [Fact]
    public async Task A_call_that_never_was_has_none()
    {
        await using var cec = await TestCec.StartAsync();

        var answer = await cec.Http.GetAsync($"{ControlAnswers.Space}/calls/9/ladder", TestCec.TestEnds);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains(
            "call-unknown", await answer.Content.ReadAsStringAsync(TestCec.TestEnds), StringComparison.Ordinal);
    }
}
