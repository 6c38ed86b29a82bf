namespace CecSim.Pacts.Native;

/// <summary>Texts that the Pact core gives away.</summary>
internal static class CoreText
{
    /// <summary>Reads such a text and gives its memory back; empty for none.</summary>
    public static string Take(nint text)
    {
        if (text == nint.Zero)
        {
            return "";
        }

        var read = Marshal.PtrToStringUTF8(text)!;
        PactCore.StringDelete(text);
        return read;
    }
}
