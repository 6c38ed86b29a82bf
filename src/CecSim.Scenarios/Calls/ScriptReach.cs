namespace CecSim.Scenarios.Calls;

/// <summary>Where a script ends for certain, so that what stands behind is never reached.</summary>
internal sealed class ScriptReach
{
    private readonly Dictionary<string, bool> _ends = [];

    /// <summary>Judges one list of steps; those within them are lists of their own.</summary>
    public static void Complain(Script script, ParseContext context)
    {
        var book = context.Shared<ScriptRegistry>();
        if (book.HasCircles)
        {
            return;
        }

        var reach = context.Shared<ScriptReach>();
        var end = script.Steps.TakeWhile(s => !reach.Ends(s, book)).Count();
        if (end + 1 < script.Steps.Count)
        {
            var line = book.PlaceOf(script.Steps[end]).Line;
            context.Report(
                book.PlaceOf(script.Steps[end + 1]), $"never reached: the script ends at line {line}");
        }

        foreach (var repeat in script.Steps.OfType<ScriptStep.Repeat>().Where(r => r.Times > 1 && reach.Ends(r, book)))
        {
            context.Report(book.PlaceOf(repeat), "never repeated: its steps end the script");
        }
    }

    private bool Ends(Script script, ScriptRegistry book) => script.Steps.Any(s => Ends(s, book));

    // What comes otherwise may not come at all, so an end there is none of the script.
    private bool Ends(ScriptStep step, ScriptRegistry book) => step switch
    {
        ScriptStep.Released or ScriptStep.QueueTimeout or ScriptStep.Failed or ScriptStep.Silent => true,
        ScriptStep.Unknown { IsFinal: true } => true,
        ScriptStep.Repeat repeat => Ends(repeat.Steps, book),
        ScriptStep.Choose choose => choose.Branches.All(b => Ends(b.Steps, book)),
        ScriptStep.Run run => EndsByName(run.Name, book),
        _ => false,
    };

    private bool EndsByName(string name, ScriptRegistry book)
    {
        if (!_ends.TryGetValue(name, out var ends))
        {
            _ends[name] = ends = book.Named.TryGetValue(name, out var script) && Ends(script, book);
        }

        return ends;
    }
}
