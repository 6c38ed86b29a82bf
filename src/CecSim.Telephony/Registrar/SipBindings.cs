using CecSim.Telephony.Sip;
using CecSim.Telephony.Sip.Calls;
using CecSim.Telephony.Sip.Transactions;

namespace CecSim.Telephony.Registrar;

/// <summary>Who is registered where. A REGISTER changes all that it asks for or nothing. Works within turns.</summary>
internal sealed class SipBindings(SipCallServices services)
{
    public const int ContactsPerUserMax = 10;

    private readonly Dictionary<string, List<BoundContact>> _byUser = [];

    private SipSerialExecutor Turns => services.Turns;

    public IEnumerable<BoundContact> All() => _byUser.Values.SelectMany(b => b);

    public IReadOnlyList<BoundContact> Of(string user, string domain) =>
        _byUser.GetValueOrDefault(KeyOf(user, domain)) ?? [];

    public BindingRefusal? TryRemoveAll(SipRequest register, string user, string domain)
    {
        if (Of(user, domain).Any(b => b.IsNewerThan(register)))
        {
            return BindingRefusal.OutOfOrder;
        }

        RemoveWhere(b => KeyOf(b.Public.User, b.Public.Domain) == KeyOf(user, domain), RegistrationEnd.Removed);
        return null;
    }

    public BindingRefusal? TryBind(
        SipRequest register, string user, string domain, List<(SipAddress Contact, int Seconds)> wanted, SipFlow flow)
    {
        var known = Of(user, domain);
        if (known.Any(b => b.IsNewerThan(register) && wanted.Any(w => w.Contact.Uri.Matches(b.Uri))))
        {
            return BindingRefusal.OutOfOrder;
        }

        var kept = known.Count(b => !wanted.Any(w => w.Contact.Uri.Matches(b.Uri)));
        if (kept + wanted.Count(w => w.Seconds > 0) > ContactsPerUserMax)
        {
            return BindingRefusal.TooMany;
        }

        foreach (var (contact, seconds) in wanted)
        {
            var former = Take(user, domain, contact.Uri);
            if (seconds > 0)
            {
                Bind(register, user, domain, contact.Uri, TimeSpan.FromSeconds(seconds), flow);
            }
            else if (former is not null)
            {
                TellGone(former, RegistrationEnd.Removed);
            }
        }

        return null;
    }

    public void RemoveWhere(Predicate<BoundContact> isGone, RegistrationEnd end)
    {
        foreach (var gone in All().Where(b => isGone(b)).ToList())
        {
            Unbind(gone.Public.User, gone.Public.Domain, gone.Uri, end);
        }
    }

    private void Bind(SipRequest register, string user, string domain, SipUri uri, TimeSpan lifetime, SipFlow flow)
    {
        var key = KeyOf(user, domain);
        if (!_byUser.TryGetValue(key, out var contacts))
        {
            _byUser[key] = contacts = [];
        }

        var agent = register.Headers["User-Agent"];
        var binding = new SipBinding(user, domain, uri.Text, flow, Turns.Now + lifetime, agent);
        var expiry = services.Settings.EndsRegistrations
            ? Turns.After(lifetime, () => Unbind(user, domain, uri, RegistrationEnd.Expired))
            : null;
        var probe = services.Settings.OptionsEvery is { } interval
            ? new OptionsProbe(services, binding, interval)
            : null;
        contacts.Add(new BoundContact(binding, uri, register.CallId, register.Sequence, expiry, probe));
        Turns.AfterTurn(() => Turns.Guard.Run(
            "notice of a registration", () => services.Application.Registered(binding, lifetime)));
    }

    private void Unbind(string user, string domain, SipUri uri, RegistrationEnd end)
    {
        if (Take(user, domain, uri) is { } gone)
        {
            TellGone(gone, end);
        }
    }

    private void TellGone(BoundContact gone, RegistrationEnd end) => Turns.AfterTurn(() => Turns.Guard.Run(
        "notice of a registration", () => services.Application.Unregistered(gone.Public, end)));

    private BoundContact? Take(string user, string domain, SipUri uri)
    {
        var key = KeyOf(user, domain);
        if (_byUser.GetValueOrDefault(key) is not { } contacts
            || contacts.Find(b => b.Uri.Matches(uri)) is not { } taken)
        {
            return null;
        }

        taken.Expiry?.Dispose();
        taken.Probe?.Dispose();
        contacts.Remove(taken);
        if (contacts.Count == 0)
        {
            _byUser.Remove(key);
        }

        return taken;
    }

    private static string KeyOf(string user, string domain) => $"{user}@{domain.ToLowerInvariant()}";
}
