namespace CecSim.Simulation.Clock;

/// <summary>One thing that is due at one moment of space time.</summary>
internal sealed class AgendaEntry(DateTimeOffset dueAt, DateTimeOffset armedAt, string name, Action action)
{
    public DateTimeOffset DueAt { get; } = dueAt;

    /// <summary>Equal to <see cref="DueAt"/> when an entry was armed for the very moment it was armed in.</summary>
    public DateTimeOffset ArmedAt { get; } = armedAt;

    /// <summary>What it is for, in an error that has to name it.</summary>
    public string Name { get; } = name;

    /// <summary>Fired or cancelled: it will not fire again.</summary>
    public bool IsOver { get; set; }

    public void Fire() => action();
}
