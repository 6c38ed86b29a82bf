using System.Security.Cryptography;
using System.Text;

namespace CecSim.Telephony.WebRtc.Sdp;

/// <summary>User fragment and password of one side: RFC 8839 section 5.4.</summary>
internal sealed record IceCredentials(string Fragment, string Password)
{
    private const string IceCharacters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    public byte[] Key { get; } = Encoding.UTF8.GetBytes(Password);

    public static IceCredentials New() =>
        new(RandomNumberGenerator.GetString(IceCharacters, 8), RandomNumberGenerator.GetString(IceCharacters, 24));
}
