using CecSim.Simulation.Ivr;

namespace CecSim.Simulation.Tests.Ivr;

/// <summary>A caller in a flow: what is heard, what is asked, and where it leads.</summary>
public sealed class IvrMachineTests
{
    private static readonly DateTimeOffset Begin = ClockSettings.Frozen.StartsAt!.Value;

    private static readonly Sound Welcome = new Sound.Speech("welcome");
    private static readonly Sound Question = new Sound.Speech("please press one");

    private static readonly IvrStep.Gather Menu = new()
    {
        Prompt = [Question],
        MaxDigits = 2,
        On =
        [
            new IvrBranch("1", [new IvrStep.Leave(new IvrExit.Enqueue("sales"))]),
            new IvrBranch("2?", [new IvrStep.Play(Welcome)]),
        ],
        Otherwise = [new IvrStep.Leave(new IvrExit.HangUp())],
    };

    [Fact]
    public void A_sound_is_heard_to_its_end_before_the_next_step()
    {
        var caller = new Caller(new IvrStep.Play(Welcome), Menu);
        Assert.Equal([Welcome], caller.Heard);

        caller.Wait(Welcome.Length - TimeSpan.FromMilliseconds(1));
        Assert.Equal([Welcome], caller.Heard);
        caller.Wait(TimeSpan.FromMilliseconds(1));
        Assert.Equal([Question], caller.Heard);
    }

    [Theory]
    [InlineData("1#", "Enqueue { Queue = sales }")]
    [InlineData("1", null)]
    [InlineData("25", null)]
    [InlineData("31", null)]
    [InlineData("#", null)]
    public void An_answer_is_whole_by_its_length_or_the_terminator(string keys, string? exit)
    {
        var caller = new Caller(Menu);

        caller.Press(keys);

        Assert.Equal(exit, caller.Exit?.ToString());
    }

    [Fact]
    public void An_answer_without_its_last_key_is_what_came_by_then()
    {
        var caller = new Caller(Menu);
        caller.Press("1");
        Assert.Empty(caller.Heard);

        caller.Wait(Menu.NextDigitWithin);

        Assert.Equal(new IvrExit.Enqueue("sales"), caller.Exit);
    }

    [Fact]
    public void Who_answers_wrong_or_not_at_all_is_asked_again_and_at_last_goes_the_other_way()
    {
        var caller = new Caller(Menu);
        caller.Press("99");
        Assert.Equal([Question], caller.Heard);
        caller.Wait(Question.Length + Menu.FirstDigitWithin);
        Assert.Equal([Question], caller.Heard);
        Assert.Null(caller.Exit);

        caller.Wait(Question.Length + Menu.FirstDigitWithin);

        Assert.Equal(new IvrExit.HangUp(), caller.Exit);
    }

    [Fact]
    public void Behind_a_branch_that_leaves_nowhere_the_flow_goes_on_behind_the_question()
    {
        var caller = new Caller(Menu, new IvrStep.Leave(new IvrExit.ToNumber("110")));
        caller.Press("20");
        Assert.Equal([Welcome], caller.Heard);

        caller.Wait(Welcome.Length);

        Assert.Equal(new IvrExit.ToNumber("110"), caller.Exit);
    }

    [Fact]
    public void Keys_that_were_pressed_before_the_question_answer_it_without_its_being_asked()
    {
        var caller = new Caller(new IvrStep.Play(Welcome), Menu);
        caller.Press("1#");
        Assert.Null(caller.Exit);

        caller.Wait(Welcome.Length);

        Assert.Equal(new IvrExit.Enqueue("sales"), caller.Exit);
        Assert.DoesNotContain(Question, caller.Heard);
    }

    [Fact]
    public void Flows_that_lead_into_each_other_and_ask_nothing_end_the_call()
    {
        var caller = new Caller(new IvrStep.Leave(new IvrExit.ToFlow("main")));

        Assert.Equal(new IvrExit.HangUp(), caller.Exit);
    }

    /// <summary>Whatever a flow says and whatever is pressed, it waits for something or it is over.</summary>
    [Fact]
    public void A_caller_always_waits_for_a_moment_or_has_left() => Check.One(
        PropertyRuns.Of(300),
        Prop.ForAll(RandomFlows.Calls.ToArbitrary(), call =>
        {
            var caller = new Caller(call.Flows);
            foreach (var move in call.Moves)
            {
                caller.Do(move);
                Assert.True(caller.Exit is not null || caller.State.Deadline >= caller.Now);
                Assert.True(caller.State.Digits.Length < IvrStep.Gather.DigitsMax);
                Assert.True(caller.State.Typed.Length <= IvrStep.Gather.DigitsMax);
            }
        }));

