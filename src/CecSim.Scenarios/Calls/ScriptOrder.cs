namespace CecSim.Scenarios.Calls;

/// <summary>
/// The events of chapter 5, step 4 in an order that their meanings allow: nothing is handed over or disconnected that
/// was neither queued nor connected, and only a call in a queue can have waited there too long. A step is wrong only
/// when it is so on every way to it.
/// </summary>
internal sealed class ScriptOrder(ScriptRegistry book, CallStates beside, bool isAnyOrderRight)
{
    /// <summary>The key that lets a script be impossible on purpose, to see what a client makes of it.</summary>
    public const string Anyway = "anyway";

    private readonly Dictionary<(string Name, CallStates In), (CallStates Out, IReadOnlyList<string> Wrong)>
        _named = [];

    public static void Complain(CallRule rule, Node.Map map, ParseContext context)
    {
        var book = context.Shared<ScriptRegistry>();
        if (book.HasCircles)
        {
            return;
        }

        // What the handlers have sent by then nobody can tell.
        var beside = rule.On.Count > 0 ? CallStates.Queued | CallStates.Connected : CallStates.Nowhere;
        var order = new ScriptOrder(book, beside, map.Find(Anyway)?.Value is Node.Scalar { Text: "true" });
        var wrong = new List<(ScriptStep Step, string Why)>();
        order.Follow(rule.Script, CallStates.New, wrong);
        order.Follow(rule.OnDrop, CallStates.Dropped, wrong);
        foreach (var handler in rule.On)
        {
            order.Follow(handler.Do, CallStates.Any, wrong);
        }

        wrong.ForEach(w => context.Report(book.PlaceOf(w.Step), w.Why));
    }

    private CallStates Follow(Script script, CallStates states, List<(ScriptStep Step, string Why)> wrong) =>
        script.Steps.Aggregate(states, (before, step) => Follow(step, before, wrong));

    private CallStates Follow(ScriptStep step, CallStates before, List<(ScriptStep Step, string Why)> wrong)
    {
        if (before == CallStates.Nowhere)
        {
            return before;
        }

        if (OrderRules.WhyWrong(step, before, before | beside, isAnyOrderRight) is { } why)
        {
            wrong.Add((step, why));
        }

        return step switch
        {
            ScriptStep.Repeat repeat => FollowAgain(repeat, before, wrong),
            ScriptStep.Choose choose => choose.Branches.Aggregate(
                CallStates.Nowhere, (after, branch) => after | Follow(branch.Steps, before, wrong)),
            ScriptStep.Await { Action: var action, Within: var within, Otherwise: var otherwise } =>
                (action is CallAction.Drop ? CallStates.Dropped : before)
                | (within is null ? CallStates.Nowhere : Follow(otherwise ?? Script.Nothing, before, wrong)),
            ScriptStep.Run run => FollowNamed(run, before, wrong),
            _ => OrderRules.After(step, before),
        };
    }

    // The second round begins as the first may have ended, and so on until nothing new comes of it.
    private CallStates FollowAgain(
        ScriptStep.Repeat repeat, CallStates before, List<(ScriptStep Step, string Why)> wrong)
    {
        var starts = before;
        for (var known = CallStates.Nowhere; repeat.Times > 1 && known != starts;)
        {
            known = starts;
            starts |= Follow(repeat.Steps, starts, []);
        }

        return Follow(repeat.Steps, starts, wrong);
    }

    // What is wrong in a script of its own is wrong where it is run: elsewhere it may be right.
    private CallStates FollowNamed(ScriptStep.Run run, CallStates before, List<(ScriptStep Step, string Why)> wrong)
    {
        if (!book.Named.TryGetValue(run.Name, out var script))
        {
            return CallStates.Any;
        }

        if (!_named.TryGetValue((run.Name, before), out var followed))
        {
            var within = new List<(ScriptStep Step, string Why)>();
            var after = Follow(script, before, within);
            _named[(run.Name, before)] = followed = (after, [.. within.Select(w => w.Why).Distinct()]);
        }

        wrong.AddRange(followed.Wrong.Select(why => ((ScriptStep)run, why)));
        return followed.Out;
    }
}
