using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CecSim.Telephony.Sip.Messages;
using CecSim.Telephony.Sip.Transactions;

namespace CecSim.Telephony.Registrar;

/// <summary>Asks for a password and checks it (RFC 3261, section 22, and RFC 7616). Works within turns.</summary>
internal sealed class DigestGate(SipAccounts accounts, SipTurns turns)
{
    private readonly DigestNonces _nonces = new(turns);

    /// <summary>The challenge or the refusal; null when the request comes from the user that its To names.</summary>
    public SipResponse? RefusalOf(SipRequest request)
    {
        var realm = request.To.Uri.Host;
        if (request.Headers.Fields("Authorization").Select(DigestCredentials.Parse)
                .FirstOrDefault(c => c is not null && c["realm"] == realm) is not { } given)
        {
            return Challenge(request, realm, isStale: false);
        }

        if (!IsPasswordGood(request, realm, given))
        {
            return Challenge(request, realm, isStale: false);
        }

        // Only whoever knows the password is told that it was the nonce (RFC 7616, section 3.3).
        if (!_nonces.IsFresh(given["nonce"])
            || !uint.TryParse(given["nc"], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var count)
            || !_nonces.TakeCount(given["nonce"], count))
        {
            return Challenge(request, realm, isStale: true);
        }

        return NameOf(given) == request.To.Uri.User ? null : request.Answer(403);
    }

    private static string NameOf(DigestCredentials given) => given["username"].Split('@')[0];

    private SipResponse Challenge(SipRequest request, string realm, bool isStale)
    {
        var nonce = _nonces.Issue();
        var stale = isStale ? ", stale=true" : "";

        // One challenge and no second one: baresip 1.0.0 gives up at an algorithm that it does not know, even where the
        // challenge before it names another.
        return request.Answer(401).With(
            "WWW-Authenticate",
            $"Digest realm=\"{realm}\", nonce=\"{nonce}\", algorithm={DigestAlgorithm.All[0].Name}, " +
            $"qop=\"auth\"{stale}");
    }

    // The digest covers the URI that the phone wrote. Phones and test clients write other ones than the request has
    // without harm, so the two are not compared.
    private bool IsPasswordGood(SipRequest request, string realm, DigestCredentials given)
    {
        var name = given["algorithm"] is { Length: > 0 } named ? named : DigestAlgorithm.All[0].Name;
        var algorithm = DigestAlgorithm.All.FirstOrDefault(a => SipText.IsSame(a.Name, name));
        return algorithm is not null
            && given["qop"] == "auth"
            && accounts(NameOf(given), realm) is { } password
            && CryptographicOperations.FixedTimeEquals(
                Encoding.UTF8.GetBytes(given["response"].ToLowerInvariant()),
                Encoding.UTF8.GetBytes(algorithm.ResponseTo(request.Method, realm, password, given)));
    }
}
