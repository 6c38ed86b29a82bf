namespace CecSim.Control.Contracts;

/// <summary>What clients did wrong, of all spaces.</summary>
/// <param name="Spaces">Space by space; at the end, without a space, what belongs to none.</param>
public sealed record AllFindings(IReadOnlyList<SpaceFindings> Spaces);

/// <summary>What the clients of one space did wrong.</summary>
/// <param name="Space">The space; null for requests that belong to none.</param>
/// <param name="Watched">The codes of all rules that are watched, those that nobody broke too.</param>
/// <param name="Findings">The worst first.</param>
public sealed record SpaceFindings(string? Space, IReadOnlyList<string> Watched, IReadOnlyList<Finding> Findings);

/// <summary>Something that a client did though the documents forbid it or events get lost by it.</summary>
/// <param name="Code">The rule's name, as <c>overlapping-polls</c>.</param>
/// <param name="Level">How bad it is.</param>
/// <param name="Document">The document that has the rule; <c>FIDELITY.md</c> where none of the vendor's has it.</param>
/// <param name="Section">Where in it.</param>
/// <param name="Claim">The id in FIDELITY.md of what was not heeded; null where no claim says it.</param>
/// <param name="Sentence">What the client did and what comes of it.</param>
/// <param name="Mend">What to do instead.</param>
/// <param name="Count">How often.</param>
/// <param name="Cases">The first ten times and the last ten.</param>
public sealed record Finding(
    string Code,
    FindingLevel Level,
    string Document,
    string Section,
    string? Claim,
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

/// <summary>How bad a finding is, the worst last.</summary>
[JsonConverter(typeof(EnumWordConverter<FindingLevel>))]
public enum FindingLevel
{
    /// <summary>A level that this client does not know.</summary>
    Unknown,

    /// <summary>Against the letter of a document, without harm.</summary>
    Info,

    /// <summary>Loses events or calls, or wears out the server, on some day.</summary>
    Warning,

    /// <summary>Does not work on CEC, or gives a secret away.</summary>
    Error,
}
