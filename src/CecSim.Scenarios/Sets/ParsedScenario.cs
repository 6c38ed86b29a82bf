namespace CecSim.Scenarios.Sets;

/// <summary>A scenario together with its file's tree, which knows what the file itself names, and where.</summary>
internal sealed record ParsedScenario(Scenario Scenario, Node.Map Root, IReadOnlyList<Diagnostic> Warnings)
{
    /// <summary>Whether the file names that credential of its space.</summary>
    public bool Names(string credential) => Credential(credential) is not null;

    /// <summary>Where the file says it; what is made from the name stands where the name stands.</summary>
    public SourceLocation PlaceOf(string key) => (Credential(key) ?? Root.Find("name"))?.Value.At ?? Root.At;

    public ParsedScenario WithSpace(SpaceSettings space) => this with { Scenario = Scenario with { Space = space } };

    private Node.Entry? Credential(string key) => (Root.Find("space")?.Value as Node.Map)?.Find(key);
}
