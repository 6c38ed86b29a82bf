using CecSim.Telephony.Calling.Media;
using CecSim.Telephony.Sip;
using CecSim.Telephony.Sip.Calls;

namespace CecSim.Telephony.Calling.Signalling;

/// <summary>
/// The SIP of one placed call, over its own WebSocket: INVITE, CANCEL, BYE, and the answers to what the gateway wants.
/// A reliable transport repeats nothing, so there are no transactions with timers: only the plan's limits.
/// </summary>
internal sealed class CallerSignalling : IAsyncDisposable
{
    private readonly CallerSocket _socket;
    private readonly CallerDialog _dialog;
    private readonly CallPlan _plan;
    private readonly CallSteps _steps;
    private readonly CallerMedia _media;
    private readonly CancellationTokenSource _stops = new();
    private readonly TaskCompletionSource<SipResponse?> _final = Awaited<SipResponse?>();
    private readonly TaskCompletionSource<SipResponse?> _goodbye = Awaited<SipResponse?>();
    private readonly TaskCompletionSource<CallEnding> _ended = Awaited<CallEnding>();
    private readonly Task _loop;
    private TimeSpan _invitedAt;
    private SipRequest? _acknowledgement;
    private uint? _offeredIn;
    private volatile bool _isProvisional;
    private volatile bool _hasRung;

    /// <param name="media">Answers later offers, and makes them.</param>
    public CallerSignalling(CallerSocket socket, CallPlan plan, CallSteps steps, CallerMedia media)
    {
        _socket = socket;
        _plan = plan;
        _steps = steps;
        _media = media;
        _dialog = new CallerDialog(plan);
        _loop = ReceiveAsync();
    }

    /// <summary>The gateway hung up, or the socket is gone.</summary>
    public Task<CallEnding> Ended => _ended.Task;

    /// <summary>Calls, and takes the call back when nobody answers in time or the caller no longer wants it.</summary>
    public async Task<InviteOutcome> InviteAsync(string offer, CancellationToken ends)
    {
        _invitedAt = _steps.Now;
        SipResponse? final;
        try
        {
            // Whoever changes their mind while it is sent has called all the same: a socket told so would break.
            await _socket.SendAsync(_dialog.Invite(offer), _stops.Token).WaitAsync(ends).ConfigureAwait(false);
            final = await _final.Task.WaitAsync(_plan.Limits.Answer, _steps.Clock, ends).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            var failure = new CallFailure.NotAnswered(_plan.Limits.Answer, _hasRung);
            _steps.Tell(CallStepKind.Invite, _invitedAt, isDone: false, failure.Text);
            await TakeBackAsync().ConfigureAwait(false);
            return new InviteOutcome.Failed(failure);
        }
        catch (OperationCanceledException)
        {
            await TakeBackAsync().ConfigureAwait(false);
            throw;
        }

        if (final is null)
        {
            var ending = await Ended.ConfigureAwait(false);
            _steps.Tell(CallStepKind.Invite, _invitedAt, isDone: false, $"{ending}");
            return new InviteOutcome.Failed(new CallFailure.Ended(ending));
        }

        _steps.Tell(CallStepKind.Invite, _invitedAt, final.IsSuccess, $"{final.Status} {final.Reason}");
        await AcknowledgeAsync(final).ConfigureAwait(false);
        return final.IsSuccess
            ? new InviteOutcome.Answered(final.BodyText)
            : new InviteOutcome.Failed(new CallFailure.Refused(final.Status, final.Reason));
    }

    /// <summary>Hangs up, and waits for the answer as long as the plan has it.</summary>
    /// <param name="reason">What is wrong with the call; null for nothing.</param>
    public async Task SayGoodbyeAsync(string? reason = null)
    {
        if (Ended.IsCompleted)
        {
            return;
        }

        var beganAt = _steps.Now;
        using var limit = new CancellationTokenSource(_plan.Limits.Goodbye, _steps.Clock);
        try
        {
            await _socket.SendAsync(_dialog.Bye(reason), limit.Token).ConfigureAwait(false);
            var answer = await _goodbye.Task.WaitAsync(limit.Token).ConfigureAwait(false);
            var said = answer is null ? "the WebSocket closed" : $"{answer.Status} {answer.Reason}";
            _steps.Tell(CallStepKind.Goodbye, beganAt, answer?.IsSuccess == true, $"BYE: {said}");
        }
        catch (OperationCanceledException)
        {
            _steps.Tell(CallStepKind.Goodbye, beganAt, isDone: false, "BYE: no answer");
        }
    }

    public async ValueTask DisposeAsync()
    {
        using var limit = new CancellationTokenSource(_plan.Limits.Goodbye, _steps.Clock);
        await _socket.CloseAsync(limit.Token).ConfigureAwait(false);
        await _stops.CancelAsync().ConfigureAwait(false);
        await _loop.ConfigureAwait(false);
        await _socket.DisposeAsync().ConfigureAwait(false);
        _stops.Dispose();
    }

