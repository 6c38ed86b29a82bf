namespace CecSim.Server.Control.Pact;

/// <summary>All states that a pact can ask for.</summary>
internal static class ProviderStates
{
    public static IReadOnlyList<ProviderState> All { get; } =
        [.. TokenStates.All, .. CallStates.All, .. ChatStates.All, .. AgentStates.All, .. FaultStates.All];

    /// <summary>An interaction that asks for no state is told of too, with an empty name.</summary>
    public static ProviderState? Find(string name) => name.Length == 0
        ? All[0]
        : All.FirstOrDefault(s => s.Name.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase));

    public static string? Nearest(string name) => ScenarioParts.Nearest(name, All.Select(s => s.Name));

    /// <returns>What is wrong with a state's parameters; null when nothing is.</returns>
    public static string? ComplaintOf(ProviderState state, StateCall call)
    {
        var known = PactScene.CommonParams.Concat(state.Params).Select(p => p.Name).ToList();
        return call.Params.Select(p => p.Key).Except(known).FirstOrDefault() is { } unknown
            ? $"'{state.Name}' has no parameter '{unknown}'{PactScene.Hint(unknown, known)} "
                + $"It takes {string.Join(", ", known)}."
            : null;
    }
}
