namespace CecSim.Control.Contracts;

/// <summary>What a search in the journal found.</summary>
/// <param name="Count">How many entries it found.</param>
/// <param name="Dropped">How many entries the journal has dropped: what is found is not all there was.</param>
/// <param name="DroppedUntil">The latest moment of which an entry was dropped; null when none was.</param>
/// <param name="Entries">In the order in which the requests came.</param>
public sealed record JournalPage(
    int Count, long Dropped, DateTimeOffset? DroppedUntil, IReadOnlyList<JournalEntry> Entries);

/// <summary>One request of a client and what really went out in answer. Secrets in it are masked.</summary>
/// <param name="Id">The answer's header <c>X-CecSim-Id</c>.</param>
/// <param name="At">When it came, in the space's time.</param>
/// <param name="DurationMs">How long its answer took, in milliseconds of real time.</param>
/// <param name="Operation">The last word of its path; null where CEC has no such interface.</param>
/// <param name="User">The user that it spoke for; null where that did not come to be known.</param>
/// <param name="Request">What came.</param>
/// <param name="Response">What went out; null where nothing did.</param>
/// <param name="Basis">How it is known that CEC answers so.</param>
/// <param name="Refusal">The rule that decided; null where none refused it.</param>
/// <param name="Wrong">Each thing that was wrong with it, the one that decided first.</param>
/// <param name="Faults">The faults that struck it; <c>cutByHand</c> for a poll that the control API cut.</param>
/// <param name="OfFault">A fault answered in place of CEC.</param>
/// <param name="HeldMs">
/// How long a poll waited for its answer, from when it came, in milliseconds of the space's time; null for other
/// requests.
/// </param>
/// <param name="CutShort">The connection ended before the whole answer was out.</param>
public sealed record JournalEntry(
    string Id,
    DateTimeOffset At,
    double DurationMs,
    string? Operation,
    string? User,
    JournalRequest Request,
    JournalResponse? Response,
    string? Basis,
    string? Refusal,
    IReadOnlyList<string> Wrong,
    IReadOnlyList<string> Faults,
    bool OfFault,
    double? HeldMs,
    bool CutShort);

/// <summary>A request as it came.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Url">With scheme, host and query.</param>
/// <param name="Headers">In no particular order.</param>
/// <param name="Body">Null for none.</param>
public sealed record JournalRequest(
    string Method, string Url, IReadOnlyList<JournalHeader> Headers, JournalBody? Body);

/// <summary>What went out in answer.</summary>
/// <param name="Status">The HTTP status; 0 where what went out was no HTTP.</param>
/// <param name="ResultCode">The <c>resultCode</c>, of operations that have one.</param>
/// <param name="Headers">In no particular order.</param>
/// <param name="Body">Null for none.</param>
public sealed record JournalResponse(
    int Status, string? ResultCode, IReadOnlyList<JournalHeader> Headers, JournalBody? Body);

/// <summary>One header.</summary>
/// <param name="Name">As it was spelt.</param>
/// <param name="Value">Secrets are masked.</param>
public sealed record JournalHeader(string Name, string Value);

/// <summary>A body as far as the journal keeps it.</summary>
/// <param name="Text">What is kept, with its secrets masked.</param>
/// <param name="Bytes">The length on the wire.</param>
/// <param name="Cut">Whether more came than is kept.</param>
public sealed record JournalBody(string Text, long Bytes, bool Cut);
