namespace CecSim.Simulation.Faults;

/// <summary>Where, when, what, and to whom.</summary>
public sealed record FaultRule(CecOperation At, FaultWhen When, Fault Inject)
{
    public FaultMatch Match { get; init; } = new();
}

/// <summary>
/// Something that goes wrong on purpose: its settings, and what it does. It strikes requests or events, and a new one
/// is a record of either kind.
/// </summary>
public abstract record Fault
{
    public abstract FaultPlace Place { get; }
}

/// <summary>Whose request, or event, it is.</summary>
public sealed record FaultTargetUser(string UserId, string ChannelId);

/// <summary>A fault that strikes a request, and what it draws from.</summary>
public readonly record struct TriggeredFault(RequestFault Fault, SeededRandom Draws);

/// <summary>A fault that strikes an INVITE, and what it draws from.</summary>
public readonly record struct TriggeredInviteFault(InviteFault Fault, SeededRandom Draws);

/// <summary>Whether a request goes on after a fault.</summary>
public enum FaultOutcome
{
    Continue,
    Handled,
}

/// <summary>A fault rule as it stood at one moment.</summary>
/// <param name="SeenCount">The requests, or events, that it has counted.</param>
/// <param name="StrikesCount">Those of them that it struck.</param>
public sealed record ArmedFaultView(long Id, FaultRule Rule, long SeenCount, long StrikesCount);
