namespace CecSim.Scenarios.Calls;

/// <summary>What a script comes to when it is played: its steps, each repetition counted, and their depth.</summary>
internal sealed class ScriptSize
{
    private readonly Dictionary<string, (long Steps, int Depth)> _named = [];

    public static void Complain(Script script, Node node, ParseContext context)
    {
        var book = context.Shared<ScriptRegistry>();
        if (book.HasCircles)
        {
            return;
        }

        var (steps, depth) = context.Shared<ScriptSize>().Of(script, book);
        if (depth > Script.DepthMax)
        {
            context.Report(node.At, $"{depth} lists of steps within one another; at most {Script.DepthMax}");
        }
        else if (steps > Script.StepsPlayedMax)
        {
            context.Report(
                node.At, $"more than {Script.StepsPlayedMax} steps to play, each repetition counted");
        }
    }

    private (long Steps, int Depth) Of(Script script, ScriptRegistry book)
    {
        var (steps, depth) = (0L, 0);
        foreach (var step in script.Steps)
        {
            var size = Of(step, book);
            steps += 1 + size.Steps;
            depth = Math.Max(depth, size.Depth);
        }

        // Cut, so that a thousand times a thousand times a thousand … stays a number.
        return (Math.Min(steps, Script.StepsPlayedMax + 1), depth + 1);
    }

    private (long Steps, int Depth) Of(ScriptStep step, ScriptRegistry book)
    {
        if (step is ScriptStep.Run run)
        {
            return Of(run.Name, book);
        }

        var within = ScriptSteps.Within(step).Select(s => Of(s, book)).ToList();
        var longest = within.Select(w => w.Steps).DefaultIfEmpty(0).Max();
        return (
            step is ScriptStep.Repeat repeat ? longest * repeat.Times : longest,
            within.Select(w => w.Depth).DefaultIfEmpty(0).Max());
    }

    private (long Steps, int Depth) Of(string name, ScriptRegistry book)
    {
        if (!_named.TryGetValue(name, out var size))
        {
            _named[name] = size = book.Named.TryGetValue(name, out var script) ? Of(script, book) : default;
        }

        return size;
    }
}
