namespace CecSim.Simulation.Faults;

/// <summary>The script comes, its cookies do not, as in a browser that blocks those of third parties.</summary>
public sealed record CookiesRefused : RequestFault
{
    public override FaultPlace Place => FaultPlace.ConnectionBar;

    public override Task<FaultOutcome> InjectAsync(IFaultTarget target)
    {
        target.RefuseCookies();
        return Task.FromResult(FaultOutcome.Continue);
    }
}

/// <summary>
/// The connection bar's frame is there so much later, in the browser's time: messages that a page posts after the
/// documented 1,000 ms meet nobody (Connection Bar, 5.4).
/// </summary>
public sealed record FrameLate(TimeSpan By) : RequestFault
{
    public override FaultPlace Place => FaultPlace.ConnectionBar;

    public override Task<FaultOutcome> InjectAsync(IFaultTarget target)
    {
        target.DelayFrame(By);
        return Task.FromResult(FaultOutcome.Continue);
    }
}

/// <summary>The enterprise's API cannot be verified: its certificate is not the one that CEC was given.</summary>
public sealed record TlsError : RequestFault
{
    public override FaultPlace Place => FaultPlace.CallsOfCec;

    public override async Task<FaultOutcome> InjectAsync(IFaultTarget target)
    {
        await target.FailTlsAsync();
        return FaultOutcome.Handled;
    }
}
