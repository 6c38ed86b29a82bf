using System.Security.Cryptography;
using System.Text;
using CecSim.Telephony.Sip.Messages;

namespace CecSim.Telephony.Sip.Transactions;

/// <summary>Tags and branches, drawn from the source of the run. Called during turns only.</summary>
internal sealed class SipIds(Random draws)
{
    private const int Bytes = 8;

    public Random Draws => draws;

    public string Tag()
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        draws.NextBytes(bytes);
        return Convert.ToHexStringLower(bytes);
    }

    public string Branch() => SipVia.Cookie + Tag();

    /// <summary>Who keeps no state must give a request sent again the same tag (RFC 3261, section 8.2.7).</summary>
    public static string TagFor(SipRequest request)
    {
        var identity = $"{request.Headers["Via"]}\n{request.Headers["Call-ID"]}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity)).AsSpan(0, Bytes));
    }
}
