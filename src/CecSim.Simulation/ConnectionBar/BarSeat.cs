namespace CecSim.Simulation.ConnectionBar;

/// <summary>Where a person does what an agent does. Guarded by the timeline.</summary>
internal sealed class BarSeat(EventMailbox<AgentEvent> events)
{
    /// <summary>Pages that may be open for one agent; the oldest is signed off first.</summary>
    public const int SessionsMax = 16;

    /// <summary>The events of the agent; pages that are open at once take them from each other.</summary>
    public EventMailbox<AgentEvent> Events { get; } = events;

    public Queue<BarSession> Sessions { get; } = new();

    /// <summary>The page that asked last.</summary>
    public string? Page { get; set; }

    /// <summary>A page that was turned away, came again and found no poll.</summary>
    public string? FoundEmptyBy { get; set; }

    /// <summary>Whether a person answered here while no softphone could ring.</summary>
    public bool AnsweredWithoutPhone { get; set; }
}

/// <summary>A page that was let in: what its cookies say (Connection Bar, chapter 7).</summary>
/// <param name="Token">The cookie <c>sum_token</c>.</param>
/// <param name="RefreshToken">The cookie <c>sum_refresh_token</c>.</param>
/// <param name="Sid">The cookie <c>sum_sid</c>: nineteen digits.</param>
/// <param name="At">The cookie <c>sum_atime</c>.</param>
/// <param name="Origin">The origin of the page, the only one that the bar talks to.</param>
public sealed record BarSession(
    int WorkNo, string Token, string RefreshToken, string Sid, DateTimeOffset At, string Origin)
{
    internal Agent Agent { get; init; } = null!;
}
