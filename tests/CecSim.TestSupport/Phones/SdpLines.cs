namespace CecSim.Tests;

/// <summary>Reads an answer as text, with none of the gateway's own parsing.</summary>
internal static class SdpLines
{
    public static string[] Of(string sdp) => sdp.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

    public static string Value(string sdp, string start) =>
        Of(sdp).First(l => l.StartsWith(start, StringComparison.Ordinal))[start.Length..];

    /// <summary>The lines of one m-section, its m= line first.</summary>
    public static string[] Section(string sdp, int index) =>
        [.. Sections(sdp)[index].Split("\r\n", StringSplitOptions.RemoveEmptyEntries)];

    private static string[] Sections(string sdp) => [.. sdp.Split("\r\nm=").Skip(1).Select(s => "m=" + s)];
}
