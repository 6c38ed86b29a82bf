namespace CecSim.Control.Contracts;

/// <summary>Why a request was answered as it was.</summary>
/// <param name="Id">The entry's id.</param>
/// <param name="Text">All of it in a few lines.</param>
/// <param name="Document">The document that the sections are of; null for a request that belongs to no space.</param>
/// <param name="Decided">What decided, in a sentence.</param>
/// <param name="Basis">How it is known that CEC answers so; null where nothing was answered.</param>
/// <param name="Chapter">Of FIDELITY.md, which tells what is claimed of the interface.</param>
/// <param name="Wrong">Each thing that was wrong with the request, the one that decided first.</param>
/// <param name="Faults">The faults that struck it.</param>
/// <param name="Entry">The request and its answer.</param>
public sealed record Explanation(
    string Id,
    string Text,
    string? Document,
    string Decided,
    string? Basis,
    string? Chapter,
    IReadOnlyList<BrokenRule> Wrong,
    IReadOnlyList<string> Faults,
    JournalEntry Entry);

/// <summary>One thing that was wrong with a request.</summary>
/// <param name="Why">In words.</param>
/// <param name="Section">The section of the document that it breaks.</param>
/// <param name="Rule">What the section demands; null where <paramref name="Why"/> says it already.</param>
/// <param name="Claim">The id in FIDELITY.md; null where the chapter has to do.</param>
public sealed record BrokenRule(string Why, string Section, string? Rule, string? Claim);
