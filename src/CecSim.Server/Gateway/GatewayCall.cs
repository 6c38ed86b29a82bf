using System.Collections.Concurrent;
using System.Diagnostics;
using System.Threading.Channels;
using CecSim.Guarding;
using CecSim.Server.Phones;
using CecSim.Server.Snapshots;
using CecSim.Simulation.Calls;
using CecSim.Simulation.Findings;
using CecSim.Simulation.Ivr;
using CecSim.Simulation.Phones;
using CecSim.Simulation.Scripts;
using CecSim.Simulation.SpaceEvents;
using CecSim.Telephony.Capture;
using CecSim.Telephony.Media;
using CecSim.Telephony.Media.Recording;
using CecSim.Telephony.Sip;
using CecSim.Telephony.WebRtc.Sdp;
using CecSim.Telephony.WebRtc.Transport;
using EnumWords = CecSim.Control.Contracts.EnumWords;

namespace CecSim.Server.Gateway;

/// <summary>
/// One call of a browser or a customer's phone: its signalling, its media, and the simulated call that both belong to.
/// </summary>
internal sealed partial class GatewayCall(
    Space space, SipCall sip, MediaCall media, Announcer announcer, TimeProvider clock, Guard guard) : IMediaLeg
{
    private const int NewsMax = 100;

    private readonly ConcurrentQueue<MediaMoment> _moments = new();

    private readonly Channel<MediaEvent> _mediaEvents = Channel.CreateBounded<MediaEvent>(
        new BoundedChannelOptions(NewsMax) { FullMode = BoundedChannelFullMode.DropOldest });

    private readonly Channel<CallSignal> _signals = Channel.CreateBounded<CallSignal>(
        new BoundedChannelOptions(NewsMax) { FullMode = BoundedChannelFullMode.DropOldest });

    private readonly Channel<DesiredLegState> _wishes = Channel.CreateBounded<DesiredLegState>(
        new BoundedChannelOptions(NewsMax) { FullMode = BoundedChannelFullMode.DropOldest });

    private readonly Lock _wishGate = new();
    private SipCall? _sip = sip;
    private MediaCall? _media = media;
    private MediaReport? _last;
    private MediaEnding? _ending;
    private bool _isHeld;
    private bool _isLeaving;
    private DesiredLegState _wish;

    public Space Space => space;

    /// <summary>That of the simulated call; empty before it is joined.</summary>
    public string AccessCode { get; private set; } = "";

    /// <summary>Who calls has dialled a number, and hears music for as long as nobody answers.</summary>
    public bool IsDialled { get; init; }

    /// <summary>The span of its media; null when nobody traces.</summary>
    public Activity? Trace { get; set; }

    /// <summary>The click-to-call that it belongs to; 0 before it is joined.</summary>
    public long CallId { get; private set; }

    /// <summary>What is written down of it; null for nothing.</summary>
    public CallRecording? Recording { get; init; }

    /// <summary>Its packets; null where none are kept.</summary>
    public PacketCapture? Capture { get; } = media.Capture;

    /// <summary>What the customer does, until the call is over. Of more than is read the oldest go.</summary>
    public ChannelReader<MediaEvent> MediaEvents => _mediaEvents.Reader;

    /// <summary>What became of its media, the last of it only where it is much.</summary>
    public IReadOnlyList<MediaMoment> Moments => [.. _moments];

    // SIP and media have locks of their own and may call back, so nothing of this happens under the space's lock.
    void IMediaLeg.CallEnded() => guard.Queue("end of a call's media", () => HangUp("the call is over"), Fail);

    void IMediaLeg.Joins(long callId, string accessCode)
    {
        (CallId, AccessCode) = (callId, accessCode);
        Recording?.Name = $"{FileNames.Safe(space.Settings.Name)}-{callId}";
    }

    void IMediaLeg.AgentHolds(bool isHolding) => Want(w => w with { IsHeld = isHolding });

    void IMediaLeg.AgentMutes(bool isMuted) => Want(w => w with { IsMuted = isMuted });

    void IMediaLeg.SetAgentPresent(bool isThere)
    {
        var plays = IsDialled || space.Settings.GatewayAnswers != GatewayAnswer.AtOnce;

        // A flow is to be heard, and no echo behind it.
        Want(w => w with { Waits = !isThere && (plays || w.Tones.Waiting is Sound.Tone) });
    }

    void IMediaLeg.SetAgentPhone(IPhoneLeg? phone) => Want(w => w with { Phone = phone as PhoneLeg });

    void IMediaLeg.SetTones(LegTones tones) => Want(w => w with { Tones = tones });

    void IMediaLeg.Say(IReadOnlyList<Sound> sounds) => Want(w => w with { Said = sounds });

    void IMediaLeg.Answer()
    {
    }

    void IMediaLeg.SetAside(bool isAside) => Want(w => w with { IsAside = isAside });

    void IMediaLeg.Confer(IReadOnlyList<ConferencePhone> others) => Want(w => w with { Others = others });

    void IMediaLeg.ConnectionDrops() => guard.Queue("drop of a call's connection", Drop, Fail);

    /// <summary>Listens to the media. Only once they have been joined: their end is the call's.</summary>
    public void Begin(InvitePlan plan)
    {
        guard.Start("signals of a call's media", RaiseAsync, Fail);
        guard.Start("wishes of a call's agent", ComplyAsync, Fail);
        if (_media is { } live)
        {
            live.Connected += _ => Tell(new MediaEvent.Connected());
            live.DigitHeard += (_, key) => Press(key.ToString());
            live.Ended += (_, end) => LoseMedia(end, plan.Trouble is not null);
        }

        plan.Begin(space, AccessCode, this);
    }

    /// <summary>How its media stand, or stood at their end.</summary>
    public MediaReport Report() => _media?.Report() ?? _last!;

    /// <summary>Answers a later offer, or makes one where there is none. A refusal changes nothing.</summary>
    public InviteDecision Reoffer(string sdp) => LaterOffer.Answer(_media, sdp, NoteHold);

    /// <summary>Takes the answer to an offer that the caller had asked for.</summary>
    /// <returns>What is wrong with it; null when it is in order.</returns>
    public string? TakeAnswer(string sdp) => LaterOffer.TakeAnswer(_media, sdp, NoteHold);

    /// <summary>Keys came in an INFO.</summary>
    public void PressByInfo(string keys)
    {
        _media?.NoteDigits(keys);
        Press(keys);
        _wish.Phone?.Media?.SendDigits(keys);
    }

    private void Press(string keys) => Tell(new MediaEvent.Pressed(keys));

    /// <summary>The customer's side is gone.</summary>
    public void Leave(MediaEnding ending)
    {
        // Each side ends the other, often at once: what came first is what happened.
        _ending ??= ending;
        if (_media is not { } live || Interlocked.Exchange(ref _isLeaving, true))
        {
            return;
        }

        live.Close();
        _last = live.Report();

        // The space remembers the call for long, and need not remember its buffers.
        (_media, _sip) = (null, null);
        _mediaEvents.Writer.TryComplete();
        _signals.Writer.TryComplete();
        _wishes.Writer.TryComplete();
        Trace?.Dispose();
        space.Commands.AddLeave(AccessCode, _ending.Value);
        Note($"over: {EnumWords.Of(_ending.Value)}");
        TellSubscribers(now => new MediaEnded(now, CallId, _last, Recording?.Report()));
        space.Media.Leave(AccessCode, this, _ending.Value);
    }

    // The signalling lets one offer at a time through.
    private void NoteHold(MediaCall live)
    {
        if (live.IsHeldByPeer != _isHeld)
        {
            _isHeld = !_isHeld;
            Tell(_isHeld ? new MediaEvent.Held() : new MediaEvent.Resumed());
            Want(w => w with { IsHeldByCustomer = _isHeld });
        }
    }

    private void Tell(MediaEvent happened)
    {
        _mediaEvents.Writer.TryWrite(happened);
        Note(happened is MediaEvent.Pressed { Keys: var keys } ? $"keys {keys}" : EnumWords.Of(happened.Kind));
        TellSubscribers(now => new MediaMoved(now, CallId, happened));
        Trace?.AddEvent(new ActivityEvent(EnumWords.Of(happened.Kind)));
        if (SignalOf(happened) is { } signal)
        {
            _signals.Writer.TryWrite(signal);
        }
    }

    private void Note(string what)
    {
        _moments.Enqueue(new MediaMoment(clock.GetTimestamp(), what));
        if (_moments.Count > NewsMax)
        {
            _moments.TryDequeue(out _);
        }
    }

    private void TellSubscribers(Func<DateTimeOffset, SpaceEvent> item)
    {
        if (space.Events.HasSubscriber)
        {
            space.Events.Publish(item(space.Time.ReadNow()));
        }
    }

    private static CallSignal? SignalOf(MediaEvent happened) => happened switch
    {
        MediaEvent.Connected => new CallSignal.MediaConnected(),
        MediaEvent.Pressed pressed => new CallSignal.Dtmf(pressed.Keys),
        MediaEvent.Held => new CallSignal.Hold(),
        _ => null,
    };

    // One after the other, and never under the locks of SIP and media.
    private async Task RaiseAsync()
    {
        await foreach (var signal in _signals.Reader.ReadAllAsync())
        {
            space.Commands.AddSignal(AccessCode, signal);
            space.Media.Raise(AccessCode, this, signal);
        }
    }

    /// <summary>Media stopped by themselves, as a browser's do that was closed without a BYE.</summary>
    private void LoseMedia(TransportEnd end, bool isOnPurpose)
    {
        if (end is TransportEnd.NeverConnected or TransportEnd.NeverSecured && !isOnPurpose)
        {
            space.Monitor.Note(
                FindingKind.MediaNeverConnected,
                space.Media.UserOf(AccessCode)?.UserId,
                entry: null,
                $"call {CallId}: {MediaEndings.WhyOf(end)}");
        }

        _ending ??= MediaEndings.Of(end);
        HangUp(_media?.Failure?.Why ?? MediaEndings.WhyOf(end) ?? "no media");
        Leave(MediaEndings.Of(end));
    }

    private void HangUp(string reason)
    {
        _sip?.HangUp(reason);
        _media?.Close();
    }

    // Its end is the end of the simulated call's media too, as when a browser is gone.
    private void Fail(Failure why)
    {
        try
        {
            HangUp(why.Why);
        }
        finally
        {
            Leave(MediaEndings.Of(TransportEnd.Closed));
        }
    }

    private void Drop() => _sip?.Flow.Drop();
}

/// <summary>Something that became of a call's media.</summary>
/// <param name="Timestamp">When, as the server's <see cref="TimeProvider"/> counts.</param>
internal readonly record struct MediaMoment(long Timestamp, string What);