    private static TaskCompletionSource<T> Awaited<T>() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    // RFC 3261 section 9.1: nothing may be taken back before the other side has shown that it heard. The answer may
    // cross the CANCEL, and is hung up then.
    private async Task TakeBackAsync()
    {
        if (!_isProvisional)
        {
            return;
        }

        var beganAt = _steps.Now;
        using var limit = new CancellationTokenSource(_plan.Limits.Goodbye, _steps.Clock);
        try
        {
            await _socket.SendAsync(_dialog.Cancel(), limit.Token).ConfigureAwait(false);
            if (await _final.Task.WaitAsync(limit.Token).ConfigureAwait(false) is { } final)
            {
                _steps.Tell(CallStepKind.Goodbye, beganAt, isDone: true, $"CANCEL: {final.Status} {final.Reason}");
                await AcknowledgeAsync(final).ConfigureAwait(false);
                await (final.IsSuccess ? SayGoodbyeAsync() : Task.CompletedTask).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            _steps.Tell(CallStepKind.Goodbye, beganAt, isDone: false, "CANCEL: no answer");
        }
    }

    private async Task AcknowledgeAsync(SipResponse final)
    {
        if (final.IsSuccess)
        {
            _dialog.Establish(final);
        }

        _acknowledgement = final.IsSuccess ? _dialog.Acknowledge() : _dialog.AcknowledgeRefusal(final);
        await _socket.SendAsync(_acknowledgement, _stops.Token).ConfigureAwait(false);
    }

    private async Task ReceiveAsync()
    {
        try
        {
            while (await _socket.ReceiveAsync(_stops.Token).ConfigureAwait(false) is { } message)
            {
                await TakeAsync(SipReader.Read(message.ToArray())).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // Stopped while it answered.
        }

        End(new CallEnding.SocketLost());
    }

    private async Task TakeAsync(SipParseResult reading)
    {
        switch (reading)
        {
            case SipParseResult.Sound { Message: SipResponse response } when response.CallId == _dialog.CallId:
                await TakeAsync(response).ConfigureAwait(false);
                break;
            case SipParseResult.Sound { Message: SipRequest { Method: SipMethods.Ack } ack }:
                await TakeAcknowledgementAsync(ack).ConfigureAwait(false);
                break;
            case SipParseResult.Sound { Message: SipRequest request }:
                await TakeAsync(request).ConfigureAwait(false);
                break;
            case SipParseResult.Malformed malformed:
                await _socket.SendAsync(
                    malformed.Request.Answer(malformed.Fault.Status, malformed.Fault.Reason), _stops.Token)
                    .ConfigureAwait(false);
                break;
            default:
                break;
        }
    }

    private async Task TakeAsync(SipResponse response)
    {
        if (response.SequenceMethod == SipMethods.Bye && response.IsFinal)
        {
            _goodbye.TrySetResult(response);
        }
        else if (response.SequenceMethod == SipMethods.Invite && !response.IsFinal)
        {
            _isProvisional = true;
            if (response.Status >= 180 && !_hasRung)
            {
                _hasRung = true;
                _steps.Tell(CallStepKind.Ring, _invitedAt, isDone: true, $"{response.Status} {response.Reason}");
            }
        }
        else if (response.SequenceMethod == SipMethods.Invite && !_final.TrySetResult(response)
            && _acknowledgement is { } acknowledgement)
        {
            // It did not hear that it was heard: section 13.2.2.4.
            await _socket.SendAsync(acknowledgement, _stops.Token).ConfigureAwait(false);
        }
    }

    private async Task TakeAsync(SipRequest request)
    {
        var answer = request.CallId == _dialog.CallId
            ? CallerAnswers.To(request, _dialog, Reoffer).WithWarning()
            : request.Answer(481);
        _offeredIn = request.Method == SipMethods.Invite && answer.IsSuccess && request.Body.IsEmpty
            ? request.Sequence
            : _offeredIn;
        await _socket.SendAsync(answer, _stops.Token).ConfigureAwait(false);
        if (request.Method == SipMethods.Bye && answer.IsSuccess)
        {
            var reason = request.Headers["Reason"];
            _steps.Tell(CallStepKind.Goodbye, _steps.Now, isDone: true, "BYE of the gateway");
            End(new CallEnding.HungUpByGateway(reason));
        }
    }

    // The answer to an offer that the gateway had asked for: RFC 3261 section 14.2. Whoever waits for the end hangs up.
    private async Task TakeAcknowledgementAsync(SipRequest ack)
    {
        if (ack.CallId != _dialog.CallId || ack.Sequence != _offeredIn)
        {
            return;
        }

        _offeredIn = null;
        if ((SdpBody.FaultOfAnswer(ack) ?? _media.TakeAnswer(ack.BodyText)) is { } complaint)
        {
            _steps.Tell(CallStepKind.Reoffer, _steps.Now, isDone: false, complaint);
            await _socket.SendAsync(_dialog.Bye(complaint), _stops.Token).ConfigureAwait(false);
            End(new CallEnding.AnswerUnusable(complaint));
        }
    }

    private InviteDecision Reoffer(string sdp)
    {
        var beganAt = _steps.Now;
        var decision = _media.Reoffer(sdp);
        var (isDone, said) = decision is InviteDecision.Refuse refusal
            ? (false, $"refused: {refusal.Why}")
            : (true, sdp.Length == 0 ? "offered" : "answered");
        _steps.Tell(CallStepKind.Reoffer, beganAt, isDone, said);
        return decision;
    }

    private void End(CallEnding ending)
    {
        _ended.TrySetResult(ending);
        _final.TrySetResult(null);
        _goodbye.TrySetResult(null);
    }
}
