namespace CecSim.Scenarios.Tests;

/// <summary>What a file says of steps is what the space gets.</summary>
public sealed class StepTests
{
    private static readonly SpaceSettings Space = Story.Read(EveryStep.Yaml).Space;

    [Fact]
    public void Waits_are_fixed_or_drawn()
    {
        var normal = new WaitTime.Normal(
            TimeSpan.FromSeconds(2), TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(4));

        Assert.Equal(
            new ScriptStep.Wait(new WaitTime.Uniform(new(TimeSpan.Zero, TimeSpan.FromSeconds(3)))),
            Space.Scripts["greet"].Steps[1]);
        Assert.Equal(new ScriptStep.Wait(normal), Steps[1]);
        Assert.Equal(new ScriptStep.Wait(TimeSpan.FromSeconds(1)), Space.Calls[0].OnDrop.Steps[0]);
    }

    [Fact]
    public void An_event_says_what_the_file_says_in_one_content() => Assert.Equal(
        new ScriptStep.Connected
        {
            Wording = new EventWording
            {
                ResultCode = "1",
                ResultDesc = "",
                Content =
                    """
                    {"domain":"a.example","gwAddresses":["a:1","2"],"accessCode":"0012","clickToCallCaller":"Ann",
                    "more":[1,-2.5e3,"007","1",true,null,null,{"deep":null},"yes"],"é\"":"x"}
                    """.ReplaceLineEndings(""),
            },
        },
        Space.Scripts["part"].Steps[1]);

    [Fact]
    public void Steps_may_hold_steps()
    {
        Assert.Equal(new ScriptStep.Run("part"), Steps[0]);
        var repeat = Assert.IsType<ScriptStep.Repeat>(Steps[2]);
        Assert.Equal(3, repeat.Times);
        Assert.Equal(
            [
                new ScriptStep.Transferred { Wording = new EventWording { ResultDesc = "Call transferred" } },
                new ScriptStep.Wait(TimeSpan.FromSeconds(1)),
            ],
            repeat.Steps.Steps);
        var choose = Assert.IsType<ScriptStep.Choose>(Steps[3]);
        Assert.Equal([3, 1], choose.Branches.Select(b => b.Weight));
        Assert.Equal(
            [new ScriptStep.Queued { Wording = new EventWording { Content = "{}" } }, new ScriptStep.Failed()],
            choose.Branches.SelectMany(b => b.Steps.Steps));
    }

    [Fact]
    public void What_the_client_does_is_awaited_for_ever_or_for_a_time()
    {
        var awaits = Steps.OfType<ScriptStep.Await>().ToList();

        Assert.Equal(
            [
                new CallAction.Poll(),
                new CallAction.Chat("*refund*"),
                new CallAction.Dtmf(),
                new CallAction.Dtmf("123#"),
                new CallAction.MediaConnected(),
                new CallAction.Chat(),
                new CallAction.Hold(),
                new CallAction.Drop(),
            ],
            awaits.Select(a => a.Action));
        Assert.Equal(
            [null, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(1), null, null, null, null, null],
            awaits.Select(a => a.Within));
        Assert.Equal(
            [
                new ScriptStep.Unknown(168199)
                {
                    Wording = new EventWording { ResultDesc = "Call whispered", Content = """{"who":"Kim"}""" },
                },
            ],
            awaits[1].Otherwise!.Steps);
        Assert.Null(awaits[2].Otherwise);
    }

    [Fact]
    public void A_cause_and_other_content_stand_side_by_side() => Assert.Equal(
        new ScriptStep.Released(new StatedCause(3, null))
        {
            Wording = new EventWording { Content = """{"causeDesc":[1]}""" },
        },
        Steps[^1]);

    [Fact]
    public void Handlers_have_an_action_a_number_and_steps()
    {
        var handlers = Space.Calls[0].On;

        Assert.Equal([new CallAction.Hold(), new CallAction.Dtmf("*")], handlers.Select(h => h.Action));
        Assert.Equal([2, null], handlers.Select(h => h.Nth));
        Assert.Equal(
            [new ScriptStep.Transferred(), new ScriptStep.Unknown(1, IsFinal: true)],
            handlers.SelectMany(h => h.Do.Steps));
    }

    [Fact]
    public void Calls_are_matched_by_count_and_headers()
    {
        var match = Space.Calls[0].Match;

        Assert.Equal((MediaAbility.Voice, "*", 2, null), (match.Media, match.UserId, match.Nth, match.Every));
        Assert.Equal([new HeaderMatch("X-Test", "slow*"), new HeaderMatch("user-agent", "*")], match.Headers);
        Assert.Equal((null, 3), (Space.Calls[1].Match.Nth, Space.Calls[1].Match.Every));
    }

    private static IReadOnlyList<ScriptStep> Steps => Space.Calls[0].Script.Steps;
}
