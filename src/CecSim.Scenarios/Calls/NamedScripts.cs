namespace CecSim.Scenarios.Calls;

/// <summary>The <c>scripts</c> of a scenario, which others run by their names.</summary>
internal static partial class NamedScripts
{
    private const string Kind = "script";

    private static readonly TextShape Name = new("a script name", 1, 60)
    {
        Pattern = NamePattern(),
        Characters = "of letters, digits and '-'",
    };

    public static readonly ReferenceShape Reference = new(Kind, Name);

    public static readonly Shape<IReadOnlyDictionary<string, Script>> All =
        new NamesShape<Script>("scripts by name", new IdShape<string>(Kind, Name), ScriptShape.Whole, 0, 1_000)
            .Then(Enter);

    private static IReadOnlyDictionary<string, Script> Enter(
        IReadOnlyList<KeyValuePair<string, Script>> scripts, Node node, ParseContext context)
    {
        var book = context.Shared<ScriptRegistry>();
        foreach (var (name, script) in scripts)
        {
            book.Named[name] = script;
        }

        // Before all that was put off until the end: what follows scripts must know that they end.
        ScriptCycles.Complain(book, context);
        return book.Named;
    }

    [GeneratedRegex("^[A-Za-z0-9-]+$")]
    private static partial Regex NamePattern();
}
