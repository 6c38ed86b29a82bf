using CecSim.Simulation.Ivr;
using CecSim.Simulation.Outbound;
using CecSim.Simulation.Tests.Calls;
using static CecSim.Simulation.Tests.FrozenSpace;

namespace CecSim.Simulation.Tests.Ivr;

/// <summary>Customers who dial, in queues and flows (Connection Bar, tables 4-2 and 4-3).</summary>
public sealed class DialledCallTests
{
    private const string Number = "123451";
    private static readonly QueueSettings Voice = new() { Name = "voice" };
    private static readonly Sound Bye = new Sound.Speech("goodbye");

    private static readonly AgentSettings Agent = new()
    {
        WorkNo = 101,
        Type = AgentType.Voice,
        Conduct = new AgentBehavior { AnswersAfter = TimeSpan.FromSeconds(2), TalksFor = TimeSpan.FromSeconds(10) },
    };

    [Fact]
    public async Task A_caller_is_served_and_its_events_are_kept_though_nobody_polls()
    {
        using var space = Create(Hotline());

        var leg = Dial(space);
        await space.AdvanceAsync(60);

        Assert.Equal(["2s Connected", "12s Released 0"], See(space, 0));
        Assert.Equal(["joins 1", "agent False", "agent False", "agent True", "ended"], leg.Told);
    }

    [Fact]
    public async Task A_caller_whom_an_agent_declines_has_its_place_again_and_gets_the_next()
    {
        using var space = Create(Hotline() with
        {
            Agents =
            [
                Agent with { Conduct = Agent.Conduct with { Declines = 1 } },
                Agent with { WorkNo = 102 },
            ],
        });

        Dial(space);
        await space.AdvanceAsync(10);

        Assert.Equal(["4s Connected"], See(space, 0));
        Assert.Equal(102, space.Calls.View[0].WorkNo);
    }

    [Fact]
    [Shows("10.1/employee-id-heard")]
    public async Task The_employee_ID_is_told_when_the_agent_answers()
    {
        using var space = Create(Hotline(Voice with { AnswerMode = AnswerMode.ReportEmployeeId }));

        var leg = Dial(space);
        await space.AdvanceAsync(3);

        Assert.Equal(["agent True", "says employee 101"], leg.Told[^2..]);
    }

    [Fact]
    [Shows("10.1/waiting-tones")]
    public async Task A_flow_that_plays_while_a_caller_waits_begins_again_and_may_lead_elsewhere()
    {
        using var space = Create(Hotline(Voice with { Queuing = new WaitTone.Flow("wait") }) with
        {
            Agents = [Agent with { Conduct = new AgentBehavior() }],
            Ivr = Flows(("wait", [new IvrStep.Play(Bye), AskFor("1", new IvrExit.ToFlow("bye"))]), ("bye", [HangUp])),
        });
        Dial(space);
        var waiting = Dial(space);
        await space.AdvanceAsync(30);
        Assert.True(Said(waiting).Count(s => s.Contains("goodbye")) > 1);

        space.Media.Raise(waiting.AccessCode, waiting, new CallSignal.Dtmf("1"));
        await space.AdvanceAsync(1);

        Assert.Equal("Released 11", See(space, 1)[^1].Split(' ', 2)[1]);
        Assert.Empty(space.Queues[0].Waiting);
    }

    [Theory]
    [InlineData("timeout", "60s Transferred")]
    [InlineData("busy", "0s Transferred")]
    [InlineData("nobody", "0s Transferred")]
    [Shows("10.1/transfer-to-ivr")]
    public async Task A_queue_that_cannot_serve_a_caller_sends_it_to_the_flow_that_its_policy_names(
        string why, string transferred)
    {
        var ivr = new Overflow.TransferToIvr("bye");
        var queue = why switch
        {
            "timeout" => Voice with { OnTimeout = ivr },
            "busy" => Voice with { OnBusy = ivr, MaxCalls = 1 },
            _ => Voice with { OnNoAgents = ivr },
        };
        using var space = Create(Hotline(queue) with
        {
            Agents = [why == "nobody" ? Agent with { Type = AgentType.Multimedia } : Agent with { Conduct = new() }],
            Ivr = Flows(("bye", [new IvrStep.Play(Bye), HangUp])),
        });
        Dial(space);
        Dial(space);
        var last = Dial(space);
        await space.AdvanceAsync(70);

        Assert.Contains(transferred, See(space, 2));
        Assert.EndsWith("Released 11", See(space, 2)[^1]);
        Assert.Contains(Said(last), s => s.Contains("goodbye"));
    }

