using CecSim.Scenarios;
using CecSim.Server.Tests.ConnectionBar;
using CecSim.Server.Tests.Gateway;
using CecSim.Simulation.Supervision;
using static CecSim.Server.Tests.Phones.PhoneBench;

namespace CecSim.Server.Tests.Phones;

/// <summary>What the scenarios of scenarios/phones promise, with real phones.</summary>
public sealed class PhoneFilesTests
{
    private const string Auto = "answermode=auto;audio_codecs=PCMU";
    private const int Waits = 168102;
    private const int Invited = 168101;

    private static readonly Dictionary<string, Func<TestCec, Task>> Stories = new()
    {
        ["two-people"] = TwoPeopleAsync,
        ["answer-at-both"] = AnswerAtBothAsync,
        ["phone-answers-itself"] = PhoneAnswersItselfAsync,
        ["next-agent"] = NextAgentAsync,
        ["colleagues"] = ColleaguesAsync,
        ["hand-on"] = HandOnAsync,
        ["talk-first"] = TalkFirstAsync,
        ["quality-checker"] = QualityCheckerAsync,
        ["phone-gone"] = PhoneGoneAsync,
        ["bad-line"] = BadLineAsync,
    };

    public static TheoryData<string> Names =>
    [
        .. Directory.GetFiles(Path.Combine(Checkout.Root, "scenarios", "phones"))
            .Select(f => Path.GetFileNameWithoutExtension(f)),
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Two_people_live_through_the_story_that_the_file_promises(string name)
    {
        Assert.True(Stories.ContainsKey(name), $"The story of scenarios/phones/{name}.yaml is not told here.");
        var load = ScenarioFiles.Load([Path.Combine(Checkout.Root, "scenarios", "phones", $"{name}.yaml")]);
        Assert.Empty(load.Complaints);
        await using var cec = await TestCec.StartAsync(
            new CecSimArgs { SipPort = 0, Spaces = [load.Scenarios.Single().Space] });

        await Stories[name](cec);
    }

    private static async Task TwoPeopleAsync(TestCec cec)
    {
        await using var agent = await RegisterAsync(cec, Auto);
        await using var customer = Call(cec, await InvitedCall.ConnectAsync(cec), "PCMU");
        await Pitch.HeardAsync(customer.Heard, AgentHertz);
        await Pitch.HeardAsync(agent.Heard, CustomerHertz);
    }

    private static async Task AnswerAtBothAsync(TestCec cec)
    {
        await using var agent = await RegisterAsync(cec, Auto);
        var bar = await SignInAsync(cec);
        var client = await cec.SignInAsync();
        await client.CreateAsync();
        await EventAsync(cec, "AgentOther_PhoneOffhook");
        Assert.IsType<AgentState.Ringing>(Assert.Single(cec.Space.Agents.View).State);

        await bar.MustAsync("answer");

        Assert.Equal(Invited, EventOf(await client.PollAsync()));
    }

    private static async Task PhoneAnswersItselfAsync(TestCec cec)
    {
        await using var agent = await RegisterAsync(cec, "audio_codecs=PCMU");
        var bar = await SignInAsync(cec);
        var client = await cec.SignInAsync();
        await client.CreateAsync();
        await agent.SaysAsync("Incoming call");

        await bar.MustAsync("answer");

        // It comes as another call, and this phone does not know the wish.
        await agent.SaysAsync("Incoming call");
        agent.Command("/accept");
        Assert.Equal(Invited, EventOf(await client.PollAsync()));
    }

    private static async Task HandOnAsync(TestCec cec)
    {
        await using var first = await RegisterAsync(cec, Auto);
        await using var second = await RegisterAsync(cec, Auto, account: "88881002", hertz: 1_000);
        await using var customer = Call(cec, await InvitedCall.ConnectAsync(cec), "PCMU");
        await Pitch.HeardAsync(customer.Heard, AgentHertz);

        first.Command("/transfer sip:1002@127.0.0.1");

        await Pitch.HeardAsync(customer.Heard, 1_000);
        await Pitch.HeardAsync(second.Heard, CustomerHertz);
    }

    private static async Task TalkFirstAsync(TestCec cec)
    {
        await using var first = await RegisterAsync(cec, Auto);
        await using var second = await RegisterAsync(cec, Auto, account: "88881002", hertz: 1_000);
        await using var customer = Call(cec, await InvitedCall.ConnectAsync(cec), "PCMU");
        await Pitch.HeardAsync(customer.Heard, AgentHertz);

        Assert.Null(cec.Space.Agents.Ask(1001, new AgentInput.Consult(new TransferTarget.ToAgent(1002))));
        await Pitch.HeardAsync(first.Heard, 1_000);
        Assert.Null(cec.Space.Agents.Ask(1001, new AgentInput.Complete()));

        await Pitch.HeardAsync(customer.Heard, 1_000);
    }

    private static async Task QualityCheckerAsync(TestCec cec)
    {
        await using var agent = await RegisterAsync(cec, Auto);
        await using var checker = await RegisterAsync(cec, Auto, account: "88881002", hertz: 1_000);
        await using var customer = Call(cec, await InvitedCall.ConnectAsync(cec), "PCMU");
        await Pitch.HeardAsync(customer.Heard, AgentHertz);

        Assert.Null(cec.Space.QualityChecks.Supervise(1002, 1001, SupervisionMode.Listen));
        await Pitch.AllHeardAsync(checker.Heard, [AgentHertz, CustomerHertz], but: 1_000);
        Assert.Null(cec.Space.QualityChecks.Supervise(1002, 1001, SupervisionMode.Intercept));

        await Pitch.HeardAsync(customer.Heard, 1_000);
        await agent.SaysAsync("session closed");
    }

    private static async Task NextAgentAsync(TestCec cec)
    {
        await using var first = await RegisterAsync(cec, Auto);
        await using var second = await RegisterAsync(cec, Auto, account: "88881002", hertz: 1_000);
        await using var customer = Call(cec, await InvitedCall.ConnectAsync(cec), "PCMU");

        await Pitch.HeardAsync(customer.Heard, 1_000);
        Assert.Equal(new AgentState.NotReady(7), cec.Space.Agents.View[0].State);
    }

    private static async Task ColleaguesAsync(TestCec cec)
    {
        await using var agent = await RegisterAsync(cec, "audio_codecs=PCMU");
        await using var colleague = await RegisterAsync(cec, Auto, account: "88881002", hertz: CustomerHertz);
        agent.Command("/dial sip:88881002@127.0.0.1");
        await EventAsync(cec, "AgentState_Busy");
        await cec.AdvanceAsync(1);
        await Pitch.HeardAsync(agent.Heard, CustomerHertz);
    }

    private static async Task PhoneGoneAsync(TestCec cec)
    {
        await using var agent = await RegisterAsync(cec, Auto);
        var client = await cec.SignInAsync();
        await client.CreateAsync();
        Assert.Equal(Waits, EventOf(await client.PollAsync()));
        Assert.False(cec.Space.Phones.HasPhone(1001));
    }

    private static async Task BadLineAsync(TestCec cec)
    {
        await using var agent = await RegisterAsync(cec, Auto);
        await using var customer = Call(cec, await InvitedCall.ConnectAsync(cec), "PCMU");
        await Eventually.IsTrueAsync(
            "lost packets",
            () => (cec.Space.Calls.View[0].AgentPhone as Server.Phones.PhoneLeg)?.Report()?.Lines[0].LostIn > 3);
    }

    private static async Task<BarPage> SignInAsync(TestCec cec)
    {
        var bar = new BarPage(cec.Http);
        await bar.LoadAsync();
        await bar.MustAsync("sign-in");
        return bar;
    }

    private static int EventOf(Answer poll) => (int)JsonNode.Parse(poll.Body)!["eventId"]!;
}
