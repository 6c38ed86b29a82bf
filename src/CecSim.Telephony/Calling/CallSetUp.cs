using CecSim.Telephony.Calling.Media;
using CecSim.Telephony.Calling.Signalling;

namespace CecSim.Telephony.Calling;

/// <summary>One call from its INVITE to its media, each step with its limit; what fails is taken back.</summary>
internal sealed class CallSetUp(
    CallPlan plan,
    CallSteps steps,
    CallerSignalling signalling,
    CallerMedia media,
    Action<CallerMedia> keep,
    Action<CallerMedia> forget,
    Guard guard)
{
    /// <summary>How much later than the BYE the alert may come that says why.</summary>
    private static readonly TimeSpan AlertMax = TimeSpan.FromMilliseconds(500);

    private readonly CallTimes _times = new();
    private readonly TimeSpan _beganAt = steps.Now;
    private bool _isAnswered;

    public async Task<CallAttempt> RunAsync(CancellationToken ends)
    {
        keep(media);
        CallFailure? failure;
        try
        {
            failure = await InviteAsync(ends).ConfigureAwait(false)
                ?? await FindPathAsync(ends).ConfigureAwait(false)
                ?? await SecureAsync(ends).ConfigureAwait(false);
        }
        catch
        {
            await TakeBackAsync(reason: null).ConfigureAwait(false);
            throw;
        }

        if (failure is not null)
        {
            await TakeBackAsync(failure.Text).ConfigureAwait(false);
            return new CallAttempt.Failed(failure);
        }

        var connectedAt = steps.Now;
        guard.Start("first packet of a placed call", () => TellFirstPacketAsync(connectedAt));
        return new CallAttempt.Connected(new PlacedCall(signalling, media, plan, _times, forget, steps.Clock));
    }

    private async Task<CallFailure?> InviteAsync(CancellationToken ends)
    {
        var outcome = await signalling.InviteAsync(media.WriteOffer(), ends).ConfigureAwait(false);
        _times.AnsweredAfter = steps.Now - _beganAt;
        if (outcome is not InviteOutcome.Answered answered)
        {
            return ((InviteOutcome.Failed)outcome).Failure;
        }

        _isAnswered = true;
        return media.Begin(answered.Sdp) is { } complaint ? new CallFailure.BadAnswer(complaint) : null;
    }

    private async Task<CallFailure?> FindPathAsync(CancellationToken ends)
    {
        var beganAt = steps.Now;
        if (await ReachedAsync(media.Milestones.Found, plan.Limits.Path, ends).ConfigureAwait(false))
        {
            var report = media.Report();
            steps.Tell(CallStepKind.Path, beganAt, isDone: true, $"{report.Local} to {report.Remote}");
            return null;
        }

        var failure = await EarlyEndAsync(ends).ConfigureAwait(false)
            ?? new CallFailure.NoPath(media.Candidates, plan.Limits.Path, media.WhyNoPath());
        steps.Tell(CallStepKind.Path, beganAt, isDone: false, failure.Text);
        return failure;
    }

    private async Task<CallFailure?> SecureAsync(CancellationToken ends)
    {
        var beganAt = steps.Now;
        var isDone = await ReachedAsync(media.Milestones.Secured, plan.Limits.Handshake, ends).ConfigureAwait(false);
        _times.SetUp = steps.Now - _beganAt;
        if (isDone)
        {
            steps.Tell(CallStepKind.Handshake, beganAt, isDone: true, $"{media.Report().Profile}");
            return null;
        }

        var failure = await EarlyEndAsync(ends).ConfigureAwait(false)
            ?? new CallFailure.NoHandshake(
                media.Report().DtlsReason ?? $"it had no end within {plan.Limits.Handshake.TotalSeconds:0.#} s");
        steps.Tell(CallStepKind.Handshake, beganAt, isDone: false, failure.Text);
        return failure;
    }

    /// <returns>Null while the call goes on.</returns>
    private async Task<CallFailure?> EarlyEndAsync(CancellationToken ends)
    {
        if (!signalling.Ended.IsCompletedSuccessfully)
        {
            return null;
        }

        // The gateway may hang up for what went wrong in the handshake, which says more, and its BYE be faster, even
        // than the word that there is a path.
        await Task.WhenAny(media.Milestones.Ended, Task.Delay(AlertMax, steps.Clock, ends)).ConfigureAwait(false);
        return media.Report().DtlsReason is { } reason
            ? new CallFailure.NoHandshake(reason)
            : new CallFailure.Ended(signalling.Ended.Result);
    }

    /// <summary>False when the time is up, or when the call ended before.</summary>
    private async Task<bool> ReachedAsync(
        TaskCompletionSource<bool> milestone, TimeSpan limit, CancellationToken ends)
    {
        using var timer = new CancellationTokenSource(limit, steps.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, ends);
        try
        {
            var first = await Task.WhenAny(milestone.Task, signalling.Ended).WaitAsync(either.Token)
                .ConfigureAwait(false);
            return first == milestone.Task && await milestone.Task.ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!ends.IsCancellationRequested)
        {
            return false;
        }
    }

    private async Task TellFirstPacketAsync(TimeSpan beganAt)
    {
        if (await media.Milestones.Heard.Task.ConfigureAwait(false))
        {
            _times.FirstPacketAfter = steps.Now - _beganAt;
            steps.Tell(CallStepKind.FirstPacket, beganAt, isDone: true, string.Join(
                ", ", media.Report().Lines.Where(l => l.PacketsIn > 0).Select(l => $"{l.Codec}")));
        }
    }

    private async Task TakeBackAsync(string? reason)
    {
        forget(media);
        if (_isAnswered)
        {
            await signalling.SayGoodbyeAsync(reason).ConfigureAwait(false);
        }

        await signalling.DisposeAsync().ConfigureAwait(false);
        await media.DisposeAsync().ConfigureAwait(false);
    }
}
