namespace CecSim.Scenarios.Calls;

/// <summary>A script that runs itself, through however many others, would never end.</summary>
internal sealed class ScriptCycles
{
    private readonly ScriptRegistry _book;
    private readonly ParseContext _context;
    private readonly HashSet<string> _unseen;
    private readonly List<string> _path = [];

    private ScriptCycles(ScriptRegistry book, ParseContext context)
    {
        (_book, _context) = (book, context);
        _unseen = [.. book.Named.Keys];
    }

    public static void Complain(ScriptRegistry book, ParseContext context)
    {
        var circles = new ScriptCycles(book, context);
        foreach (var name in book.Named.Keys)
        {
            circles.Follow(name);
        }
    }

    private void Follow(string name)
    {
        if (!_unseen.Remove(name))
        {
            return;
        }

        _path.Add(name);
        foreach (var run in ScriptSteps.AllOf(_book.Named[name]).OfType<ScriptStep.Run>())
        {
            if (_path.IndexOf(run.Name) is >= 0 and var start)
            {
                _book.HasCircles = true;
                _context.Report(
                    _book.PlaceOf(run),
                    $"scripts run in a circle: {string.Join(" -> ", _path[start..])} -> {run.Name}");
            }

            Follow(run.Name);
        }

        _path.RemoveAt(_path.Count - 1);
    }
}
