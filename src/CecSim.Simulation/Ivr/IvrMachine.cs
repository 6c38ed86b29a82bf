namespace CecSim.Simulation.Ivr;

/// <summary>A caller in a flow, as one pure function of where it stands, what happens, and when.</summary>
public static class IvrMachine
{
    /// <summary>Flows and queues that lead into each other without asking anything end the call.</summary>
    public const int HopsMax = 20;

    /// <exception cref="KeyNotFoundException">There is no such flow.</exception>
    public static IvrDecision Begin(
        IReadOnlyDictionary<string, IvrFlow> flows, string name, DateTimeOffset now) =>
        GoOn(new IvrState { Flow = name, Next = IvrPlace.Of(flows[name].Steps, null, "") }, flows, now);

    public static IvrDecision Decide(
        IvrState state, IvrInput input, IReadOnlyDictionary<string, IvrFlow> flows, DateTimeOffset now) =>
        (state, input) switch
        {
            ({ Gather: null }, IvrInput.Pressed { Key: var key }) => new IvrDecision(state with
            {
                Typed = state.Typed.Length < IvrStep.Gather.DigitsMax ? state.Typed + key : state.Typed,
            }),
            (_, IvrInput.Pressed { Key: var key }) => Press(state, key, flows, now),
            (_, IvrInput.TimePassed) when state.Deadline > now => new IvrDecision(state),
            ({ Gather: null }, _) => GoOn(state with { Deadline = null }, flows, now),
            ({ Digits: "" }, _) => AskAgain(state, flows, now),
            _ => Take(state, flows, now),
        };

    private static IvrDecision GoOn(IvrState state, IReadOnlyDictionary<string, IvrFlow> flows, DateTimeOffset now)
    {
        while (state.Next is { } place)
        {
            state = state with { Next = place.After, Step = place.Path };
            switch (place.Step)
            {
                case IvrStep.Play play:
                    // An empty file takes no time either.
                    var length = play.Sound.Length;
                    return new IvrDecision(state with
                    {
                        Deadline = now + length,
                        Hops = length > TimeSpan.Zero ? 0 : state.Hops,
                    })
                    {
                        Says = [play.Sound],
                    };
                case IvrStep.Gather gather:
                    return Ask(state with { Gather = gather, Try = 1, Hops = 0 }, flows, now);
                case IvrStep.Leave { Exit: IvrExit.ToFlow { Ivr: var name } } when state.Hops < HopsMax:
                    state = state with
                    {
                        Flow = name,
                        Next = IvrPlace.Of(flows[name].Steps, null, ""),
                        Hops = state.Hops + 1,
                    };
                    break;
                case IvrStep.Leave { Exit: IvrExit.ToFlow }:
                    return new IvrDecision(state) { Exit = new IvrExit.HangUp() };
                case IvrStep.Leave leave:
                    return new IvrDecision(state) { Exit = leave.Exit };
            }
        }

        return new IvrDecision(state) { Exit = new IvrExit.Finished() };
    }

    // Who knows the question has answered it before.
    private static IvrDecision Ask(IvrState state, IReadOnlyDictionary<string, IvrFlow> flows, DateTimeOffset now)
    {
        var gather = state.Gather!;
        if (state.Typed is [var first, ..] typed)
        {
            var rest = state with { Typed = "", Digits = "" };
            var decision = Press(rest, first, flows, now);
            foreach (var key in typed[1..])
            {
                if (decision.Exit is not null)
                {
                    break;
                }

                decision = Decide(decision.State, new IvrInput.Pressed(key), flows, now) switch
                {
                    { Says: null } quiet => quiet with { Says = decision.Says },
                    var later => later,
                };
            }

            return decision;
        }

        var until = gather.Prompt.Aggregate(now, (at, sound) => at + sound.Length);
        return new IvrDecision(state with { Digits = "", Deadline = until + gather.FirstDigitWithin })
        {
            Says = gather.Prompt,
        };
    }

