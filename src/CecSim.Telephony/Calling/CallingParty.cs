using System.Collections.Concurrent;
using System.Net.Http;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Security.Authentication;
using CecSim.Telephony.Calling.Media;
using CecSim.Telephony.Calling.Signalling;
using CecSim.Telephony.Media;
using CecSim.Telephony.WebRtc;

namespace CecSim.Telephony.Calling;

/// <summary>
/// Places calls at a WebRTC gateway as a browser does: SIP over WebSocket, ICE, DTLS, SRTP, RTP. It hears without
/// decoding, so that one process carries hundreds of calls: one certificate and one timer for all of them, no thread
/// for any.
/// </summary>
public sealed class CallingParty : IAsyncDisposable
{
    private readonly ConcurrentDictionary<CallerMedia, byte> _calls = new();
    private readonly DtlsIdentity _identity;
    private readonly TelephonyMeter _meter;
    private readonly Ticker _ticker;
    private readonly HttpMessageInvoker? _http;
    private readonly TimeProvider _clock;
    private readonly RtcInputs _inputs;
    private readonly Guard _guard;

    /// <param name="clock">Media take real time: the system's own, or what a test moves.</param>
    /// <param name="http">Opens the WebSockets, with whatever trust it has; null for the system's usual way.</param>
    /// <param name="guard">Where its loops and its timer run; null for one that writes to standard error.</param>
    public CallingParty(TimeProvider clock, HttpMessageInvoker? http = null, Guard? guard = null)
    {
        _clock = clock;
        _inputs = new RtcInputs(clock, RandomSource.Secure);
        _guard = guard ?? new Guard(new WriterLog(Console.Error));
        _http = http;
        _identity = _inputs.Random.NewIdentity(clock);
        _meter = new TelephonyMeter(scope: this);
        _ticker = new Ticker(Tick, () => _calls.IsEmpty, clock, _guard);
    }

    /// <summary>Calls that are being placed or go on.</summary>
    public int CallsCount => _calls.Count;

    /// <summary>Calls until media can flow, or until the plan's limits say that they will not.</summary>
    /// <exception cref="OperationCanceledException">Not wanted any more; the call has been taken back.</exception>
    /// <exception cref="ArgumentException">The plan has no codec, an unrecorded one, or no WebSocket.</exception>
    public async Task<CallAttempt> CallAsync(CallPlan plan, CancellationToken cancellationToken)
    {
        CallRules.Demand(plan);
        if (CallerDialog.Complaint(plan) is { } address)
        {
            return new CallAttempt.Failed(new CallFailure.NoAddress(address));
        }

        var steps = new CallSteps(plan, _clock);
        CallerSocket socket;
        IPAddress local;
        try
        {
            (socket, local) = await OpenAsync(plan, steps, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is WebSocketException or SocketException or HttpRequestException
            || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            var failure = NotOpened(plan, e);
            steps.Tell(CallStepKind.Open, default, isDone: false, failure.Detail);
            return new CallAttempt.Failed(failure);
        }

        var port = new UdpEndpoint(new IPEndPoint(local, 0));
        var media = new CallerMedia(plan, port, _identity, _inputs, _meter);
        port.Start(media.Receive, _guard, _ => media.Close());
        var signalling = new CallerSignalling(socket, plan, steps, media);
        return await new CallSetUp(plan, steps, signalling, media, Keep, Forget, _guard)
            .RunAsync(cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>Whoever placed calls has ended them before.</summary>
    public async ValueTask DisposeAsync()
    {
        await _ticker.DisposeAsync().ConfigureAwait(false);
        _identity.Dispose();
        _meter.Dispose();
    }

    private async Task<(CallerSocket Socket, IPAddress Local)> OpenAsync(
        CallPlan plan, CallSteps steps, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(plan.Limits.Open, _clock);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var local = await LocalAddress.TowardsAsync(plan.Gateway, ends.Token).ConfigureAwait(false);
        var socket = await CallerSocket.OpenAsync(plan.Gateway, _http, ends.Token).ConfigureAwait(false);
        steps.Tell(CallStepKind.Open, default, isDone: true, $"{plan.Gateway}");
        return (socket, local);
    }

    private static CallFailure.NotOpened NotOpened(CallPlan plan, Exception e) => new(
        plan.Gateway,
        IsNotTrusted: e.GetBaseException() is AuthenticationException,
        e is OperationCanceledException
            ? $"nothing within {plan.Limits.Open.TotalSeconds:0.#} s"
            : e.GetBaseException().Message);

    private void Keep(CallerMedia media)
    {
        _calls.TryAdd(media, 0);
        _ticker.Wake();
    }

    private void Forget(CallerMedia media) => _calls.TryRemove(media, out _);

    private void Tick()
    {
        foreach (var (media, _) in _calls)
        {
            _guard.Run("media timer of a placed call", media.Tick, _ => media.Close());
        }
    }
}
