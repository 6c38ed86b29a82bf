using CecSim.Simulation.Ivr;

namespace CecSim.Simulation.Queues;

/// <summary>A skill queue with the documented defaults (Connection Bar, table 4-2).</summary>
public sealed record QueueSettings
{
    public const int NameCharsMax = 20;
    public const int DescriptionCharsMax = 50;
    public const int MaxCallsMax = 10_000;
    public static readonly TimeSpan MaxWaitingTimeMin = TimeSpan.FromSeconds(1);
    public static readonly TimeSpan MaxWaitingTimeMax = TimeSpan.FromSeconds(60_000);
    public static readonly TimeSpan WrapUpMax = TimeSpan.FromSeconds(3_600);

    public required string Name { get; init; }

    /// <summary>For people alone; null for none.</summary>
    public string? Description { get; init; }

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

    /// <summary>"Queuing and waiting configuration": what a caller hears who waits.</summary>
    public WaitTone Queuing { get; init; } = new WaitTone.Music();

    /// <summary>"Keeping and waiting configuration": what a caller hears who is held; null for music.</summary>
    public Sound? Keeping { get; init; }

    /// <summary>Whether a caller who waits is told its place, and again when it has changed.</summary>
    public bool TellsPlace { get; init; }
}

/// <summary>"Queuing Method" (Connection Bar, table 4-2).</summary>
public abstract record WaitTone
{
    private WaitTone()
    {
    }

    /// <summary>The default.</summary>
    public sealed record Music : WaitTone;

    /// <summary>Again and again.</summary>
    public sealed record Custom(Sound Sound) : WaitTone;

    /// <param name="Ivr">A flow, again and again: it may ask, and lead elsewhere.</param>
    public sealed record Flow(string Ivr) : WaitTone;
}

/// <summary>What a skill queue handles (Connection Bar, table 4-2).</summary>
public enum QueueType
{
    Voice,
    Multimedia,
    Video,
    VoiceClickToDial,
    VideoClickToDial,
}

/// <summary>Which agents can serve which queues (Connection Bar, table 4-4).</summary>
public static class QueueTypes
{
    public static bool Suits(this AgentType agent, QueueType queue) => (agent, queue) switch
    {
        (AgentType.Versatile, _) => true,
        (AgentType.Multimedia, QueueType.Multimedia) => true,
        (AgentType.Multimedia, _) => false,
        (_, QueueType.Multimedia) => false,
        (AgentType.Video, _) => true,
        (AgentType.Voice, QueueType.Voice or QueueType.VoiceClickToDial) => true,
        (AgentType.Voice, _) => false,
    };
}

/// <summary>What becomes of a contact that a queue cannot serve (Connection Bar, table 4-2).</summary>
public abstract record Overflow
{
    private Overflow()
    {
    }

    public sealed record Release : Overflow;

    /// <param name="Queue">Another queue of the same type.</param>
    public sealed record Transfer(string Queue) : Overflow;

    /// <param name="Ivr">
    /// The name of an IVR flow. One that is described nowhere plays for a while and releases the call.
    /// </param>
    public sealed record TransferToIvr(string Ivr) : Overflow;
}

/// <summary>Skill AnswerMode (Connection Bar, table 4-2): what a caller hears, not what a client sees.</summary>
public enum AnswerMode
{
    ReportNoVoice,
    ReportEmployeeId,
}
