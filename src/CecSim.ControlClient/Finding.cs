namespace CecSim.ControlClient;

/// <summary>Something that a client did though the documents forbid it or events get lost by it.</summary>
/// <param name="Code">The rule's name, as <c>overlapping-polls</c>.</param>
/// <param name="Level">How bad it is.</param>
/// <param name="Document">The document that has the rule.</param>
/// <param name="Section">Where in it.</param>
/// <param name="Sentence">What the client did and what comes of it.</param>
/// <param name="Mend">What to do instead.</param>
/// <param name="Count">How often.</param>
/// <param name="Cases">The first ten times and the last ten.</param>
public sealed record Finding(
    string Code,
    FindingLevel Level,
    string Document,
    string Section,
    string Sentence,
    string Mend,
    long Count,
    IReadOnlyList<FindingCase> Cases);

/// <summary>One time that a rule was broken.</summary>
/// <param name="At">When, in the space's time.</param>
/// <param name="Entry">The journal's entry; null where no one request did it.</param>
/// <param name="User">Whose client it was; null when that is not known.</param>
/// <param name="Detail">What was particular to it; null for nothing.</param>
public sealed record FindingCase(DateTimeOffset At, string? Entry, string? User, string? Detail);
