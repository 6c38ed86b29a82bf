using CecSim.Telephony.Sip;
using CecSim.Telephony.Sip.Calls;
using CecSim.Telephony.Sip.Subscriptions;
using CecSim.Telephony.Sip.Transactions;

namespace CecSim.Telephony.Registrar;

/// <summary>
/// Answers REGISTER (RFC 3261, section 10.3). Who has an account proves who it is and is remembered; a customer's
/// browser, known by its WebSocket, has none and is told what it wants to hear.
/// </summary>
public sealed class SipRegistrar
{
    private const int ExpiresMaxSeconds = 3600;

    private static readonly TimeSpan ExpiresMax = TimeSpan.FromSeconds(ExpiresMaxSeconds);

    private readonly SipSerialExecutor _turns;
    private readonly SipAccounts _accounts;
    private readonly DigestAuthenticator _gate;
    private readonly SipBindings _bindings;

    internal SipRegistrar(SipAccounts accounts, DigestAuthenticator gate, SipCallServices services)
    {
        _turns = services.Turns;
        _accounts = accounts;
        _gate = gate;
        _bindings = new SipBindings(services);
    }

    /// <summary>Where a user can be reached, the newest first.</summary>
    public IReadOnlyList<SipBinding> Find(string user, string domain) =>
        _turns.Take(() => _bindings.Of(user, domain).Select(b => b.Public).Reverse().ToList());

    public IReadOnlyList<SipBinding> All() => _turns.Take(() => _bindings.All().Select(b => b.Public).ToList());

    /// <summary>Whose phone it is that has registered by a flow, or from where that comes; null for none.</summary>
    internal SipAccountName? AccountAt(string user, SipFlow flow) => _bindings.All().Select(b => b.Public)
        .FirstOrDefault(b => b.User == user && b.IsAt(flow)) is { } binding
            ? new SipAccountName(binding.User, binding.Domain)
            : null;

    /// <summary>Ends a registration. Without effect once it was made again.</summary>
    public void Forget(SipBinding phone, RegistrationEnd end) =>
        _turns.Take(() => _bindings.RemoveWhere(b => ReferenceEquals(b.Public, phone), end));

    /// <summary>No address leads back to a browser: with its WebSocket it is gone (RFC 7118, section 5.2).</summary>
    internal void Forget(SipFlow flow)
    {
        if (flow.IsWebSocket)
        {
            _bindings.RemoveWhere(b => b.Public.Flow == flow, RegistrationEnd.Disconnected);
        }
    }

    internal SipResponse Register(SipRequest request, SipFlow flow)
    {
        if (!request.To.Uri.IsSip || request.To.Uri.User is null)
        {
            return request.Refuse(404, "The To of a REGISTER names a user of sip: or sips:");
        }

        var contacts = request.Headers.Values("Contact").ToList();
        if (IsMisusedStar(request, contacts) || contacts.Any(c => c != "*" && !IsUsable(c)))
        {
            return request.Answer(400, "Contact cannot be bound");
        }

        if (flow.IsWebSocket && _accounts(request.To.Uri.User, request.To.Uri.Host).Count == 0)
        {
            return Echo(request, contacts);
        }

        if (_gate.RefusalOf(request, out var account) is { } refusal)
        {
            return refusal;
        }

        flow.Prove();
        return Bind(request, contacts, account!.Domain, flow);
    }

    internal void Clear() => _bindings.RemoveWhere(_ => true, RegistrationEnd.Dropped);

    /// <summary>A star stands alone and only removes (section 10.2.2).</summary>
    private static bool IsMisusedStar(SipRequest request, List<string> contacts) =>
        contacts.Contains("*") && (contacts.Count > 1 || ExpiresOf(request.Headers["Expires"]) is not 0);

    private static bool IsUsable(string contact) => SipAddress.TryParse(contact, out var address) && address.Uri.IsSip;

    // A binding outlives the connection that it came by, until its time is over: section 10.3.
    private SipResponse Bind(SipRequest request, List<string> contacts, string domain, SipFlow flow)
    {
        var user = request.To.Uri.User!;
        var wanted = contacts.Where(c => c != "*").Select(c => (Parse(c), Seconds(request, c))).ToList();
        var bound = contacts.Contains("*")
            ? _bindings.TryRemoveAll(request, user, domain)
            : _bindings.TryBind(request, user, domain, wanted, flow);
        if (bound is BindingRefusal.OutOfOrder)
        {
            return request.Refuse(500, "CSeq out of order: a later REGISTER of this Call-ID has come before");
        }

        return bound is BindingRefusal.TooMany
            ? request
                .Refuse(
                    503,
                    $"A user has {SipBindings.ContactsPerUserMax} contacts at most: "
                    + "remove one, or wait until one ends")
                .With("Retry-After", RetrySeconds(user, domain))
            : _bindings.Of(user, domain).Aggregate(request.Answer(200), WithContact);
    }

    // When the first of them ends, there is room for another.
    private string RetrySeconds(string user, string domain)
    {
        var ends = _bindings.Of(user, domain).Select(b => b.Public.ExpiresAt - _turns.Now).DefaultIfEmpty(ExpiresMax);
        return $"{Math.Max(1, (int)Math.Ceiling(ends.Min().TotalSeconds))}";
    }

    private SipResponse WithContact(SipResponse response, BoundContact bound)
    {
        var left = Math.Max(0, (int)Math.Ceiling((bound.Public.ExpiresAt - _turns.Now).TotalSeconds));
        return response.With("Contact", $"<{bound.Public.Contact}>;expires={left}");
    }

    private static SipResponse Echo(SipRequest request, List<string> contacts) =>
        contacts
            .Where(c => c != "*" && Seconds(request, c) > 0)
            .Aggregate(
                request.Answer(200),
                (r, c) => r.With("Contact", $"<{Parse(c).Uri}>;expires={Seconds(request, c)}"))
            .With("Expires", $"{Math.Min(ExpiresMaxSeconds, ExpiresOf(request.Headers["Expires"]) ?? int.MaxValue)}");

    private static SipAddress Parse(string contact) =>
        SipAddress.TryParse(contact, out var address) ? address : throw new InvalidOperationException(contact);

    private static int Seconds(SipRequest request, string contact) => Math.Min(
        ExpiresMaxSeconds,
        ExpiresOf(Parse(contact).Parameters["expires"]) ?? ExpiresOf(request.Headers["Expires"]) ?? ExpiresMaxSeconds);

    // Section 20.19: what cannot be read, or is too large to mean anything, counts as an hour.
    private static int? ExpiresOf(string? text) => text is null ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds
        : ExpiresMaxSeconds;
}
