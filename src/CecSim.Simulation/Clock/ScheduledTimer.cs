namespace CecSim.Simulation.Clock;

/// <summary>One thing that is due at one moment of space time.</summary>
/// <remarks>Each held poll has one: what it does and what with are apart, so that it costs no closure.</remarks>
internal sealed class ScheduledTimer(
    DateTimeOffset dueAt, bool isForNow, string name, Action<object> action, object subject)
{
    public DateTimeOffset DueAt { get; } = dueAt;

    /// <summary>Armed by an entry that fired, for the moment of that one: such may be a loop.</summary>
    public bool IsForNow { get; } = isForNow;

    /// <summary>What it is for, in an error that has to name it.</summary>
    public string Name { get; } = name;

    /// <summary>Fired or cancelled: it will not fire again.</summary>
    public bool IsOver { get; set; }

    public void Fire() => action(subject);
}
