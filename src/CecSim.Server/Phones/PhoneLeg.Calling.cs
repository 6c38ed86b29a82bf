using CecSim.Server.Gateway;
using CecSim.Server.Ladders;
using CecSim.Simulation.Breakpoints;
using CecSim.Simulation.Calls;
using CecSim.Simulation.Faults;
using CecSim.Simulation.Journal;
using CecSim.Telephony.Media;
using CecSim.Telephony.Registrar;
using CecSim.Telephony.Sip;

namespace CecSim.Server.Phones;

/// <content>How it is called, and what becomes of that.</content>
internal sealed partial class PhoneLeg
{
    /// <summary>
    /// What softphones by UDP, TCP or TLS are offered, one after the other: of most that have keys none says so before.
    /// </summary>
    private static readonly MediaSecurity[] Offered =
        [MediaSecurity.Plain, MediaSecurity.DtlsWithoutIce, MediaSecurity.Sdes];

    private int _refusedOffers;
    private bool _answersItself;

    /// <summary>Calls every contact that is registered.</summary>
    public async Task CallAsync(bool answersItself)
    {
        _answersItself = answersItself;
        if (_plan.IsRegistrationLost)
        {
            _line.LoseRegistrations();
        }

        if (((_plan.IsPaused ? await PauseAsync() : null) ?? _plan.Refusal) is { } refusal)
        {
            _line.Space.Phones.Fails(this, refusal.Status);
            return;
        }

        if (_plan.Rings)
        {
            TellAlerting();
            return;
        }

        await InviteAsync();
    }

    /// <returns>What becomes of the INVITE; null when it goes on.</returns>
    private async Task<InviteDecision.Refuse?> PauseAsync()
    {
        var masking = _line.Space.Masking;
        var who = _line.Space.Media.UserOf(_ringing!.AccessCode) is { } customer
            ? new FaultTargetUser(customer.UserId, customer.Channel.Id)
            : null;
        var message = new PausedMessage(PauseStage.Invite, CecOperation.Phone, who)
        {
            Method = "INVITE",
            Target = masking.Text($"sip:{_line.Account}@{_line.Domain}"),
            Headers = [new JournalHeader("From", masking.Text(_ringing.Customer))],
        };
        using var over = new CancellationTokenSource();
        lock (_gate)
        {
            _pause = over;
            if (_overBecause is not null)
            {
                return null;
            }
        }

        try
        {
            return await InviteBreakpoint.HoldAsync(_line.Space, message, over.Token);
        }
        finally
        {
            lock (_gate)
            {
                _pause = null;
            }
        }
    }

    private async Task InviteAsync()
    {
        var media = await _line.Gateway.OpenMediaAsync();
        List<InvitedContact> contacts = [];
        lock (_gate)
        {
            if (_overBecause is not null)
            {
                return;
            }

            foreach (var binding in media is null ? [] : _line.Bindings)
            {
                if (media!.Offer(WishesFor(binding)) is MediaAnswer.Accepted accepted)
                {
                    contacts.Add(new InvitedContact(binding, accepted.Sdp));
                    _offers.Add(contacts[^1], accepted.Call);
                }
            }
        }

        var invite = new OutgoingInvite(_ringing!.Customer, _line.Account, _line.Domain)
        {
            AnswersItself = _answersItself,
        };
        var invitation = _line.Gateway.Sip.Invite(invite, contacts, this);
        _line.Gateway.Dialogs.Add(
            new CallDialog(_line.Space, _ringing.AccessCode, invitation.CallId, IsOfAgent: true));
        string? over;
        lock (_gate)
        {
            _invitation = invitation;
            over = _overBecause;
        }

        if (over is not null)
        {
            invitation.Cancel(over);
        }
    }

    // The contacts that ring without being heard go on ringing.
    void ISipInvitationEvents.Alerts(InvitedContact contact, int status, string earlySdp)
    {
        lock (_gate)
        {
            if (earlySdp.Length > 0 && _early is null
                && _offers.GetValueOrDefault(contact) is { } media && media.TakeAnswer(earlySdp) is null)
            {
                _early = media;
            }
        }

        TellAlerting();
    }

    void ISipInvitationEvents.Answered(InvitedContact contact, SipCall answered, string sdp)
    {
        MediaCall? media;
        bool isAnswered;
        lock (_gate)
        {
            media = _offers.GetValueOrDefault(contact);
            isAnswered = media is not null && media == _early;
            CloseOffers(but: media);
            _sip = answered;
        }

        if (media is null)
        {
            // It was over before: nobody waits for the phone any more.
            answered.HangUp(_overBecause ?? "the call is over");
            return;
        }

        _line.Gateway.AgentPhones.Add(answered, this);
        var complaint = isAnswered ? null
            : sdp.Length == 0 ? "Its answer has no SDP"
            : media.TakeAnswer(_plan.AnswerOf(sdp));
        if (complaint is not null)
        {
            media.Close();
            answered.HangUp(complaint);
            _line.Space.Phones.Fails(this, NotAcceptableHere);
        }
        else if (Take(media))
        {
            _line.Space.Phones.PicksUp(this);
        }
        else
        {
            media.Close();
            answered.HangUp(_overBecause!);
        }
    }

    void ISipInvitationEvents.Failed(int status, string reason)
    {
        bool isToBeAskedAgain;
        lock (_gate)
        {
            isToBeAskedAgain = status is NotAcceptableHere or NotAcceptable
                && _overBecause is null
                && _offers.Values.Any(o => o.Report().Security != MediaSecurity.Dtls)
                && ++_refusedOffers < Offered.Length;
            CloseOffers();
        }

        if (isToBeAskedAgain)
        {
            _line.Begin(InviteAsync, Fail);
        }
        else
        {
            _line.Space.Phones.Fails(this, status);
        }
    }

    // A browser knows DTLS-SRTP with ICE only.
    private MediaOptions WishesFor(SipBinding binding)
    {
        var isBrowser = binding.Flow.Transport is SipTransport.Ws or SipTransport.Wss;
        return new MediaOptions
        {
            Source = MediaSource.Silence,
            Trouble = _plan.Trouble,
            PeerAddress = binding.Flow.Remote?.Address,
            Security = isBrowser ? MediaSecurity.Dtls : Offered[_refusedOffers],

            // In a call of sound a desk phone is not asked for its camera.
            Codecs = isBrowser || _ringing!.Media == MediaAbility.Video ? null : MediaOptions.SoundCodecs,
        };
    }

    private void TellAlerting()
    {
        if (_plan.RingsAfter is { } late)
        {
            _line.Space.Phones.AlertsAfter(late, this);
        }
        else
        {
            _line.Space.Phones.Alerts(this, _plan.HasEarlyMedia || _early is not null);
        }
    }

    private void CloseOffers(MediaCall? but = null)
    {
        foreach (var (contact, offer) in _offers.Where(o => o.Value != but).ToList())
        {
            offer.Close();
            _offers.Remove(contact);
        }
    }
}