    private static IvrDecision Press(
        IvrState state, char key, IReadOnlyDictionary<string, IvrFlow> flows, DateTimeOffset now)
    {
        var gather = state.Gather!;
        if (key == gather.Terminator)
        {
            return Take(state, flows, now);
        }

        var pressed = state with { Digits = state.Digits + key, Deadline = now + gather.NextDigitWithin };
        return pressed.Digits.Length < gather.MaxDigits
            ? new IvrDecision(pressed) { Says = state.Digits.Length == 0 ? [] : null }
            : Take(pressed, flows, now);
    }

    private static IvrDecision Take(IvrState state, IReadOnlyDictionary<string, IvrFlow> flows, DateTimeOffset now)
    {
        var (gather, digits) = (state.Gather!, state.Digits);
        var branch = gather.On.FirstOrDefault(b => Glob.Covers(b.Digits, digits));
        if (digits.Length == 0 || (branch is null && gather.On.Count > 0))
        {
            return AskAgain(state, flows, now);
        }

        var answered = state with
        {
            Gather = null,
            Digits = "",
            Answer = digits,
            Deadline = null,
            Next = branch is null
                ? state.Next
                : IvrPlace.Of(branch.Steps, state.Next, $"{state.Step}/on/{branch.Digits}/"),
        };
        var decision = GoOn(answered, flows, now);
        return decision.Says is null ? decision with { Says = [] } : decision;
    }

    private static IvrDecision AskAgain(
        IvrState state, IReadOnlyDictionary<string, IvrFlow> flows, DateTimeOffset now) =>
        state.Try < state.Gather!.Tries
            ? Ask(state with { Try = state.Try + 1 }, flows, now)
            : GoOn(
                state with
                {
                    Gather = null,
                    Digits = "",
                    Deadline = null,
                    Next = IvrPlace.Of(state.Gather.Otherwise, state.Next, $"{state.Step}/otherwise/"),
                },
                flows,
                now);
}

/// <summary>Where a caller stands in a flow.</summary>
public sealed record IvrState
{
    public required string Flow { get; init; }

    /// <summary>
    /// The step that is under way: <c>2</c> for the second of the flow, <c>2/on/1/3</c> for the third behind its answer
    /// 1, <c>2/otherwise/1</c>.
    /// </summary>
    public string Step { get; init; } = "";

    /// <summary>What comes after what is under way; null for the end.</summary>
    public IvrPlace? Next { get; init; }

    /// <summary>The question that is asked; null while something is played.</summary>
    public IvrStep.Gather? Gather { get; init; }

    /// <summary>From 1.</summary>
    public int Try { get; init; }

    /// <summary>What was pressed of the answer.</summary>
    public string Digits { get; init; } = "";

    /// <summary>What was pressed before it was asked for.</summary>
    public string Typed { get; init; } = "";

    /// <summary>The last answer that was taken; null for none.</summary>
    public string? Answer { get; init; }

    /// <summary>When time itself is an input; null where the flow is over.</summary>
    public DateTimeOffset? Deadline { get; init; }

    /// <summary>How many flows have led into each other since anything was heard.</summary>
    public int Hops { get; init; }
}

/// <summary>A step that is to come, and what comes after it.</summary>
/// <param name="Path">As <see cref="IvrState.Step"/> has it.</param>
public sealed record IvrPlace(IvrStep Step, string Path, IvrPlace? After)
{
    /// <param name="before">What the path of each begins with.</param>
    public static IvrPlace? Of(IReadOnlyList<IvrStep> steps, IvrPlace? after, string before) =>
        steps.Index().Reverse().Aggregate(
            after, (later, step) => new IvrPlace(step.Item, $"{before}{step.Index + 1}", later));
}

/// <summary>What can happen to a caller in a flow.</summary>
public abstract record IvrInput
{
    private IvrInput()
    {
    }

    public sealed record Pressed(char Key) : IvrInput;

    public sealed record TimePassed : IvrInput;
}

/// <summary>What the machine answers.</summary>
public sealed record IvrDecision(IvrState State)
{
    /// <summary>What is heard from now on; empty for silence, null for what is heard already.</summary>
    public IReadOnlyList<Sound>? Says { get; init; }

    /// <summary>Where the caller goes; null to stay.</summary>
    public IvrExit? Exit { get; init; }
}
