namespace CecSim.Telephony.WebRtc.Sdp;

/// <summary>Reads "a=1; b=2", the form that a=fmtp has for nearly all codecs: RFC 4855 section 3.</summary>
internal static class FormatParameters
{
    /// <summary>Null when the parameter is not there. Names have no case.</summary>
    public static string? Find(string? parameters, string name)
    {
        foreach (var parameter in parameters?.Split(';') ?? [])
        {
            var parts = parameter.Split('=', 2, StringSplitOptions.TrimEntries);
            if (parts.Length == 2 && parts[0].Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return parts[1];
            }
        }

        return null;
    }
}
