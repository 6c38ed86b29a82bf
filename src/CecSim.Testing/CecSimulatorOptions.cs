namespace CecSim.Testing;

/// <summary>How a simulator for a test is started. The defaults are the demo contact centre in frozen time.</summary>
public sealed record CecSimulatorOptions
{
    /// <summary>
    /// The scenario of the simulator's own space: the path of a file, or the text itself when it has a line break or
    /// begins with a brace. Null for the demo contact centre.
    /// </summary>
    public string? Scenario { get; init; }

    /// <summary>How the time of its spaces begins. Frozen time moves only when the test advances it.</summary>
    public StartClock Clock { get; init; } = StartClock.Frozen;
}
