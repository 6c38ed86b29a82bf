namespace CecSim.Telephony.Tests.WebRtc;

/// <summary>Offers as real browsers made them.</summary>
internal static class BrowserOffers
{
    public static string Read(string name)
    {
        using var stream = typeof(BrowserOffers).Assembly.GetManifestResourceStream($"offers/{name}.sdp")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\r\n");
    }
}
