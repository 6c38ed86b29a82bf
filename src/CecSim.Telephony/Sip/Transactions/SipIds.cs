using System.Text;

namespace CecSim.Telephony.Sip.Transactions;

/// <summary>
/// Tags and branches, which nobody may guess: whoever knows them ends a call of another (RFC 3261, section 19.3).
/// </summary>
internal static class SipIds
{
    private const int Bytes = 8;

    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(32);

    public static string Tag() => RandomNumberGenerator.GetHexString(2 * Bytes, lowercase: true);

    public static string CallId() => RandomNumberGenerator.GetHexString(4 * Bytes, lowercase: true);

    /// <summary>The first RSeq of an INVITE (RFC 3262, section 3).</summary>
    public static uint ResponseNumber() => (uint)RandomNumberGenerator.GetInt32(1, int.MaxValue);

    public static string Branch() => SipVia.Cookie + Tag();

    /// <summary>Who keeps no state must give a request sent again the same tag (RFC 3261, section 8.2.7).</summary>
    public static string TagFor(SipRequest request)
    {
        var identity = $"{request.Headers["Via"]}\n{request.Headers["Call-ID"]}";
        return Convert.ToHexStringLower(HMACSHA256.HashData(Key, Encoding.UTF8.GetBytes(identity)).AsSpan(0, Bytes));
    }
}
