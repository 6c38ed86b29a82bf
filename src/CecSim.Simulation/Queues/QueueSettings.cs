namespace CecSim.Simulation.Queues;

/// <summary>A skill queue with the documented defaults (Connection Bar, table 4-2).</summary>
public sealed record QueueSettings
{
    public const int NameCharsMax = 20;
    public const int MaxCallsMax = 10_000;
    public static readonly TimeSpan MaxWaitingTimeMin = TimeSpan.FromSeconds(1);
    public static readonly TimeSpan MaxWaitingTimeMax = TimeSpan.FromSeconds(60_000);
    public static readonly TimeSpan WrapUpMax = TimeSpan.FromSeconds(3_600);

    public required string Name { get; init; }

    public QueueType Type { get; init; } = QueueType.Voice;

    public TimeSpan MaxWaitingTime { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>"Max. Calls in Queue": how many may wait.</summary>
    public int MaxCalls { get; init; } = 100;

    /// <summary>"Duration in Arranging State": how long an agent is busy with a call after its end.</summary>
    public TimeSpan WrapUp { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Skill Timeout: nobody became free within the maximum waiting time.</summary>
    public Overflow OnTimeout { get; init; } = new Overflow.Release();

    /// <summary>Skill Busy: as many wait as may.</summary>
    public Overflow OnBusy { get; init; } = new Overflow.Release();

    /// <summary>Skill NoAgents: no agent is on duty.</summary>
    public Overflow OnNoAgents { get; init; } = new Overflow.Release();

    public AnswerMode AnswerMode { get; init; } = AnswerMode.ReportNoVoice;
}