    /// <summary>Who presses nothing leaves: each question is asked as often as it may be, and no more.</summary>
    [Fact]
    public void Who_says_nothing_leaves_in_the_end_where_no_flow_begins_again() => Check.One(
        PropertyRuns.Of(300),
        Prop.ForAll(RandomFlows.Calls.ToArbitrary(), call =>
        {
            var caller = new Caller(RandomFlows.WithoutReturn(call.Flows));
            for (var steps = 0; caller.Exit is null; steps++)
            {
                Assert.True(steps < RandomFlows.StepsMax);
                caller.Wait(caller.State.Deadline!.Value - caller.Now);
            }
        }));

    [Theory]
    [InlineData("", "1")]
    [InlineData("w", "2")]
    [InlineData("w22", "2/on/2?/1")]
    [InlineData("w22w", "3")]
    [InlineData("w333333", "2/otherwise/1")]
    public void The_step_that_is_under_way_has_its_place_in_the_flow(string moves, string step)
    {
        var caller = new Caller(
            new IvrStep.Play(Welcome),
            Menu with { Otherwise = [new IvrStep.Play(Question)] },
            new IvrStep.Play(Welcome));

        foreach (var move in moves)
        {
            if (move == 'w')
            {
                caller.Wait(Welcome.Length);
            }
            else
            {
                caller.Press($"{move}");
            }
        }

        Assert.Equal(step, caller.State.Step);
    }

    /// <summary>It matters what was pressed when, not how often someone looked at the clock.</summary>
    [Fact]
    public void Time_that_passes_in_parts_changes_nothing() => Check.One(
        PropertyRuns.Of(300),
        Prop.ForAll(RandomFlows.Calls.ToArbitrary(), call =>
        {
            var (whole, parts) = (new Caller(call.Flows), new Caller(call.Flows));
            foreach (var move in call.Moves)
            {
                whole.Do(move);
                if (move.Key is null)
                {
                    parts.Do(move with { Wait = move.Wait / 2 });
                    parts.Do(move with { Wait = move.Wait - (move.Wait / 2) });
                }
                else
                {
                    parts.Do(move);
                }
            }

            Assert.Equal((whole.State.Flow, whole.State.Digits, whole.State.Try, whole.Exit),
                (parts.State.Flow, parts.State.Digits, parts.State.Try, parts.Exit));
        }));

    /// <summary>Someone in a flow whose time is the test's.</summary>
    private sealed class Caller
    {
        private readonly IReadOnlyDictionary<string, IvrFlow> _flows;

        public Caller(params IvrStep[] steps)
            : this(new Dictionary<string, IvrFlow> { ["main"] = new("main", steps) })
        {
        }

        public Caller(IReadOnlyDictionary<string, IvrFlow> flows)
        {
            _flows = flows;
            State = new IvrState { Flow = "main" };
            Take(IvrMachine.Begin(flows, "main", Now));
        }

        public DateTimeOffset Now { get; private set; } = Begin;

        public IvrState State { get; private set; }

        public IvrExit? Exit { get; private set; }

        public IReadOnlyList<Sound> Heard { get; private set; } = [];

        public void Press(string keys)
        {
            foreach (var key in keys)
            {
                Do(new IvrMove(key, default));
            }
        }

        // As a clock does it: nothing is later than it is due.
        public void Wait(TimeSpan time)
        {
            var until = Now + time;
            while (Exit is null && State.Deadline <= until)
            {
                Now = State.Deadline!.Value;
                Take(IvrMachine.Decide(State, new IvrInput.TimePassed(), _flows, Now));
            }

            Now = until;
        }

        public void Do(IvrMove move)
        {
            if (move.Key is not { } key)
            {
                Wait(move.Wait);
            }
            else if (Exit is null)
            {
                Take(IvrMachine.Decide(State, new IvrInput.Pressed(key), _flows, Now));
            }
        }

        private void Take(IvrDecision decision)
        {
            State = decision.State;
            Exit = decision.Exit;
            Heard = decision.Says ?? Heard;
        }
    }
}
