using CecSim.Telephony.Sip.Calls;

namespace CecSim.Telephony.Sip;

/// <content>
/// Session timers (RFC 4028): a call that neither side refreshes is over, for proxies on the way too.
/// </content>
public sealed partial class SipCall
{
    private static readonly TimeSpan FarewellMax = TimeSpan.FromSeconds(32);

    private TimeSpan _interval;
    private bool _isOurs;
    private IDisposable? _refresh;
    private IDisposable? _expiry;
    private bool _peerUpdates;

    // The description that the peer has of this side, to be said again.
    private string _localSdp = "";

    /// <summary>What a 2xx of ours says of it, and does from then on (section 9).</summary>
    private void AnswerSession(SipRequest request, SipResponse response)
    {
        StopSession();
        if (SessionExpires.Of(request) is not { } asked)
        {
            return;
        }

        // Table 2: who has no timer refreshes nothing, and a proxy alone had asked.
        var isOurs = asked.Refresher == SessionExpires.Server || !OptionTags.IsSupported(request, OptionTags.Timer);
        response.With(
            SessionExpires.Name,
            (asked with { Refresher = isOurs ? SessionExpires.Server : SessionExpires.Client }).ToString());
        if (!isOurs)
        {
            response.With("Require", OptionTags.Timer);
        }

        KeepSession(asked.Interval, isOurs);
    }

    /// <summary>What the peer's 2xx to a request of ours says of it (section 7.2).</summary>
    private void TakeSession(SipRequest request, SipResponse response)
    {
        if (SessionExpires.Of(response) is { } agreed)
        {
            KeepSession(agreed.Interval, agreed.Refresher != SessionExpires.Server);
        }
        else if (SessionExpires.Of(request) is { } asked)
        {
            // A peer without timers: this side alone keeps the proxies on the way awake.
            KeepSession(asked.Interval, isOurs: true);
        }
    }

    private void KeepSession(TimeSpan interval, bool isOurs)
    {
        StopSession();
        (_interval, _isOurs) = (interval, isOurs);

        // Section 10: a third of the interval before, but no more than 32 s.
        var farewell = interval / 3 < FarewellMax ? interval / 3 : FarewellMax;
        _expiry = Turns.After(interval - farewell, Expire, Fail);
        if (isOurs)
        {
            _refresh = Turns.After(interval / 2, Refresh, Fail);
        }
    }

    private void StopSession()
    {
        _refresh?.Dispose();
        _expiry?.Dispose();
    }

    private void Expire()
    {
        if (_state is State.Answered or State.Confirmed)
        {
            var why = $"nobody has refreshed the session within {_interval.TotalSeconds:0} s";
            SendBye(why, RequestTimeout);
            End(new CallEnd(CallEndKind.CallerGone, why));
        }
    }

    private void Refresh()
    {
        if (_state != State.Confirmed || IsNegotiating)
        {
            RefreshAfter(TimeSpan.FromSeconds(_services.Waits.Next(1, 5)));
        }
        else if (_peerUpdates)
        {
            var update = Dialog.Create(SipMethods.Update);
            AskForSession(update);
            _services.Clients.Send(update, Flow, response => Refreshed(update, response));
        }
        else
        {
            // Section 7.4: with the description as it was.
            _ourReinvite = new TaskCompletionSource<ReinviteOutcome>();
            SendReinvite(_localSdp, GlareRetriesMax);
        }
    }

    private void RefreshAfter(TimeSpan wait) => _refresh = Turns.After(wait, Refresh, Fail);

    private void AskForSession(SipRequest request)
    {
        request.Headers.Add("Supported", OptionTags.Supported);
        if (_interval > TimeSpan.Zero)
        {
            // Section 7.4: whoever has refreshed it so far goes on.
            var session = new SessionExpires(_interval, _isOurs ? SessionExpires.Client : SessionExpires.Server);
            request.Headers.Add(SessionExpires.Name, session.ToString());
        }
    }

    private void Refreshed(SipRequest update, SipResponse response)
    {
        if (!response.IsFinal || _state != State.Confirmed)
        {
            return;
        }

        switch (response.Status)
        {
            case < 300:
                Dialog.TakeTarget(response);
                TakeSession(update, response);
                break;
            case 408 or 481:
                SendBye("no answer");
                End(new CallEnd(CallEndKind.CallerGone, response.Reason));
                break;
            case 422 when SessionExpires.MinimumOf(response) is { } minimum && minimum > _interval:
                // Section 7.4: at once, with what the peer takes.
                KeepSession(minimum, isOurs: true);
                _refresh!.Dispose();
                Refresh();
                break;
            case 405 or 501:
                _peerUpdates = false;
                Refresh();
                break;
            default:
                RefreshAfter(TimeSpan.FromSeconds(_services.Waits.Next(1, 5)));
                break;
        }
    }
}
