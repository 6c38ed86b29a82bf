using static CecSim.Simulation.Findings.PollInput;

namespace CecSim.Simulation.Findings;

/// <summary>What is wrong with the way a client polls, as a function of what it did before.</summary>
internal static class PollRules
{
    public static (PollHistory Next, FindingKind? Found) Decide(
        PollHistory conduct, PollInput input, FindingLimits limits) => input switch
    {
        SessionBegan e => (Begin(conduct, e), IsLeftAlone(conduct, e.At, limits) ? FindingKind.CallLeftAlone : null),
        SessionLeft => (conduct with { IsInSession = false, HasLeft = true, HangUpsInRow = 0 }, null),
        PollBegan e => (conduct with { HeldCount = conduct.HeldCount + 1 }, Judge(conduct, e, limits)),
        PollSucceeded e => (Succeed(conduct, e), Judge(conduct, e, limits)),
        PollFailed e => (Fail(conduct, e), null),
        PollHungUp e => HangUp(conduct, e),
        AnswerLost { WasFinal: true } => (conduct with { SawFinal = false, IsInSession = !conduct.HasLeft }, null),
        AnswerLost => (conduct, null),
        EventDropped => (conduct, MayStop(conduct) ? null : FindingKind.EventNeverFetched),
        _ => throw new InvalidOperationException($"No rule for {input}."),
    };

    /// <summary>Whether a call that still seems to live has been left by its client. It may come back.</summary>
    public static bool IsLeftAlone(PollHistory conduct, ClockReading now, FindingLimits limits) =>
        conduct is { IsInSession: true, HeldCount: 0, SeenAt: { } seenAt }
        && !MayStop(conduct)
        && now.SurelySince(seenAt) > limits.SilenceMax;

    // "Three consecutive failures" end the polling as a final event does, whoever made them fail; also where the
    // profile's document would try once more: nobody is blamed for doing as another one says.
    private static bool MayStop(PollHistory conduct) =>
        conduct.HasLeft || conduct.SawFinal || conduct.FailuresInRow >= FindingLimits.PollFailuresThatExcuse;

    private static PollHistory Begin(PollHistory conduct, SessionBegan e) =>
        new() { IsInSession = true, HeldCount = conduct.HeldCount, SeenAt = e.At };

    private static FindingKind? Judge(PollHistory conduct, PollBegan e, FindingLimits limits) =>
        conduct.SawFinal ? FindingKind.PolledAfterFinalEvent
        : conduct.FailuresInRow >= limits.PollFailuresInRowMax && !HasRenewed(conduct, e.Tokens)
            ? FindingKind.WentOnAfterFailures
        : null;

    private static FindingKind? Judge(PollHistory conduct, PollSucceeded e, FindingLimits limits) =>
        e.IsSuperseded ? FindingKind.OverlappingPolls
        : e.OldestEventAt is { } eventAt && conduct.SeenAt is { } seenAt
            && e.BeganAt.SurelySince(seenAt with { Space = eventAt }) > limits.SilenceMax
            ? FindingKind.EventWaited
        : null;

    private static PollHistory Succeed(PollHistory conduct, PollSucceeded e) => conduct with
    {
        HeldCount = conduct.HeldCount - 1,
        FailuresInRow = 0,
        RefusedWith = null,
        HangUpsInRow = 0,
        SeenAt = e.At,
        SawFinal = conduct.SawFinal || e.IsFinal,
        IsInSession = conduct.IsInSession && !e.IsFinal,
    };

    // Chapter 6 tells what to do about tokens: whoever comes with new ones is not going on with what failed.
    private static PollHistory Fail(PollHistory conduct, PollFailed e) => conduct with
    {
        HeldCount = conduct.HeldCount - 1,
        FailuresInRow = e.RefusedWith is { } tokens && HasRenewed(conduct, tokens) ? 1 : conduct.FailuresInRow + 1,
        RefusedWith = e.RefusedWith,
        SeenAt = e.At,
    };

    private static bool HasRenewed(PollHistory conduct, TokenPair tokens) =>
        conduct.RefusedWith is { } refused && refused != tokens;

    private static (PollHistory, FindingKind?) HangUp(PollHistory conduct, PollHungUp e)
    {
        var isEarly = e.IsOwnDoing && !conduct.HasLeft && e.At.Real - e.BeganAt.Real < e.Hold;
        var inRow = isEarly ? conduct.HangUpsInRow + 1 : 0;
        return (
            conduct with { HeldCount = conduct.HeldCount - 1, HangUpsInRow = inRow, SeenAt = e.At },
            inRow > FindingLimits.HangUpsInRowMax ? FindingKind.TimeoutShorterThanHold : null);
    }
}
