namespace CecSim.Fidelity.Falsifying;

/// <summary>What became of one claim when the product was made to do otherwise.</summary>
/// <param name="Hash">Of the change and the tests; another hash is another question.</param>
/// <param name="Red">Tests that failed, as they should.</param>
/// <param name="Green">Tests that say that they show the claim and did not notice.</param>
internal sealed record Falsified(string Claim, string Hash, int Red, int Green);
