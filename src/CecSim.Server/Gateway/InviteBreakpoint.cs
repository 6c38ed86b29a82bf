using CecSim.Simulation.Breakpoints;
using CecSim.Telephony.Sip;

namespace CecSim.Server.Gateway;

/// <summary>Where an INVITE stands until somebody lets it go.</summary>
internal static class InviteBreakpoint
{
    private static readonly InviteDecision.Refuse CallerGone = new(487) { Why = "The caller has given up" };

    /// <param name="gone">The caller gives up, or the call is over.</param>
    /// <returns>What becomes of it; null when it goes on.</returns>
    public static async Task<InviteDecision.Refuse?> HoldAsync(
        Space space, PausedMessage message, CancellationToken gone)
    {
        try
        {
            switch (await space.Faults.Held.HoldAsync(message, inFlight: null, gone))
            {
                case BreakpointDecision.Answer answer:
                    return new InviteDecision.Refuse(answer.Status!.Value, answer.Body)
                    {
                        Why = "It was refused at a breakpoint",
                        IsOnPurpose = true,
                    };
                case BreakpointDecision.Drop:
                    await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, gone);
                    return CallerGone;
                default:
                    return null;
            }
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested)
        {
            return CallerGone;
        }
    }
}
