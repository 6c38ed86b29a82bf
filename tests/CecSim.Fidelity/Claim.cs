namespace CecSim.Fidelity;

/// <summary>One fact of the protocol, how it is known, and what shows that the simulator holds to it.</summary>
/// <param name="Id">The chapter and a name, <c>5.3/hold-10s</c>; <c>[Shows]</c> of a test says it.</param>
/// <param name="Kind">One of <see cref="FidelityRules.Kinds"/>.</param>
/// <param name="Basis">In the words of <c>X-CecSim-Basis</c>.</param>
/// <param name="Against">What another document, or another place of the same, says instead.</param>
/// <param name="Observable">What is sent, and what must come back. Null for what is not built.</param>
/// <param name="IsBuilt">False for what the simulator does not do; a test may show that it says so.</param>
/// <param name="Falsification">A change of the product that makes the claim false, so that its tests must fail.</param>
internal sealed record Claim(
    string Id,
    string Kind,
    string Text,
    string Basis,
    string? Against,
    string? Observable,
    bool IsBuilt,
    Falsification? Falsification);
