namespace CecSim.Control.Contracts;

/// <summary>The states that a pact can ask for.</summary>
/// <param name="CommonParams">What every state takes.</param>
/// <param name="CommonValues">What every state gives.</param>
/// <param name="States">The states.</param>
public sealed record ProviderStateList(
    IReadOnlyList<ProviderStateParam> CommonParams,
    IReadOnlyList<string> CommonValues,
    IReadOnlyList<ProviderState> States);

/// <summary>One state.</summary>
/// <param name="Name">What the pact's <c>given</c> says.</param>
/// <param name="About">What is so afterwards.</param>
/// <param name="Params">What it takes besides the common parameters.</param>
/// <param name="Values">What it gives besides the common values.</param>
public sealed record ProviderState(
    string Name, string About, IReadOnlyList<ProviderStateParam> Params, IReadOnlyList<string> Values);

/// <summary>A parameter of a state.</summary>
/// <param name="Name">Its key.</param>
/// <param name="About">What it says, and what counts without it.</param>
public sealed record ProviderStateParam(string Name, string About);
