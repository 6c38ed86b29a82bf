using CecSim.Server.Tests.Control;
using CecSim.Server.Tests.Gateway;
using CecSim.Simulation.Ivr;
using CecSim.Telephony.Media.Clips;
using static CecSim.Server.Tests.Phones.PhoneBench;

namespace CecSim.Server.Tests.Phones;

/// <summary>A customer's phone in IVR flows, and before the queue, as its wire has it.</summary>
public sealed class IvrCallTests : IDisposable
{
    private const string Number = "12345";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ivr-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("event")]
    [InlineData("info")]
    [InlineData("tone")]
    [Shows("10.2/ivr-keys")]
    public async Task A_key_leads_to_the_queue_by_whichever_way_it_comes(string way)
    {
        await using var cec = await StartAsync(new IvrStep.Gather
        {
            On = [new IvrBranch("1", [HangUp]), new IvrBranch("5", [new IvrStep.Leave(new IvrExit.Enqueue("voice"))])],
        });
        using var customer = new DiallingPhone(cec);
        await customer.DialAsync(Number, formats: way == "event" ? "0 101" : "0");
        Assert.Equal("menu", cec.Space.Calls.View[0].Ivr);

        await (way switch
        {
            "event" => customer.PressByEventAsync('5'),
            "info" => customer.PressByInfoAsync('5'),
            _ => customer.PressByToneAsync('5'),
        });

        await Eventually.IsTrueAsync("a call in its queue", () => cec.Space.Calls.View[0].Queue == "voice");
        Assert.Equal(1001, cec.Space.Calls.View[0].WorkNo);
    }

    [Fact]
    [Shows("10.2/ivr-play")]
    public async Task A_file_is_heard_and_then_the_tone_of_those_who_wait()
    {
        await using var cec = await StartAsync(
            s => s with
            {
                Queues = [s.Queues[0] with { Queuing = new WaitTone.Custom(ToneOf(1_000, seconds: 1)) }],
                Agents = [s.Agents[0] with { Conduct = new() { Ignores = 1 } }],
            },
            new IvrStep.Play(ToneOf(600, seconds: 5)),
            new IvrStep.Leave(new IvrExit.Enqueue("voice")));
        using var customer = new DiallingPhone(cec);

        await customer.DialAsync(Number);
        await customer.HearAsync(600);
        await cec.AdvanceAsync(5);

        await customer.HearAsync(1_000);
    }

    [Fact]
    [Shows("10.2/ivr-hangs-up")]
    public async Task A_flow_that_ends_hangs_up()
    {
        await using var cec = await StartAsync(new IvrStep.Play(new Sound.Speech("goodbye")), HangUp);
        using var customer = new DiallingPhone(cec);
        await customer.DialAsync(Number);

        await cec.AdvanceAsync(5);

        Assert.StartsWith("BYE ", await customer.RequestAsync("BYE"), StringComparison.Ordinal);
        Assert.Equal(11, cec.Space.Calls.View[0].History[^1].Cause!.CauseId);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_control_API_tells_the_flow_and_its_step(bool isWhileWaiting)
    {
        IvrStep[] steps = [new IvrStep.Play(new Sound.Speech("goodbye")), new IvrStep.Gather()];
        await using var cec = await StartAsync(
            s => s with
            {
                Queues = [s.Queues[0] with { Queuing = new WaitTone.Flow("menu") }],
                CalledRoutes = isWhileWaiting ? [new CalledRoute(Number, null, "voice")] : s.CalledRoutes,
            },
            steps);
        using var served = new DiallingPhone(cec, "13900000000");
        using var customer = new DiallingPhone(cec);
        if (isWhileWaiting)
        {
            await served.DialAsync(Number);
        }

        await customer.DialAsync(Number);
        var control = new ControlApiClient(cec.Http);
        var before = (await control.GetAsync("spaces/demo/calls"))["calls"].AsArray()[^1]!;
        Assert.Equal(("menu", "1"), ((string?)before["ivr"], (string?)before["ivrStep"]));

        await cec.AdvanceAsync(1);

        var call = (await control.GetAsync("spaces/demo/calls"))["calls"].AsArray()[^1]!;
        Assert.Equal(("menu", "2"), ((string?)call["ivr"], (string?)call["ivrStep"]));
    }

    [Fact]
    [Shows("10.2/ivr-number-at-phone")]
    public async Task A_number_that_a_flow_calls_rings_at_the_phone_that_has_it()
    {
        await using var cec = await StartAsync(new IvrStep.Leave(new IvrExit.ToNumber("88881001")));
        using var phone = await WirePhone.RegisterAsync(cec, "88881001");
        using var customer = new DiallingPhone(cec);
        await customer.DialAsync(Number);
        await cec.AdvanceAsync(1);

        var call = await phone.PickUpAsync();
        Assert.Contains("sip:13800000000@", call.Remote);
        await Eventually.IsTrueAsync("the phone in the call", () => cec.Space.Calls.View[0].AgentPhone is not null);
        await phone.AskAsync("BYE", call, "");

        Assert.StartsWith("BYE ", await customer.RequestAsync("BYE"), StringComparison.Ordinal);
        Assert.Equal(0, cec.Space.Calls.View[0].History[^1].Cause!.CauseId);
    }

    [Fact]
    [Shows("10.2/ivr-answers")]
    public async Task A_caller_who_would_ring_is_answered_by_a_flow_and_rings_in_a_queue()
    {
        await using var cec = await StartAsync(
            s => s with
            {
                GatewayAnswers = GatewayAnswer.Ringing,
                CalledRoutes = [.. s.CalledRoutes, new CalledRoute(Number, "1", "voice")],
            },
            new IvrStep.Gather());
        using var first = new DiallingPhone(cec);
        using var second = new DiallingPhone(cec);

        Assert.StartsWith("SIP/2.0 200 ", await first.DialAsync(Number), StringComparison.Ordinal);
        await second.InviteAsync(Number + "1");
        Assert.StartsWith("SIP/2.0 100 ", await second.AnswerAsync(), StringComparison.Ordinal);
        Assert.StartsWith("SIP/2.0 180 ", await second.AnswerAsync(), StringComparison.Ordinal);
        await cec.AdvanceAsync(5);
        Assert.StartsWith("SIP/2.0 200 ", await second.FinalAnswerAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_phrase_that_ships_is_as_long_as_the_rules_take_it_to_be() => Assert.All(
        SpokenText.Phrases, p => Assert.Equal(SpokenText.LengthOf(p), SpokenClips.Of(p).Length));

    private static readonly IvrStep HangUp = new IvrStep.Leave(new IvrExit.HangUp());

    private Sound.Recording ToneOf(int hertz, int seconds)
    {
        var path = Path.Combine(_folder.FullName, $"{hertz}.wav");
        File.WriteAllBytes(path, Wave.ToneOf(seconds, hertz, Wave.SamplesPerSecond));
        return new Sound.Recording(path, TimeSpan.FromSeconds(seconds));
    }

    private static Task<TestCec> StartAsync(params IvrStep[] steps) => StartAsync(s => s, steps);

    private static Task<TestCec> StartAsync(Func<SpaceSettings, SpaceSettings> change, params IvrStep[] steps) =>
        TestCec.StartAsync(Centre(s => change(s with
        {
            Queues = [new QueueSettings { Name = "voice" }],
            CalledRoutes = [new CalledRoute(Number, null, null) { Ivr = "menu" }],
            Ivr = new Dictionary<string, IvrFlow> { ["menu"] = new("menu", steps) },
        })));
}
