using CecSim.Guarding;
using CecSim.Server.Gateway;
using CecSim.Simulation.Agents;
using CecSim.Simulation.Phones;
using CecSim.Telephony.Capture;
using CecSim.Telephony.Media;
using CecSim.Telephony.Sip;
using CecSim.Telephony.WebRtc.Sdp;
using CecSim.Telephony.WebRtc.Transport;

namespace CecSim.Server.Phones;

/// <summary>An agent's phone in one call: called at all of its contacts, or dialling itself.</summary>
internal sealed partial class PhoneLeg : IPhoneLeg, ISipInvitationEvents
{
    private const int NotAcceptableHere = 488;
    private const int NotAcceptable = 606;

    private readonly Lock _gate = new();
    private readonly AgentLine _line;
    private readonly AgentCall? _ringing;
    private readonly InvitePlan _plan;
    private CancellationTokenSource? _pause;
    private readonly Dictionary<InvitedContact, MediaCall> _offers = [];
    private SipInvitation? _invitation;
    private SipCall? _sip;
    private MediaCall? _media;
    private MediaCall? _early;
    private MediaReport? _last;
    private string? _overBecause;

    // What the space has it do, one behind the other: the NOTIFY of a transfer goes before the BYE.
    private Task _queued = Task.CompletedTask;
    private bool _holds;
    private bool _isToShowHold;
    private bool _showsHold;
    private bool _isShowing;

    /// <summary>Of a phone that is to be called.</summary>
    public PhoneLeg(AgentLine line, AgentCall ringing, InvitePlan plan) =>
        (_line, _ringing, _plan) = (line, ringing, plan);

    /// <summary>Of a phone that dials.</summary>
    public PhoneLeg(AgentLine line, SipCall sip, MediaCall media)
    {
        _line = line;
        _sip = sip;
        _plan = new InvitePlan();
        Take(media);
    }

    public AgentLine Line => _line;

    /// <summary>Null before it is picked up, and once it is over.</summary>
    public MediaCall? Media
    {
        get
        {
            lock (_gate)
            {
                return _overBecause is null ? _media : null;
            }
        }
    }

    /// <summary>Its packets; null before it is picked up, and where none are kept.</summary>
    public PacketCapture? Capture { get; private set; }

    /// <summary>How its media stand, or stood at their end; null before it is picked up.</summary>
    public MediaReport? Report()
    {
        lock (_gate)
        {
            return _last ?? _media?.Report();
        }
    }

    /// <summary>What is heard of it, even before it is picked up; null for nothing.</summary>
    public MediaCall? HeardMedia
    {
        get
        {
            lock (_gate)
            {
                return _overBecause is null ? _media ?? _early : null;
            }
        }
    }

    void IPhoneLeg.HangUp(string reason)
    {
        _peer = null;
        Queue(() => Close(reason));
        _line.LastHangUp = _queued;
    }

    /// <summary>The other end has put the call on hold, or comes back: the phone shows it.</summary>
    public void ShowHold(bool isHeld)
    {
        lock (_gate)
        {
            _isToShowHold = isHeld;
            if (_isShowing || _isToShowHold == _showsHold)
            {
                return;
            }

            _isShowing = true;
        }

        _line.Begin(OfferHoldAsync, Fail);
    }

    // One offer at a time, and the last that is wanted is the last that is made.
    private async Task OfferHoldAsync()
    {
        while (NextHold() is { } next && Media is { } live && _sip is { } dialog)
        {
            var offer = live.WriteOffer(next ? MediaDirection.SendOnly : MediaDirection.SendReceive);
            if (await dialog.ReinviteAsync(offer) is { IsAccepted: true, Sdp: { } answer })
            {
                live.TakeAnswer(answer);
            }
        }
    }

    /// <returns>Null when the phone shows what it is to show.</returns>
    private bool? NextHold()
    {
        lock (_gate)
        {
            _isShowing = _isToShowHold != _showsHold;
            _showsHold = _isToShowHold;
            return _isShowing ? _showsHold : null;
        }
    }

    /// <summary>Answers a later offer of the phone. A refusal changes nothing.</summary>
    public InviteDecision Reoffer(string sdp) => LaterOffer.Answer(Media, sdp, NoteHold);

    public string? TakeAnswer(string sdp) => LaterOffer.TakeAnswer(Media, sdp, NoteHold);

    /// <summary>Keys came in an INFO: the customer's side gets them with its media.</summary>
    public void Press(string digits)
    {
        Media?.NoteDigits(digits);
        Customer?.SendDigits(digits);
    }

    /// <summary>Its signalling is over: the phone has hung up, or is gone.</summary>
    public void Leave()
    {
        Close("the phone has left");
        _line.Space.Phones.HangsUp(this);
    }

    public void Fail(Failure why)
    {
        Close(why.Why);
        _line.Space.Phones.Fails(this, 500);
    }

    // Under the space's lock.
    private void Queue(Action work) => _queued = _line.DoBehindAsync(_queued, work, Fail);

    private bool Take(MediaCall media)
    {
        lock (_gate)
        {
            if (_overBecause is not null)
            {
                return false;
            }

            _media = media;
            Capture = media.Capture;
            _offers.Clear();
            media.Ended += LoseMedia;
            Play();
            return true;
        }
    }

    private void LoseMedia(MediaCall media, TransportEnd end)
    {
        if (end is not TransportEnd.Closed)
        {
            Close(MediaEndings.WhyOf(end) ?? "no media");
            _line.Space.Phones.HangsUp(this);
        }
    }

    private void NoteHold(MediaCall live)
    {
        if (live.IsHeldByPeer != _holds)
        {
            _holds = !_holds;
            _line.Space.Phones.Holds(this, _holds);
        }
    }

    private void Close(string reason)
    {
        SipInvitation? invitation;
        SipCall? sip;
        MediaCall? media;
        lock (_gate)
        {
            if (_overBecause is not null)
            {
                return;
            }

            _overBecause = reason;
            (invitation, sip, media) = (_invitation, _sip, _media);
            CloseOffers();
            _pause?.Cancel();
        }

        invitation?.Cancel(reason);
        sip?.HangUp(reason);
        media?.Close();
        lock (_gate)
        {
            // The space remembers the call for long, and need not remember its buffers.
            (_last, _media, _sip, _invitation) = (media?.Report(), null, null, null);
        }
    }
}
