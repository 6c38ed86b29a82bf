namespace CecSim.Simulation.Faults;

/// <summary>A breakpoint: the request, or the answer to it, stands until somebody lets it go.</summary>
public sealed record Pause(PauseAt At) : RequestFault
{
    public override FaultPlace Place => FaultPlace.Answers;

    public override Task<FaultOutcome> InjectAsync(IFaultTarget target)
    {
        if (At == PauseAt.Request)
        {
            return target.PauseAsync();
        }

        target.PauseAnswer();
        return Task.FromResult(FaultOutcome.Continue);
    }
}

/// <summary>Which of the two stands.</summary>
public enum PauseAt
{
    /// <summary>Before anyone looks at its credentials: nothing has happened yet.</summary>
    Request,

    /// <summary>Before its first byte goes out: what was asked has been done.</summary>
    Answer,
}

/// <summary>A breakpoint: the event, and what comes behind it, stands until somebody lets it go.</summary>
public sealed record PauseEvent : EventFault
{
    internal override void Strike(IEventFaultTarget line) => line.PauseFirst();
}

/// <summary>A breakpoint: the INVITE stands until somebody lets it go.</summary>
public sealed record PauseInvite : InviteFault
{
    public override void Strike(IInviteTarget target, SeededRandom random) => target.Pause();
}
