namespace CecSim.Simulation.Scripts;

/// <summary>The timed sequence of events that one call will see. Written once, never changed.</summary>
public sealed record Script(IReadOnlyList<ScriptStep> Steps)
{
    /// <summary>How deep steps may lie within steps, those of the scripts that they run included.</summary>
    public const int DepthMax = 8;

    /// <summary>How many steps one play of a script may come to, each repetition counted.</summary>
    public const int StepsPlayedMax = 100_000;

    /// <summary>What an unscripted call sees: an agent is free.</summary>
    public static readonly Script ConnectAtOnce = new([new ScriptStep.Connected()]);

    /// <summary>What a drop brings when nothing else is said: the last 168110.</summary>
    public static readonly Script ReleaseAtOnce = new([new ScriptStep.Released()]);

    public static readonly Script Nothing = new([]);
}
