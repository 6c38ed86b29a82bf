namespace CecSim.Control.Contracts;

/// <summary>What is claimed of CEC's protocol.</summary>
/// <param name="Claims">By section.</param>
public sealed record FidelityClaimList(IReadOnlyList<FidelityClaim> Claims);

/// <summary>One fact of CEC's protocol and how far the server can be believed to hold to it.</summary>
/// <param name="Id">The section and a name, such as <c>5.3/hold-10s</c>.</param>
/// <param name="Section">Of FIDELITY.md, such as <c>5.3</c>.</param>
/// <param name="Title">Of the section, without its number.</param>
/// <param name="Kind">
/// <c>route</c>, <c>header</c>, <c>field</c>, <c>code</c>, <c>text</c>, <c>event</c>, <c>limit</c> or <c>rule</c>.
/// </param>
/// <param name="Claim">The fact, in a sentence.</param>
/// <param name="Basis">How it is known; it begins with <c>documented</c>, <c>found</c> or <c>inferred</c>.</param>
/// <param name="Against">What speaks against this reading; null where nothing does.</param>
/// <param name="Observable">What is sent, and what must come back; null where nothing is to be seen.</param>
/// <param name="Standing">
/// <c>proven</c>, <c>shown</c>, <c>notProven</c>, <c>withoutTest</c> or <c>notBuilt</c>.
/// </param>
/// <param name="Tests">The tests that show it.</param>
public sealed record FidelityClaim(
    string Id,
    string Section,
    string Title,
    string Kind,
    string Claim,
    string Basis,
    string? Against,
    string? Observable,
    string Standing,
    IReadOnlyList<string> Tests);
