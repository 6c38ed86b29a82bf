namespace CecSim.ControlClient;

/// <summary>What to make a space from: a scenario by name or as text, or neither for the demo contact centre.</summary>
public sealed record NewSpace
{
    /// <summary>The name of a scenario that the server was started with.</summary>
    public string? Scenario { get; init; }

    /// <summary>The text of a scenario, YAML or JSON.</summary>
    public string? Inline { get; init; }

    /// <summary>What complaints about <see cref="Inline"/> call it, as in <c>shop.yaml</c>; null for inline.</summary>
    public string? InlineName { get; init; }

    /// <summary>A name of one's own; null for the scenario's, with a number where that is taken.</summary>
    public string? Name { get; init; }

    /// <summary>Whether the space gets credentials of its own even where the scenario names some.</summary>
    public bool OwnCredentials { get; init; }

    /// <summary>How its time begins; null for what the server gives its spaces.</summary>
    public StartClock? Clock { get; init; }
}
