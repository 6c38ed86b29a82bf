namespace CecSim.Server.Control.Pact;

/// <summary>The states that a pact can ask for.</summary>
/// <param name="CommonParams">What every state takes.</param>
/// <param name="CommonValues">What every state gives.</param>
internal sealed record ProviderStatesBody(
    IReadOnlyList<StateParam> CommonParams,
    IReadOnlyList<string> CommonValues,
    IReadOnlyList<ProviderStatesBody.StateBody> States)
{
    public static ProviderStatesBody All { get; } = new(
        PactScene.CommonParams,
        PactScene.CommonValues,
        [.. ProviderStates.All.Select(s => new StateBody(s.Name, s.About, s.Params, s.Values))]);

    /// <summary>One of them.</summary>
    internal sealed record StateBody(
        string Name, string About, IReadOnlyList<StateParam> Params, IReadOnlyList<string> Values);
}
