using CecSim.Telephony.Sip.Calls;
using CecSim.Telephony.Sip.Transactions;

namespace CecSim.Telephony.Sip.Subscriptions;

/// <summary>Somebody who is told of an account (RFC 6665, section 4.2). Works within turns.</summary>
internal sealed class SipSubscription(
    SipCallServices services, SipDialog dialog, EventPackage package, SipAccountName watched, SipAccountName subscriber)
{
    private DateTimeOffset _endsAt;
    private IDisposable? _expiry;
    private uint _version;

    public SipDialog Dialog => dialog;

    public EventPackage Package => package;

    public SipAccountName Watched => watched;

    public SipAccountName Subscriber => subscriber;

    /// <summary>As the Event of the SUBSCRIBE, whose id tells subscriptions of one dialog apart.</summary>
    public required string Event { get; init; }

    /// <summary>It holds so long from now on, and all is told.</summary>
    public void Keep(TimeSpan lifetime)
    {
        _expiry?.Dispose();
        _endsAt = services.Turns.Now + lifetime;
        _expiry = services.Turns.After(lifetime, () => End("timeout"), _ => Forget());
        Notify();
    }

    public void Notify() => Send(string.Create(
        CultureInfo.InvariantCulture,
        $"active;expires={Math.Max(0, (int)Math.Ceiling((_endsAt - services.Turns.Now).TotalSeconds))}"));

    /// <param name="reason">Of RFC 6665, section 4.1.3.</param>
    public void End(string reason)
    {
        Forget();
        Send($"terminated;reason={reason}");
    }

    /// <summary>Nothing is told any more.</summary>
    public void Forget()
    {
        _expiry?.Dispose();
        services.Dialogs.Leave(this);
    }

    private void Send(string state)
    {
        var notify = dialog.Create(SipMethods.Notify);
        notify.Headers.Add("Event", Event);
        notify.Headers.Add("Subscription-State", state);
        notify.Headers.Add("User-Agent", services.Settings.Product);
        notify.SetBody(package.ContentType, package.Write(watched, services.Dialogs.Of(watched), _version++));
        services.Clients.Send(notify, dialog.Flow, response =>
        {
            // Section 4.2.2: who does not know the subscription, or is gone, has none any more.
            if (response.Status is 408 or 481 or 489 or 503)
            {
                Forget();
            }
        });
    }
}
