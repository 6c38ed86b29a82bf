namespace CecSim.Scenarios.Contracts;

/// <summary>The ladder that a client must follow and see, from one answered request to the next.</summary>
/// <param name="File">The file that it was read from.</param>
/// <param name="About">One sentence that says what happens; empty where the file has none.</param>
/// <param name="Steps">In the order in which they have to come.</param>
public sealed record SequenceContract(
    string File, string Name, string About, IReadOnlyList<ContractStep> Steps);

/// <summary>An answered request that has to come, a number of times in a row.</summary>
/// <param name="Request">The operation.</param>
/// <param name="AtLeast">So often; 0 where it may be left out.</param>
/// <param name="AtMost">And no oftener.</param>
/// <param name="Status">The HTTP status that the client sees.</param>
/// <param name="ResultCode">The result code that it sees; null for success.</param>
/// <param name="Event">The event that it sees; null where that does not matter.</param>
/// <param name="Given">The provider states of its Pact interaction; null for those that bring such an answer.</param>
public sealed record ContractStep(
    CecOperation Request,
    int AtLeast = 1,
    int AtMost = 1,
    int Status = 200,
    string? ResultCode = null,
    ContractEvent? Event = null,
    IReadOnlyList<string>? Given = null);

/// <summary>What an event poll brings.</summary>
/// <param name="Word">As scripts call it; <c>none</c> for the empty answer.</param>
/// <param name="EventId">Null for the empty answer.</param>
public sealed record ContractEvent(string Word, int? EventId);
