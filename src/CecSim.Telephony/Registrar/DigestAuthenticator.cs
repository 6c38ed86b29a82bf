using System.Text;
using CecSim.Telephony.Sip.Transactions;

namespace CecSim.Telephony.Registrar;

/// <summary>Asks for a password and checks it (RFC 3261, section 22, and RFC 7616). Works within turns.</summary>
internal sealed class DigestAuthenticator(SipAccounts accounts, SipSerialExecutor turns)
{
    private readonly DigestNonces _nonces = new(turns);

    /// <summary>The challenge or the refusal; null when the request comes from the user that its To names.</summary>
    /// <param name="account">Whose it is, when nothing is refused.</param>
    public SipResponse? RefusalOf(SipRequest request, out SipAccount? account) =>
        Authenticate(request, out account, out var name) is { } refusal ? refusal
        : name == request.To.Uri.User ? null
        : request.Refuse(
            403,
            $"The account '{name}' may not register '{request.To.Uri.User}': "
            + "the phone's user and authentication user are the same account");

    /// <summary>The challenge or the refusal; null when the request comes from an account.</summary>
    /// <param name="account">Whose it is, when nothing is refused.</param>
    /// <param name="name">What it is named.</param>
    public SipResponse? Authenticate(SipRequest request, out SipAccount? account, out string name)
    {
        (account, name) = (null, "");
        var realm = request.To.Uri.Host;
        var all = request.Headers.Fields("Authorization").Select(DigestCredentials.Parse).OfType<DigestCredentials>()
            .ToList();
        if (all.Find(c => c["realm"] == realm) is not { } given)
        {
            return Challenge(request, realm, isStale: false, all is [var foreign, ..]
                ? $"The credentials are for the realm '{foreign["realm"]}': those for '{realm}' are asked for"
                : null);
        }

        // Some phones name themselves before they are asked (TS 24.229, section 5.1.1.2.2).
        if (given["response"].Length == 0)
        {
            return Challenge(request, realm, isStale: false);
        }

        if (DigestAlgorithm.Of(given) is null)
        {
            var known = string.Join(" and ", DigestAlgorithm.All.Select(a => a.Name));
            return Challenge(
                request,
                realm,
                isStale: false,
                $"The phone has computed with '{given["algorithm"]}': {known} are known here");
        }

        name = NameOf(given);
        var named = accounts(name, realm);
        account = named.FirstOrDefault(a => IsPasswordGood(request, realm, a.Password, given));
        if (account is null)
        {
            return Challenge(request, realm, isStale: false, WhyNobody(NameOf(given), realm, named.Count));
        }

        // Only whoever knows the password is told that it was the nonce (RFC 7616, section 3.3).
        if (!_nonces.IsFresh(given["nonce"])
            || CountOf(given) is not { } count
            || !_nonces.TakeCount(given["nonce"], count))
        {
            return Challenge(
                request,
                realm,
                isStale: true,
                "The nonce is too old or was used before: the phone has to answer with the one that comes with this");
        }

        return null;
    }

    // A phone that does not count, as before RFC 2617, may use a nonce once.
    private static uint? CountOf(DigestCredentials given) =>
        !given.IsCounted ? 1
        : uint.TryParse(given["nc"], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var count) ? count
        : null;

    private static string NameOf(DigestCredentials given) => given["username"].Split('@')[0];

    private string WhyNobody(string name, string realm, int namesakesCount) =>
        namesakesCount > 0 ? $"The password of the account '{name}' is another: the phone needs the one of the account"
        : accounts(name, null).Count > 0 ? $"The account '{name}' is not of the domain '{realm}': "
            + "register at the address of this host or at the domain of the account"
        : $"No account here is named '{name}': the phone's authentication user is the account";

    private SipResponse Challenge(SipRequest request, string realm, bool isStale, string? why = null)
    {
        var nonce = _nonces.Issue();
        var stale = isStale ? ", stale=true" : "";

        // One challenge and no second one: baresip 1.0.0 gives up at an algorithm that it does not know, even where the
        // challenge before it names another.
        return (why is null ? request.Answer(401) : request.Refuse(401, why)).With(
            "WWW-Authenticate",
            $"Digest realm=\"{realm}\", nonce=\"{nonce}\", algorithm={DigestAlgorithm.All[0].Name}, " +
            $"qop=\"auth\"{stale}");
    }

    // The digest covers the URI that the phone wrote. Phones and test clients write other ones than the request has
    // without harm, so the two are not compared.
    private static bool IsPasswordGood(SipRequest request, string realm, string password, DigestCredentials given) =>
        DigestAlgorithm.Of(given) is { } algorithm
            && (!given.IsCounted || SipText.IsSame(given["qop"], "auth"))
            && CryptographicOperations.FixedTimeEquals(
                Encoding.UTF8.GetBytes(given["response"].ToLowerInvariant()),
                Encoding.UTF8.GetBytes(algorithm.ResponseTo(request.Method, realm, password, given)));
}
