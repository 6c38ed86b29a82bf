namespace CecSim.Telephony.Tests.WebRtc;

internal static class Hex
{
    /// <summary>Bytes as an RFC prints them, blanks and line ends anywhere.</summary>
    public static byte[] Bytes(string text) =>
        Convert.FromHexString(string.Concat(text.Where(c => !char.IsWhiteSpace(c))));
}
