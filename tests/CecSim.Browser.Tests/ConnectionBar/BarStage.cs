using CecSim.Simulation.ConnectionBar;
using CecSim.Simulation.Polls;

namespace CecSim.Browser.Tests.ConnectionBar;

/// <summary>A browser's page with the bar in it, whichever browser that is.</summary>
internal interface IBarSight
{
    /// <param name="script">An expression of JavaScript, in the bar's frame.</param>
    Task<JsonElement> InBarAsync(string script);

    Task<JsonElement> OnPageAsync(string script);

    /// <summary>Waits until an expression is true in the bar's frame.</summary>
    Task UntilAsync(string condition);

    Task ResizeAsync(int width, int height);

    /// <summary>Makes the page larger, as Ctrl and + do; what is asked for comes a while later.</summary>
    Task ZoomAsync(int times);

    Task ForceColoursAsync(bool areForced);

    Task PictureAsync(string path);
}

/// <summary>Brings a bar into each of its states, by what happens at the server; the page follows.</summary>
internal sealed class BarStage(DeskSite site, IBarSight sight)
{
    private readonly BarSession _person = site.Space.Bars.Open("11", "https://crm.example")!;
    private HeldPoll<AgentEvent>? _elsewhere;
    private long _fault;

    /// <summary>Numbers that are busy, wrong, not answered, or talk for a second.</summary>
    public static SpaceSettings Space { get; } = new()
    {
        Queues =
        [
            new() { Name = "voice-click", Type = QueueType.VoiceClickToDial, WrapUp = TimeSpan.FromMinutes(10) },
            new() { Name = "second-level-support", Type = QueueType.VoiceClickToDial },
        ],
        Agents = [new() { WorkNo = 1001, AccountCode = "11", Name = "Ann Lindqvist" }],
        Outbound =
        [
            new() { Number = "1*", AnswersAfter = TimeSpan.Zero },
            new() { Number = "2*", Fate = OutboundOutcome.NoAnswer },
            new() { Number = "3*", Fate = OutboundOutcome.Busy },
            new() { Number = "5*", AnswersAfter = TimeSpan.Zero, TalksFor = TimeSpan.FromSeconds(1) },
            new() { Fate = OutboundOutcome.WrongNumber },
        ],
    };

    /// <summary>All states in an order in which one leads to the next, each with what shows that it is there.</summary>
    public IReadOnlyList<(string Name, Func<Task> ReachAsync, string Seen)> States =>
    [
        ("signed-out", () => Task.CompletedTask, State("signedOut")),
        ("ready", () => Ask(new AgentInput.SignIn()), State("ready")),
        ("menu", () => Click("status"), "!document.getElementById('choices').hidden"),
        ("number-wrong", TypeLettersAsync, "document.getElementById('number-problem').textContent !== ''"),
        ("busy", () => Ask(new AgentInput.SetNotReady(NotReadyReason.OwnWish)), State("notReady")),
        ("resting", () => Ask(new AgentInput.SetRest(NotReadyReason.Rest, TimeSpan.FromHours(1))), State("resting")),
        ("working", () => Ask(new AgentInput.CancelRest(), new AgentInput.SetWork()), State("working")),
        ("dialing", () => CallOutAsync("2000", 1), State("dialing")),
        ("no-answer", () => Later(31), Note),
        ("number-busy", () => CallOutAsync("3000", 1), Note),
        ("wrong-number", () => CallOutAsync("4000", 1), Note),
        ("customer-hung-up", () => CallOutAsync("5000", 3), Note),
        ("talking-outbound", () => CallOutAsync("13800138000", 2), State("talking")),
        ("wrap-up", () => Ask(new AgentInput.Release(TimeSpan.Zero)), State("wrapUp")),
        ("ringing", RingAsync, State("ringing")),
        ("missed", () => Later(31), Note),
        ("ringing-again", RingAsync, State("ringing")),
        ("talking", () => Ask(new AgentInput.Answer()), State("talking")),
        ("transferring", () => Click("transfer"), "!document.getElementById('transfer-form').hidden"),
        ("muted", () => Click("mute"), "document.getElementById('mute').getAttribute('aria-pressed') === 'true'"),
        ("holding", () => Ask(new AgentInput.Hold()), State("holding")),
        ("server-error", BreakAsync, Note),
        ("elsewhere", LeaveAsync, "!document.getElementById('take-over').hidden"),
        ("back", () => Click("take-over"), "document.getElementById('take-over').hidden"),
        ("session-over", EndSessions, "document.body.dataset.state === undefined"),
    ];

    private const string Note = "document.getElementById('note').textContent !== ''";

    private static string State(string name) => $"document.body.dataset.state === '{name}'";

    private async Task Click(string id) => await sight.InBarAsync($"document.getElementById('{id}').click()");

    private Task Ask(params AgentInput[] inputs)
    {
        foreach (var input in inputs)
        {
            Assert.Null(site.Space.Bars.Ask(_person, input));
        }

        return Task.CompletedTask;
    }

    private Task<bool> Later(double seconds) =>
        site.Space.Time.AdvanceAsync(TimeSpan.FromSeconds(seconds), AgentDesk.TestEnds);

    private Task<bool> CallOutAsync(string number, double seconds)
    {
        Assert.Null(site.Space.Bars.CallOut(_person, number, MediaAbility.Voice));
        return Later(seconds);
    }

    private Task RingAsync()
    {
        if (site.Space.Bars.ViewOf(_person).State is AgentState.NotReady)
        {
            Ask(new AgentInput.CancelNotReady());
        }
        else
        {
            Ask(new AgentInput.CancelWork());
        }

        return site.Customer.ClickAsync(site.Space.Settings);
    }

    private async Task TypeLettersAsync()
    {
        await Click("status");
        await sight.InBarAsync(
            "document.getElementById('number').value = '1380 call me', document.getElementById('call-video').click()");
    }

    // A move of the agent ends the poll that is held, and the next one meets the fault.
    private async Task BreakAsync()
    {
        _fault = site.Space.Faults.Add(
            new FaultRule(CecOperation.AgentEvents, FaultWhen.Always, new StatusAnswer(503)))!.Id;
        await Ask(new AgentInput.Retrieve(), new AgentInput.Hold());
    }

    private Task LeaveAsync()
    {
        site.Space.Faults.Remove(_fault);
        site.Space.Bars.TakeOver(_person, "another page");
        for (_elsewhere = Poll(); _elsewhere.Answer.IsCompleted; _elsewhere = Poll())
        {
            _elsewhere.MarkDelivered();
        }

        HeldPoll<AgentEvent> Poll() => site.Space.Bars.Poll(_person, "another page");

        return Task.CompletedTask;
    }

    private Task EndSessions()
    {
        _elsewhere?.Abandon();
        for (var i = 0; i < 16; i++)
        {
            site.Space.Bars.Open("11", "https://crm.example");
        }

        return Ask(new AgentInput.Retrieve());
    }
}
