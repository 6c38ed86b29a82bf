using CecSim.Telephony.Registrar;
using CecSim.Telephony.Sip.Calls;
using CecSim.Telephony.Sip.Transactions;

namespace CecSim.Telephony.Sip.Subscriptions;

/// <summary>Answers SUBSCRIBE (RFC 6665): the accounts of a domain may watch each other. Works within turns.</summary>
internal sealed class SipSubscriptions(SipCallServices services, SipAccounts accounts, DigestAuthenticator gate)
{
    public const int PerAccountMax = 10;

    private static readonly TimeSpan LifetimeMax = TimeSpan.FromHours(1);

    public void Subscribe(ServerTransaction transaction)
    {
        var request = transaction.Request;
        if (PackageOf(request) is not { } package)
        {
            transaction.Respond(request
                .Refuse(489, $"The event '{request.Headers["Event"]}' is not served here: {EventPackage.Allowed} are")
                .With("Allow-Events", EventPackage.Allowed));
        }
        else if (!package.IsTakenBy(request))
        {
            transaction.Respond(request
                .Refuse(406, $"What is told of {package.Name} is {package.ContentType}, which Accept does not have"));
        }
        else if (request.Headers.Values("Contact").FirstOrDefault() is null or "*")
        {
            transaction.Respond(request.Answer(400, "Missing Contact"));
        }
        else if (gate.Authenticate(request, out var account, out var name) is { } refusal)
        {
            transaction.Respond(refusal);
        }
        else
        {
            transaction.Flow.Prove();
            Take(transaction, package, new SipAccountName(name, account!.Domain));
        }
    }

    /// <summary>Told at a stop: whoever is there again later may subscribe again.</summary>
    public void EndAll() => services.Dialogs.Watchers.ToList().ForEach(w => w.End("deactivated"));

    /// <summary>No address leads back to a browser.</summary>
    public void Forget(SipFlow flow)
    {
        if (flow.IsWebSocket)
        {
            services.Dialogs.Watchers.Where(w => w.Dialog.Flow == flow).ToList().ForEach(w => w.Forget());
        }
    }

    private void Take(ServerTransaction transaction, EventPackage package, SipAccountName subscriber)
    {
        var request = transaction.Request;
        var lifetime = LifetimeOf(request);
        if (request.To.Tag is not null)
        {
            Refresh(transaction, lifetime);
        }
        else if (!accounts(request.To.Uri.User ?? "", request.To.Uri.Host).Any(a =>
            SipText.IsSame(a.Domain, subscriber.Domain)))
        {
            transaction.Refuse(
                404, $"No account of the domain of '{subscriber.User}' is named '{request.To.Uri.User}'");
        }
        else if (services.Dialogs.Watchers.Count(w => w.Subscriber == subscriber) >= PerAccountMax)
        {
            transaction.Respond(request
                .Refuse(503, $"An account has {PerAccountMax} subscriptions at most: end one, or wait until one ends")
                .With("Retry-After", $"{(int)LifetimeMax.TotalSeconds}"));
        }
        else
        {
            var subscription = new SipSubscription(
                services,
                new SipDialog(request, transaction.LocalTag, transaction.Flow),
                package,
                new SipAccountName(request.To.Uri.User!, subscriber.Domain),
                subscriber)
            {
                Event = request.Headers["Event"]!,
            };
            services.Dialogs.Watch(subscription);
            Accept(transaction, subscription, lifetime);
        }
    }

    private void Refresh(ServerTransaction transaction, TimeSpan lifetime)
    {
        var request = transaction.Request;
        if (services.Dialogs.Watchers.FirstOrDefault(w => w.Dialog.Key == SipDialog.KeyOf(request)) is not { } known)
        {
            transaction.Refuse(481, "No subscription has this Call-ID and these tags: it is over, or never was");
        }
        else if (!known.Dialog.TakeSequence(request))
        {
            transaction.Refuse(500, "CSeq out of order: a later SUBSCRIBE has come before");
        }
        else
        {
            known.Dialog.Flow = transaction.Flow;
            known.Dialog.TakeTarget(request);
            Accept(transaction, known, lifetime);
        }
    }

    // Section 4.2.1.2: at once all that is known, and of a lifetime of zero nothing after it.
    private void Accept(ServerTransaction transaction, SipSubscription subscription, TimeSpan lifetime)
    {
        transaction.Respond(transaction.Request.Answer(200)
            .With("Contact", transaction.Flow.Contact)
            .With("Expires", $"{(int)lifetime.TotalSeconds}")
            .With("Server", services.Settings.Product));
        if (lifetime > TimeSpan.Zero)
        {
            subscription.Keep(lifetime);
        }
        else
        {
            subscription.End("timeout");
        }
    }

    private static EventPackage? PackageOf(SipRequest request) =>
        (request.Headers["Event"] ?? "").Split(';')[0].Trim() is var name
            ? EventPackage.All.FirstOrDefault(p => p.Name == name)
            : null;

    private static TimeSpan LifetimeOf(SipRequest request) =>
        uint.TryParse(request.Headers["Expires"], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && TimeSpan.FromSeconds(seconds) < LifetimeMax
            ? TimeSpan.FromSeconds(seconds)
            : LifetimeMax;
}
