namespace CecSim.Scenarios.Calls;

/// <summary>The scripts of a file that have names, and where each of its steps stands.</summary>
internal sealed class ScriptRegistry
{
    private readonly Dictionary<ScriptStep, SourceLocation> _places = new(ReferenceEqualityComparer.Instance);

    public Dictionary<string, Script> Named { get; } = [];

    /// <summary>Whether scripts run each other in a circle, so that none of them can be followed to its end.</summary>
    public bool HasCircles { get; set; }

    /// <summary>A step of the file's own: a word means one object, however often it is written.</summary>
    public static ScriptStep Enter(ScriptStep step, Node node, ParseContext context)
    {
        var own = step with { };
        context.Shared<ScriptRegistry>()._places.Add(own, node.At);
        return own;
    }

    public SourceLocation PlaceOf(ScriptStep step) => _places[step];
}
