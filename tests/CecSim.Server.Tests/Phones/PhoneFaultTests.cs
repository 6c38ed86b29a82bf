using CecSim.Telephony.Media;
using static CecSim.Server.Tests.Phones.PhoneBench;

namespace CecSim.Server.Tests.Phones;

/// <summary>What each fault of phones makes of a call to a real one.</summary>
public sealed class PhoneFaultTests
{
    [Theory]
    [InlineData("busy", 7)]
    [InlineData("""{"sipStatus":503}""", 5)]
    [InlineData("wrongCodec", 5)]
    [InlineData("registrationLost", 5)]
    public async Task A_call_that_the_phone_cannot_take_waits_and_the_agent_is_busy_for_that_reason(
        string inject, int reason)
    {
        await using var cec = await TestCec.StartAsync(Centre());
        await using var phone = await RegisterAsync(cec, "answermode=auto;audio_codecs=PCMU");
        await ArmAsync(cec, inject);
        var client = await cec.SignInAsync();
        await client.CreateAsync();

        var told = JsonNode.Parse((await client.PollAsync()).Body)!;

        Assert.Equal(168102, (int)told["eventId"]!);
        Assert.Equal(new AgentState.NotReady(reason), Assert.Single(cec.Space.Agents.View).State);
        Assert.Equal(inject is not "registrationLost", cec.Space.Phones.HasPhone(1001));
    }

    [Fact]
    public async Task A_phone_that_does_not_answer_rings_and_is_left_alone()
    {
        await using var cec = await TestCec.StartAsync(Centre());
        await using var phone = await RegisterAsync(cec, "answermode=auto;audio_codecs=PCMU");
        await ArmAsync(cec, "noAnswer");
        var client = await cec.SignInAsync();
        await client.CreateAsync();

        await EventAsync(cec, "AgentOther_PhoneAlerting");
        await cec.AdvanceAsync(31);

        Assert.Equal(168102, (int)JsonNode.Parse((await client.PollAsync()).Body)!["eventId"]!);
        Assert.DoesNotContain(
            "AgentOther_PhoneOffhook", cec.Space.Agents.Events.Select(e => e.Notice.EventType));
    }

    [Theory]
    [InlineData(null, 0)]
    [InlineData("""{"status":486}""", 7)]
    public async Task A_phone_is_called_when_its_invite_is_let_go(string? change, int reason)
    {
        await using var cec = await TestCec.StartAsync(Centre());
        await using var phone = await RegisterAsync(cec, "audio_codecs=PCMU");
        await ArmAsync(cec, "pauseInvite");
        var client = await cec.SignInAsync();
        await client.CreateAsync();
        await Eventually.IsTrueAsync("it stands", () => cec.Space.Faults.Held.View.Held.Count == 1);
        var control = new Control.ControlApiClient(cec.Http);
        var held = (await control.GetAsync("spaces/demo/breakpoints"))["held"]![0]!;
        Assert.Equal(
            ("phone", "INVITE", "u1"),
            ((string?)held["operation"], (string?)held["method"], (string?)held["userId"]));

        await control.PostAsync("spaces/demo/breakpoints/invite-1/release", change);

        if (change is null)
        {
            await phone.SaysAsync("Incoming call");
        }
        else
        {
            Assert.Equal(168102, (int)JsonNode.Parse((await client.PollAsync()).Body)!["eventId"]!);
            Assert.Equal(new AgentState.NotReady(reason), Assert.Single(cec.Space.Agents.View).State);
        }
    }

    [Fact]
    public async Task An_invite_whose_call_is_over_meanwhile_reaches_no_phone()
    {
        await using var cec = await TestCec.StartAsync(Centre());
        await using var phone = await RegisterAsync(cec, "audio_codecs=PCMU");
        await ArmAsync(cec, "pauseInvite");
        var client = await cec.SignInAsync();
        await client.CreateAsync();
        await Eventually.IsTrueAsync("it stands", () => cec.Space.Faults.Held.View.Held.Count == 1);

        await client.DropAsync();

        await Eventually.IsTrueAsync("nothing stands", () => cec.Space.Faults.Held.View.Held.Count == 0);
    }

    [Fact]
    public async Task A_phone_whose_ringing_is_late_is_told_when_its_space_time_has_come()
    {
        await using var cec = await TestCec.StartAsync(Centre());
        await using var phone = await RegisterAsync(cec, "audio_codecs=PCMU");
        await ArmAsync(cec, """{"lateRinging":"10s"}""");
        var client = await cec.SignInAsync();
        await client.CreateAsync();
        await phone.SaysAsync("Incoming call");
        var due = cec.Space.Time.View.Now + TimeSpan.FromSeconds(10);
        await Eventually.IsTrueAsync("its time is set", () => cec.Space.Time.View.NextDue == due);
        await cec.AdvanceAsync(9);
        Assert.DoesNotContain("AgentOther_PhoneAlerting", Told(cec));

        await cec.AdvanceAsync(1);

        Assert.Contains("AgentOther_PhoneAlerting", Told(cec));
    }

    [Fact]
    public async Task A_phone_with_one_way_audio_is_heard_and_hears_nothing()
    {
        await using var cec = await TestCec.StartAsync(Centre());
        await using var phone = await RegisterAsync(cec, "answermode=auto;audio_codecs=PCMU");
        await ArmAsync(cec, "oneWayAudio");
        await using var customer = Call(cec, await Gateway.InvitedCall.ConnectAsync(cec), "PCMU");

        await Pitch.HeardAsync(customer.Heard, AgentHertz);

        Assert.Empty(phone.Heard());
    }

    [Fact]
    public async Task A_customer_who_is_passed_on_hears_the_early_media_of_the_next_agents_phone()
    {
        await using var cec = await TestCec.StartAsync(Centre(s => s with
        {
            Queues = [.. s.Queues, s.Queues[0] with { Name = "second" }],
            Agents =
            [
                s.Agents[0] with { Skills = [new AgentSkill("second")] },
                new AgentSettings
                {
                    WorkNo = 1002,
                    Skills = [new AgentSkill("voice")],
                    Conduct = new AgentBehavior { TalksFor = TimeSpan.FromSeconds(5), TransfersTo = "second" },
                },
            ],
            Channels = [s.Channels[0] with { VoiceQueue = "voice" }],
        }));
        await using var phone = await RegisterAsync(cec, "audio_codecs=PCMU");
        await ArmAsync(cec, "earlyMedia");
        await using var peer = new TestPeer();
        var call = await Gateway.InvitedCall.ConnectAsync(cec);
        using var customer = await call.OpenPhoneAsync();
        await peer.ConnectAsync(
            await customer.InviteAsync(call.AccessCode, call.Domain, offer: peer.Offer.ToString()));

        await cec.AdvanceAsync(10);

        await Eventually.IsTrueAsync("the ringing tone", () => cec.FindMediaOf(1)?.Source == MediaSource.RingingTone);
    }

    private static IEnumerable<string> Told(TestCec cec) => cec.Space.Agents.Events.Select(e => e.Notice.EventType);

    private static async Task ArmAsync(TestCec cec, string inject)
    {
        var text = inject.StartsWith('{') ? inject : $"\"{inject}\"";
        var rule = $$"""{"at":"phone","inject":{{text}}}""";
        Assert.Equal(201, (await new ControlApiClient(cec.Http).PostAsync("spaces/demo/faults", rule)).Status);
    }
}
