using CecSim.Control.Contracts;

namespace CecSim.Server.Control.Pact;

/// <summary>A state that a pact can ask for.</summary>
/// <param name="Name">What the pact's <c>given</c> says.</param>
/// <param name="About">What is so afterwards.</param>
/// <param name="Params">The parameters that it takes besides the common ones, with what they mean.</param>
/// <param name="Values">What it gives besides the common values.</param>
/// <param name="Setup">Makes it so, whatever was before. Gives why it cannot, or null.</param>
internal sealed record ProviderState(
    string Name,
    string About,
    IReadOnlyList<ProviderStateParam> Params,
    IReadOnlyList<string> Values,
    Func<PactScene, string?> Setup);
