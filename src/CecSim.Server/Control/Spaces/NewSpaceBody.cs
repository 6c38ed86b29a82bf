using CecSim.Server.Control.Clock;

namespace CecSim.Server.Control.Spaces;

/// <summary>What to make a space from; nothing at all for the demo space's contact centre.</summary>
internal sealed record NewSpaceBody
{
    /// <summary>A scenario that the server was started with, by its name.</summary>
    public string? Scenario { get; init; }

    /// <summary>The text of a scenario, YAML or JSON.</summary>
    public string? Inline { get; init; }

    /// <summary>What complaints about <c>inline</c> call it, as in <c>shop.yaml</c>; null for <c>inline</c>.</summary>
    public string? InlineName { get; init; }

    /// <summary>The space's name; null for the scenario's, with a number where that is taken.</summary>
    public string? Name { get; init; }

    /// <summary>Whether credentials that the scenario names are passed over.</summary>
    public bool OwnCredentials { get; init; }

    /// <summary>How its time begins; null for what the server's spaces have.</summary>
    public StartClockBody? Clock { get; init; }
}