    [Fact]
    [Shows("10.2/route-to-ivr")]
    public async Task A_called_route_may_lead_to_a_flow_and_that_to_a_queue()
    {
        using var space = Create(Hotline() with
        {
            CalledRoutes = [new CalledRoute("123451", null, null) { Ivr = "menu" }],
            Ivr = Flows(("menu", [new IvrStep.Play(Bye), AskFor("1", new IvrExit.Enqueue("voice"))])),
        });
        var leg = Dial(space);
        Assert.Equal("menu", space.Calls.View[0].Ivr);
        await space.AdvanceAsync(5);

        space.Media.Raise(leg.AccessCode, leg, new CallSignal.Dtmf("1"));
        await space.AdvanceAsync(3);

        Assert.Equal(["0s Connected", "5s Transferred", "7s Connected"], See(space, 0));
        Assert.Equal(101, space.Calls.View[0].WorkNo);
        Assert.Null(space.Calls.View[0].Ivr);
    }

    [Theory]
    [InlineData(OutboundOutcome.Answers, "Released 0")]
    [InlineData(OutboundOutcome.Busy, "Failed 9")]
    [InlineData(OutboundOutcome.NoAnswer, "Failed 8")]
    [InlineData(OutboundOutcome.WrongNumber, "Failed 7")]
    [Shows("10.2/ivr-number")]
    public async Task A_flow_may_lead_to_a_number_of_which_outbound_tells_who_answers(OutboundOutcome fate, string end)
    {
        using var space = Create(Hotline() with
        {
            CalledRoutes = [new CalledRoute("123451", null, null) { Ivr = "out" }],
            Ivr = Flows(("out", [new IvrStep.Leave(new IvrExit.ToNumber("110"))])),
            Outbound = [new OutboundRule { Fate = fate, TalksFor = TimeSpan.FromSeconds(5) }],
        });

        Dial(space);
        await space.AdvanceAsync(60);

        Assert.EndsWith(end, See(space, 0)[^1]);
    }

    [Fact]
    public void Queues_and_flows_that_pass_a_caller_round_in_one_moment_end_its_call()
    {
        using var space = Create(Hotline(Voice with { OnNoAgents = new Overflow.TransferToIvr("back") }) with
        {
            Agents = [Agent with { Type = AgentType.Multimedia }],
            Ivr = Flows(("back", [new IvrStep.Leave(new IvrExit.Enqueue("voice"))])),
        });

        Dial(space);

        Assert.EndsWith("Released 11", See(space, 0)[^1]);
    }

    private static SpaceSettings Hotline(QueueSettings? queue = null) => new()
    {
        Queues = [queue ?? Voice],
        CalledRoutes = [new CalledRoute("12345", "1", "voice")],
        Agents = [Agent],
    };

    private static readonly IvrStep HangUp = new IvrStep.Leave(new IvrExit.HangUp());

    private static IvrStep.Gather AskFor(string key, IvrExit exit) =>
        new() { On = [new IvrBranch(key, [new IvrStep.Leave(exit)])] };

    private static Dictionary<string, IvrFlow> Flows(params (string Name, IvrStep[] Steps)[] flows) =>
        flows.ToDictionary(f => f.Name, f => new IvrFlow(f.Name, f.Steps));

    private static RecordingLeg Dial(Space space)
    {
        var leg = new RecordingLeg();
        Assert.Null(space.Dialled.Begin(Number, "13800000000", leg));
        return leg;
    }

    private static IEnumerable<string> Said(RecordingLeg leg) => leg.Told.Where(t => t.StartsWith("says "));

    private static IReadOnlyList<string> See(Space space, int call) =>
    [
        .. space.Calls.View[call].History.Select(e =>
            $"{space.SecondsUntil(e.At)}s {e.Kind}{(e.Cause is { } cause ? $" {cause.CauseId}" : "")}"),
    ];
}
