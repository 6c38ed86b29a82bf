namespace CecSim.Simulation.Scripts;

/// <summary>How far one line of steps has come. Never changed: each move makes the next one.</summary>
internal sealed record ScriptTrack(ScriptFrame? Top)
{
    /// <summary>What it awaits; null when it does not.</summary>
    public ActionWatch? Awaits { get; init; }

    /// <summary>When its wait is over, whatever it waits for.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>What comes first when an awaited action does not come in time.</summary>
    public Script? Otherwise { get; init; }

    public int StepsCount { get; init; }

    public static ScriptTrack Of(Script script) => new(new ScriptFrame(script.Steps, TimesLeft: 1, Outer: null));

    /// <summary>The same place, waiting for nothing.</summary>
    public ScriptTrack Freed => this with { Awaits = null, DueAt = null, Otherwise = null };

    public ScriptTrack Into(Script script, int times = 1) =>
        this with { Top = new ScriptFrame(script.Steps, times, Top) };
}

/// <summary>A list of steps that is being played, within the one that it stands in.</summary>
/// <param name="TimesLeft">How often it is played from here on, this time included.</param>
/// <param name="Position">The index of the step that comes next.</param>
internal sealed record ScriptFrame(
    IReadOnlyList<ScriptStep> Steps, int TimesLeft, ScriptFrame? Outer, int Position = 0)
{
    public bool IsPlayed => Position == Steps.Count;
}
