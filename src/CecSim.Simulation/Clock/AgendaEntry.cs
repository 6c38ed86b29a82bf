namespace CecSim.Simulation.Clock;

/// <summary>One thing that is due at one moment of space time.</summary>
/// <remarks>Each held poll has one: what it does and what with are apart, so that it costs no closure.</remarks>
internal sealed class AgendaEntry(
    DateTimeOffset dueAt, DateTimeOffset armedAt, string name, Action<object> action, object subject)
{
    public DateTimeOffset DueAt { get; } = dueAt;

    /// <summary>Equal to <see cref="DueAt"/> when an entry was armed for the very moment it was armed in.</summary>
    public DateTimeOffset ArmedAt { get; } = armedAt;

    /// <summary>What it is for, in an error that has to name it.</summary>
    public string Name { get; } = name;

    /// <summary>Fired or cancelled: it will not fire again.</summary>
    public bool IsOver { get; set; }

    public void Fire() => action(subject);
}
