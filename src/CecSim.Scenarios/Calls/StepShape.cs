namespace CecSim.Scenarios.Calls;

/// <summary>One step of a script: an event, time to let pass, an action to wait for, or more steps.</summary>
internal static class StepShape
{
    private static readonly RefShape<Script> Steps = new("steps", () => ScriptShape.Steps);

    private static readonly Shape<ScriptStep> Await =
        new ObjectShape<ScriptStep.Await>(new ScriptStep.Await(new CallAction.Poll()))
            .Required("await", "what the client does.", ActionShape.Any, (a, action) => a with { Action = action })
            .Optional(
                "within",
                "how long to wait for it; for ever when absent.",
                DurationShape.UpToADay("a time to wait"),
                (a, time) => a with { Within = time })
            .Optional(
                "otherwise",
                "what comes first when the client does not do it in time.",
                Steps,
                (a, steps) => a with { Otherwise = steps })
            .Rule(OnlyAnEndOfTheWaitHasAnOtherwise)
            .To(a => (ScriptStep)a);

    private static readonly ObjectShape<ScriptStep.Repeat> Repeat =
        new ObjectShape<ScriptStep.Repeat>(new ScriptStep.Repeat(1, Script.Nothing))
            .Required(
                "times",
                "how often.",
                new NumberShape<int>("a number of times", 1, 1_000),
                (r, times) => r with { Times = times })
            .Required("steps", "what is repeated.", Steps, (r, steps) => r with { Steps = steps });

    private static readonly ObjectShape<ScriptBranch> Branch =
        new ObjectShape<ScriptBranch>(new ScriptBranch(1, Script.Nothing))
            .Optional(
                "weight",
                "how often it is taken, beside the others' weights.",
                new NumberShape<int>("a weight", 1, 1_000_000),
                (b, weight) => b with { Weight = weight },
                b => b.Weight)
            .Required("steps", "what it sends.", Steps, (b, steps) => b with { Steps = steps });

    private static readonly UnionShape<ScriptStep> Forms =
        new UnionShape<ScriptStep>("a step")
            .WordOrKey(
                "queued",
                "168102, the call waits in a queue.",
                new ScriptStep.Queued(),
                EventShape.Plain,
                e => new ScriptStep.Queued { Wording = e.ToWording() })
            .WordOrKey(
                "connected",
                "168101, an agent answers.",
                new ScriptStep.Connected(),
                EventShape.Connected,
                e => new ScriptStep.Connected { Wording = e.ToWording() })
            .WordOrKey(
                "transferred",
                "168106, another agent takes over.",
                new ScriptStep.Transferred(),
                EventShape.Plain,
                e => new ScriptStep.Transferred { Wording = e.ToWording() })
            .WordOrKey(
                "released",
                "168110, the call ends.",
                new ScriptStep.Released(),
                EventShape.Final,
                e => new ScriptStep.Released(e.Cause) { Wording = e.ToWording() })
            .WordOrKey(
                "queueTimeout",
                "168103, the call waited too long and ends.",
                new ScriptStep.QueueTimeout(),
                EventShape.Final,
                e => new ScriptStep.QueueTimeout(e.Cause) { Wording = e.ToWording() })
            .WordOrKey(
                "failed",
                "168105, the call fails and ends.",
                new ScriptStep.Failed(),
                EventShape.Final,
                e => new ScriptStep.Failed(e.Cause) { Wording = e.ToWording() })
            .Key(
                "event",
                "an event that no document knows, as in event: { id: 168199 }.",
                EventShape.Unknown,
                e => new ScriptStep.Unknown(e.EventId, e.IsFinal) { Wording = e.ToWording() })
            .Key("wait", "how long to let pass, as in wait: 3s.", WaitShape.Wait, time => new ScriptStep.Wait(time))
            .Keys("await", "what to wait for, as in await: poll.", Await)
            .Key("repeat", "steps that come several times.", Repeat, repeat => repeat)
            .Key(
                "choose",
                "one of several branches, by weight.",
                new ListShape<ScriptBranch>("branches", Branch, 2, 100),
                branches => new ScriptStep.Choose(branches))
            .Key("run", "the script of that name.", NamedScripts.Reference, name => new ScriptStep.Run(name))
            .Word("silent", "nothing more is ever sent.", new ScriptStep.Silent());

    public static readonly Shape<ScriptStep> Step = Forms.Then(ScriptRegistry.Enter);

    private static void OnlyAnEndOfTheWaitHasAnOtherwise(ScriptStep.Await step, Node.Map map, ParseContext context)
    {
        if (step is { Within: null, Otherwise: not null })
        {
            context.Report(map.PlaceOf("otherwise"), "'otherwise' needs 'within': without it the wait has no end");
        }
    }
}
